from enum import StrEnum

class ImportReadState(StrEnum):
    CANCELLED = "cancelled"
    CHECKED = "checked"
    CHECKING = "checking"
    DONE = "done"
    FAILED = "failed"
    RUNNING = "running"
    UPLOADED = "uploaded"

    def __str__(self) -> str:
        return str(self.value)
