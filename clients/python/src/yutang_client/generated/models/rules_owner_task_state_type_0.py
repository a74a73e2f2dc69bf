from enum import StrEnum

class RulesOwnerTaskStateType0(StrEnum):
    DONE = "done"
    DROPPED = "dropped"
    OPEN = "open"

    def __str__(self) -> str:
        return str(self.value)
