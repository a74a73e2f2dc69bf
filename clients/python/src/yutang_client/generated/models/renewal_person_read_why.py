from enum import StrEnum

class RenewalPersonReadWhy(StrEnum):
    CORE = "core"
    FRIEND = "friend"
    RECENT = "recent"

    def __str__(self) -> str:
        return str(self.value)
