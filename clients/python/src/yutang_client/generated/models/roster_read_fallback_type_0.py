from enum import StrEnum

class RosterReadFallbackType0(StrEnum):
    EVERYBODY = "everybody"
    NOBODY = "nobody"
    STAND_IN = "stand_in"

    def __str__(self) -> str:
        return str(self.value)
