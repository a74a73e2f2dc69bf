from enum import StrEnum

class RotaWarningKind(StrEnum):
    CAP_ZERO = "cap_zero"
    GAPS = "gaps"
    NO_STAND_IN = "no_stand_in"

    def __str__(self) -> str:
        return str(self.value)
