from enum import StrEnum

class TakerReadReason(StrEnum):
    LEFT = "left"
    MANY = "many"

    def __str__(self) -> str:
        return str(self.value)
