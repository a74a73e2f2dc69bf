from enum import StrEnum

class WayShareKind(StrEnum):
    CHANNEL = "channel"
    OTHER_CODE = "other_code"
    UNKNOWN = "unknown"
    WAY = "way"

    def __str__(self) -> str:
        return str(self.value)
