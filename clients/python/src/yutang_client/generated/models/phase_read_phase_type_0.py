from enum import StrEnum

class PhaseReadPhaseType0(StrEnum):
    ACTIVE = "active"
    FALLING = "falling"
    LAST_PUSH = "last_push"
    NEW = "new"
    SINKING = "sinking"

    def __str__(self) -> str:
        return str(self.value)
