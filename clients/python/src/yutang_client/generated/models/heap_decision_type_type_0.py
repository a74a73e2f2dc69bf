from enum import StrEnum

class HeapDecisionTypeType0(StrEnum):
    BOOLEAN = "boolean"
    LIST = "list"
    NUMBER = "number"
    STRING = "string"
    TIME = "time"

    def __str__(self) -> str:
        return str(self.value)
