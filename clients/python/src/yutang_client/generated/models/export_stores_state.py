from enum import StrEnum

class ExportStoresState(StrEnum):
    ALL = "all"
    CLOSED = "closed"
    OPEN = "open"

    def __str__(self) -> str:
        return str(self.value)
