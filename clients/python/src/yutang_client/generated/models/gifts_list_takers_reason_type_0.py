from enum import StrEnum

class GiftsListTakersReasonType0(StrEnum):
    LEFT = "left"
    MANY = "many"

    def __str__(self) -> str:
        return str(self.value)
