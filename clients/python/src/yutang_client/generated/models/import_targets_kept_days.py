from enum import StrEnum

class ImportTargetsKeptDays(StrEnum):
    VALUE_0 = "0"
    VALUE_1 = "1"
    VALUE_2 = "7"
    VALUE_3 = "30"

    def __str__(self) -> str:
        return str(self.value)
