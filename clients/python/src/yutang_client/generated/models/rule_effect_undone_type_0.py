from enum import StrEnum

class RuleEffectUndoneType0(StrEnum):
    CHANGED_SINCE = "changed_since"
    TAKEN_BACK = "taken_back"

    def __str__(self) -> str:
        return str(self.value)
