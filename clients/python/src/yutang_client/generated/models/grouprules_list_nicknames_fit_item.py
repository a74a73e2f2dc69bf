from enum import StrEnum

class GrouprulesListNicknamesFitItem(StrEnum):
    DIFFERS = "differs"
    FITS = "fits"
    NAMELESS = "nameless"

    def __str__(self) -> str:
        return str(self.value)
