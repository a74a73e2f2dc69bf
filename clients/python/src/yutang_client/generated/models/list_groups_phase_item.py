from enum import StrEnum

class ListGroupsPhaseItem(StrEnum):
    ACTIVE = "active"
    FALLING = "falling"
    LAST_PUSH = "last_push"
    NEW = "new"
    NONE = "none"
    SINKING = "sinking"

    def __str__(self) -> str:
        return str(self.value)
