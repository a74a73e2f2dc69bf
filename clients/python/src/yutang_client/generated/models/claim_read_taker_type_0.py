from enum import StrEnum

class ClaimReadTakerType0(StrEnum):
    LEFT = "left"
    MANY = "many"

    def __str__(self) -> str:
        return str(self.value)
