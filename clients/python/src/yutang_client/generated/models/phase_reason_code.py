from enum import StrEnum

class PhaseReasonCode(StrEnum):
    EMPTY = "empty"
    LEFT_28 = "left_28"
    LEFT_7 = "left_7"
    MADE = "made"
    MOVES = "moves"
    OWNER_SILENT = "owner_silent"
    STILL = "still"
    TALKS = "talks"

    def __str__(self) -> str:
        return str(self.value)
