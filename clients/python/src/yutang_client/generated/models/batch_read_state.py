from enum import StrEnum

class BatchReadState(StrEnum):
    CHECKED = "checked"
    DONE = "done"
    RUNNING = "running"
    STOPPED = "stopped"

    def __str__(self) -> str:
        return str(self.value)
