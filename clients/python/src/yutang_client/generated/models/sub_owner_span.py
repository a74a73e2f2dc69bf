from enum import StrEnum

class SubOwnerSpan(StrEnum):
    FIT = "fit"
    OVER = "over"
    UNDER = "under"

    def __str__(self) -> str:
        return str(self.value)
