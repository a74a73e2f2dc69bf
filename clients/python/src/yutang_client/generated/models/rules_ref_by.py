from enum import StrEnum

class RulesRefBy(StrEnum):
    ALL = "all"
    GROUPS = "groups"
    KINDS = "kinds"
    OWNERS = "owners"
    TIERS = "tiers"

    def __str__(self) -> str:
        return str(self.value)
