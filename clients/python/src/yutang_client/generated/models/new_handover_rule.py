from enum import StrEnum

class NewHandoverRule(StrEnum):
    LOAD = "load"
    REGION = "region"
    SHARE = "share"
    STORE = "store"

    def __str__(self) -> str:
        return str(self.value)
