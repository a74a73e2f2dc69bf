from enum import StrEnum

class OtherRulesWhy(StrEnum):
    OLDER = "older"
    WIDER = "wider"

    def __str__(self) -> str:
        return str(self.value)
