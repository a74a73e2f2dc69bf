from enum import StrEnum

class OtherRulesBy(StrEnum):
    ALL = "all"
    GROUPS = "groups"
    KINDS = "kinds"
    OWNERS = "owners"
    TIERS = "tiers"

    def __str__(self) -> str:
        return str(self.value)
