from enum import StrEnum

class BrakeReadKind(StrEnum):
    SLOW = "slow"
    STOP = "stop"

    def __str__(self) -> str:
        return str(self.value)
