from enum import StrEnum

class TakenReadChange(StrEnum):
    CHANGED = "changed"
    LATE = "late"
    NEW = "new"
    REFUSED = "refused"
    SAME = "same"

    def __str__(self) -> str:
        return str(self.value)
