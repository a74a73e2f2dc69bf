from enum import StrEnum

class ListCallbacksStatusType0(StrEnum):
    DEAD = "dead"
    DONE = "done"
    KEPT = "kept"
    WAITING = "waiting"

    def __str__(self) -> str:
        return str(self.value)
