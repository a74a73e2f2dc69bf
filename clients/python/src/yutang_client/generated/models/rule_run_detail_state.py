from enum import StrEnum

class RuleRunDetailState(StrEnum):
    ENDED = "ended"
    FAILED = "failed"
    RUNNING = "running"
    STOPPED = "stopped"
    WAITING = "waiting"

    def __str__(self) -> str:
        return str(self.value)
