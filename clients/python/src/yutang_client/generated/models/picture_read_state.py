from enum import StrEnum

class PictureReadState(StrEnum):
    CURRENT = "current"
    EXPIRED = "expired"
    FULL = "full"
    WAITING = "waiting"

    def __str__(self) -> str:
        return str(self.value)
