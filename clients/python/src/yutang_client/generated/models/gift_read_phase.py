from enum import StrEnum

class GiftReadPhase(StrEnum):
    DRAFT = "draft"
    ENDED = "ended"
    RUNNING = "running"
    SCHEDULED = "scheduled"
    SOLD_OUT = "sold_out"
    STOPPED = "stopped"

    def __str__(self) -> str:
        return str(self.value)
