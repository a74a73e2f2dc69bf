from enum import StrEnum

class GroupWelcomeReadStatus(StrEnum):
    ACTIVE = "active"
    CREATING = "creating"
    DELETED = "deleted"
    DELETING = "deleting"
    FAILED = "failed"
    GONE = "gone"
    UPDATING = "updating"

    def __str__(self) -> str:
        return str(self.value)
