from enum import StrEnum

class ClashHow(StrEnum):
    CONTAINS = "contains"
    SAME = "same"
    WITHIN = "within"

    def __str__(self) -> str:
        return str(self.value)
