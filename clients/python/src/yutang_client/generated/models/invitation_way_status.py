from enum import StrEnum

class InvitationWayStatus(StrEnum):
    FAILED = "failed"
    MADE = "made"
    MAKING = "making"

    def __str__(self) -> str:
        return str(self.value)
