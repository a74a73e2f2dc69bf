from enum import StrEnum

class RenewalReadState(StrEnum):
    DONE = "done"
    MADE = "made"
    MOVING = "moving"
    PLANNED = "planned"
    STOPPED = "stopped"

    def __str__(self) -> str:
        return str(self.value)
