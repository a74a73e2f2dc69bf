from enum import StrEnum

class HandoverWishRule(StrEnum):
    LOAD = "load"
    REGION = "region"
    SHARE = "share"
    STORE = "store"

    def __str__(self) -> str:
        return str(self.value)
