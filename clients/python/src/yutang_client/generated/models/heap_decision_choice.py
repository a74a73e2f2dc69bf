from enum import StrEnum

class HeapDecisionChoice(StrEnum):
    AGAIN = "again"
    CLOSE = "close"
    CONVERT = "convert"
    CUSTOM = "custom"
    EXISTING = "existing"
    IGNORE = "ignore"
    NEW_VERSION = "new_version"
    REFUSE = "refuse"

    def __str__(self) -> str:
        return str(self.value)
