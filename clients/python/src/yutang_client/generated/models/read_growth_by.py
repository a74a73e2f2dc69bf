from enum import StrEnum

class ReadGrowthBy(StrEnum):
    CHANNEL = "channel"
    DAY = "day"
    STAFF = "staff"
    STORE = "store"

    def __str__(self) -> str:
        return str(self.value)
