from enum import StrEnum

class RfmRunReadState(StrEnum):
    DONE = "done"
    FAILED = "failed"
    MOVING = "moving"
    RECKONING = "reckoning"
    WAITING = "waiting"

    def __str__(self) -> str:
        return str(self.value)
