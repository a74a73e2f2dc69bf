from enum import StrEnum

class AdviceKind(StrEnum):
    AGAIN = "again"
    GOES_WITH = "goes_with"
    REFILL = "refill"

    def __str__(self) -> str:
        return str(self.value)
