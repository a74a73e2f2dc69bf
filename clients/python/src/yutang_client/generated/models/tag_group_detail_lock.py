from enum import StrEnum

class TagGroupDetailLock(StrEnum):
    NONE = "none"
    OTHER = "other"
    UNKNOWN = "unknown"

    def __str__(self) -> str:
        return str(self.value)
