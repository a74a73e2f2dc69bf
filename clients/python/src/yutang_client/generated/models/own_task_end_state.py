from enum import StrEnum

class OwnTaskEndState(StrEnum):
    DONE = "done"
    DROPPED = "dropped"

    def __str__(self) -> str:
        return str(self.value)
