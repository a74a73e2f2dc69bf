from enum import StrEnum

class PersonsListConflictsStateType0Item(StrEnum):
    DECIDED = "decided"
    GONE = "gone"
    OPEN = "open"

    def __str__(self) -> str:
        return str(self.value)
