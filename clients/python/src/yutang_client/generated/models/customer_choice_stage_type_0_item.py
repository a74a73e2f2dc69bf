from enum import StrEnum

class CustomerChoiceStageType0Item(StrEnum):
    DEAL = "deal"
    INTENT = "intent"
    POTENTIAL = "potential"
    REPEAT = "repeat"

    def __str__(self) -> str:
        return str(self.value)
