from enum import StrEnum

class SetStageStageType0(StrEnum):
    DEAL = "deal"
    INTENT = "intent"
    POTENTIAL = "potential"
    REPEAT = "repeat"

    def __str__(self) -> str:
        return str(self.value)
