from enum import StrEnum

class AskForExportSort(StrEnum):
    ADDED = "added"
    NAME = "name"
    VALUE_0 = "-added"
    VALUE_3 = "-active"

    def __str__(self) -> str:
        return str(self.value)
