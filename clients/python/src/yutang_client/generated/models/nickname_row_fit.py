from enum import StrEnum

class NicknameRowFit(StrEnum):
    DIFFERS = "differs"
    FITS = "fits"
    NAMELESS = "nameless"

    def __str__(self) -> str:
        return str(self.value)
