from enum import StrEnum

class RunReadState(StrEnum):
    DROPPED = "dropped"
    ENDED = "ended"
    FAILED = "failed"
    RUNNING = "running"

    def __str__(self) -> str:
        return str(self.value)
