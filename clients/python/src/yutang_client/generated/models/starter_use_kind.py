from enum import StrEnum

class StarterUseKind(StrEnum):
    OWN = "own"
    WECOM = "wecom"

    def __str__(self) -> str:
        return str(self.value)
