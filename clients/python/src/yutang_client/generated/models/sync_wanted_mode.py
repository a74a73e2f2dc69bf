from enum import StrEnum

class SyncWantedMode(StrEnum):
    FULL = "full"
    RECONCILE = "reconcile"
    SYNC = "sync"

    def __str__(self) -> str:
        return str(self.value)
