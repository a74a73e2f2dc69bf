from enum import StrEnum

class ProfileTagKind(StrEnum):
    OWN = "own"
    WECOM = "wecom"

    def __str__(self) -> str:
        return str(self.value)
