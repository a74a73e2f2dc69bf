from enum import StrEnum

class BulkActAct(StrEnum):
    DONE = "done"
    DROP = "drop"
    REASSIGN = "reassign"

    def __str__(self) -> str:
        return str(self.value)
