from enum import StrEnum

class LinkUpdatePriority(StrEnum):
    CORP = "corp"
    LIST = "list"
    NONE = "none"

    def __str__(self) -> str:
        return str(self.value)
