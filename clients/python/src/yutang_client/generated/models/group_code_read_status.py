from enum import StrEnum

class GroupCodeReadStatus(StrEnum):
    ACTIVE = "active"
    DELETED = "deleted"
    DELETING = "deleting"
    FAILED = "failed"
    IDLE = "idle"
    MAKING = "making"
    UPDATING = "updating"

    def __str__(self) -> str:
        return str(self.value)
