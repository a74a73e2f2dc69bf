from enum import StrEnum

class CountGroupsStateItem(StrEnum):
    DISMISSED = "dismissed"
    HANDED_OVER = "handed_over"
    IN_HANDOVER = "in_handover"
    NORMAL = "normal"
    OWNER_LEFT = "owner_left"

    def __str__(self) -> str:
        return str(self.value)
