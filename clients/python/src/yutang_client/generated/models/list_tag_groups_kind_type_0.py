from enum import StrEnum

class ListTagGroupsKindType0(StrEnum):
    OWN = "own"
    WECOM = "wecom"

    def __str__(self) -> str:
        return str(self.value)
