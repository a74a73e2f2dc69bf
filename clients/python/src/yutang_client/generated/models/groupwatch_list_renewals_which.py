from enum import StrEnum

class GroupwatchListRenewalsWhich(StrEnum):
    ALL = "all"
    OVER = "over"
    RUNNING = "running"

    def __str__(self) -> str:
        return str(self.value)
