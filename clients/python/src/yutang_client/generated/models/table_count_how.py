from enum import StrEnum

class TableCountHow(StrEnum):
    DELETED = "deleted"
    STRIPPED = "stripped"

    def __str__(self) -> str:
        return str(self.value)
