from enum import StrEnum

class ConflictReadState(StrEnum):
    DECIDED = "decided"
    GONE = "gone"
    OPEN = "open"

    def __str__(self) -> str:
        return str(self.value)
