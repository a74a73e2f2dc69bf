from enum import StrEnum

class MemberCodeStatus(StrEnum):
    ACTIVE = "active"
    CREATING = "creating"
    DELETED = "deleted"
    DELETING = "deleting"
    FAILED = "failed"
    UPDATING = "updating"

    def __str__(self) -> str:
        return str(self.value)
