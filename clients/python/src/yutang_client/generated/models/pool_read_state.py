from enum import StrEnum

class PoolReadState(StrEnum):
    FAILED = "failed"
    MADE = "made"
    QUEUED = "queued"

    def __str__(self) -> str:
        return str(self.value)
