from enum import StrEnum

class GreetingFileState(StrEnum):
    FAILED = "failed"
    PREPARING = "preparing"
    READY = "ready"

    def __str__(self) -> str:
        return str(self.value)
