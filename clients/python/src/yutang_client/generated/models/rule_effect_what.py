from enum import StrEnum

class RuleEffectWhat(StrEnum):
    GAVE_UP = "gave_up"
    PUT = "put"
    STAGE = "stage"
    TOOK = "took"

    def __str__(self) -> str:
        return str(self.value)
