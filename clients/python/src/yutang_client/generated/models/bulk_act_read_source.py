from enum import StrEnum

class BulkActReadSource(StrEnum):
    FILTER = "filter"
    IDS = "ids"
    UNDONE = "undone"

    def __str__(self) -> str:
        return str(self.value)
