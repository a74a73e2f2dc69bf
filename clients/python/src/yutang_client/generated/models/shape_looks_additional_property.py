from enum import StrEnum

class ShapeLooksAdditionalProperty(StrEnum):
    BOOLEAN = "boolean"
    NUMBER = "number"
    STRING = "string"
    TIME = "time"

    def __str__(self) -> str:
        return str(self.value)
