from enum import StrEnum

class InvitationDetailState(StrEnum):
    ENDED = "ended"
    FAILED = "failed"
    PREPARING = "preparing"
    RUNNING = "running"
    STOPPED = "stopped"

    def __str__(self) -> str:
        return str(self.value)
