from enum import StrEnum

class AnchorReadKind(StrEnum):
    CUT = "cut"
    DAILY = "daily"

    def __str__(self) -> str:
        return str(self.value)
