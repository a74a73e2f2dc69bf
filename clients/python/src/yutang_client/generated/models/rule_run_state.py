from enum import StrEnum

class RuleRunState(StrEnum):
    ENDED = "ended"
    FAILED = "failed"
    RUNNING = "running"
    STOPPED = "stopped"
    WAITING = "waiting"

    def __str__(self) -> str:
        return str(self.value)
