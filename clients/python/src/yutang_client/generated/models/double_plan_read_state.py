from enum import StrEnum

class DoublePlanReadState(StrEnum):
    DONE = "done"
    RUNNING = "running"
    STOPPED = "stopped"

    def __str__(self) -> str:
        return str(self.value)
