from enum import StrEnum

class RfmRunReadState(StrEnum):
    DONE = "done"
    MOVING = "moving"
    RECKONING = "reckoning"
    WAITING = "waiting"

    def __str__(self) -> str:
        return str(self.value)
