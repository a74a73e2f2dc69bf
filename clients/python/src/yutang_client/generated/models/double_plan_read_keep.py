from enum import StrEnum

class DoublePlanReadKeep(StrEnum):
    OLDEST = "oldest"
    TIER = "tier"

    def __str__(self) -> str:
        return str(self.value)
