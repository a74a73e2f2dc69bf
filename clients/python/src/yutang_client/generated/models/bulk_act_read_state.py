from enum import StrEnum

class BulkActReadState(StrEnum):
    CANCELLED = "cancelled"
    ENDED = "ended"
    FAILED = "failed"
    PAUSED = "paused"
    PLANNED = "planned"
    PLANNING = "planning"
    RUNNING = "running"

    def __str__(self) -> str:
        return str(self.value)
