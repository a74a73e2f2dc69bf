from enum import StrEnum

class GroupCodeReadWarnedType0(StrEnum):
    LOW = "low"
    OUT = "out"

    def __str__(self) -> str:
        return str(self.value)
