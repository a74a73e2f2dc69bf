from enum import StrEnum

class TagGroupRowLock(StrEnum):
    NONE = "none"
    OTHER = "other"
    UNKNOWN = "unknown"

    def __str__(self) -> str:
        return str(self.value)
