from enum import StrEnum

class CodeGroupStanding(StrEnum):
    FULL = "full"
    GONE = "gone"
    OPEN = "open"
    PAUSED = "paused"

    def __str__(self) -> str:
        return str(self.value)
