from enum import StrEnum

class GroupSearchTierItem(StrEnum):
    CORE = "core"
    NONE = "none"
    POND = "pond"
    TRANSIT = "transit"

    def __str__(self) -> str:
        return str(self.value)
