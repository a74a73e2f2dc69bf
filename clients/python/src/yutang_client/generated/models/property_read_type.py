from enum import StrEnum

class PropertyReadType(StrEnum):
    BOOLEAN = "boolean"
    ITEMS = "items"
    LIST = "list"
    NUMBER = "number"
    STRING = "string"
    TIME = "time"

    def __str__(self) -> str:
        return str(self.value)
