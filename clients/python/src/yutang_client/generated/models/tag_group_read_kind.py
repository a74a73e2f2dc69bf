from enum import StrEnum

class TagGroupReadKind(StrEnum):
    OWN = "own"
    WECOM = "wecom"

    def __str__(self) -> str:
        return str(self.value)
