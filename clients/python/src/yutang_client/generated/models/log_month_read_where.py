from enum import StrEnum

class LogMonthReadWhere(StrEnum):
    BOTH = "both"
    COLD = "cold"
    HOT = "hot"

    def __str__(self) -> str:
        return str(self.value)
