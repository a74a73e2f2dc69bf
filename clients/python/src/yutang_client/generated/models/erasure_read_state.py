from enum import StrEnum

class ErasureReadState(StrEnum):
    CANCELLED = "cancelled"
    DONE = "done"
    PLANNED = "planned"
    QUEUED = "queued"
    RUNNING = "running"

    def __str__(self) -> str:
        return str(self.value)
