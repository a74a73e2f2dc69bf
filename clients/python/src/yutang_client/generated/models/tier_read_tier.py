from enum import StrEnum

class TierReadTier(StrEnum):
    CORE = "core"
    POND = "pond"
    TRANSIT = "transit"

    def __str__(self) -> str:
        return str(self.value)
