from enum import StrEnum

class BreachReadState(StrEnum):
    FORGIVEN = "forgiven"
    REMOVED = "removed"
    TOLD = "told"
    TO_REMOVE = "to_remove"

    def __str__(self) -> str:
        return str(self.value)
