from enum import StrEnum

class DoubleRulesKeep(StrEnum):
    OLDEST = "oldest"
    TIER = "tier"

    def __str__(self) -> str:
        return str(self.value)
