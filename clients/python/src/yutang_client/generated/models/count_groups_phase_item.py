from enum import StrEnum

class CountGroupsPhaseItem(StrEnum):
    ACTIVE = "active"
    FALLING = "falling"
    LAST_PUSH = "last_push"
    NEW = "new"
    NONE = "none"
    SINKING = "sinking"

    def __str__(self) -> str:
        return str(self.value)
