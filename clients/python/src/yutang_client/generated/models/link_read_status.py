from enum import StrEnum

class LinkReadStatus(StrEnum):
    ACTIVE = "active"
    CREATING = "creating"
    DELETED = "deleted"
    DELETING = "deleting"
    FAILED = "failed"
    UPDATING = "updating"

    def __str__(self) -> str:
        return str(self.value)
