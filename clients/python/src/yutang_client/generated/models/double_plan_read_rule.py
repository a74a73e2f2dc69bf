from enum import StrEnum

class DoublePlanReadRule(StrEnum):
    ANY = "any"
    KIND = "kind"
    TIER = "tier"

    def __str__(self) -> str:
        return str(self.value)
