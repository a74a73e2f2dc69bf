from enum import StrEnum

class RunProgressMode(StrEnum):
    FULL = "full"
    GROUPS = "groups"
    RECONCILE = "reconcile"
    SYNC = "sync"

    def __str__(self) -> str:
        return str(self.value)
