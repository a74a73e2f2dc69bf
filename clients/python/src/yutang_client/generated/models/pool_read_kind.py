from enum import StrEnum

class PoolReadKind(StrEnum):
    ACCOUNT = "account"
    GROUP = "group"

    def __str__(self) -> str:
        return str(self.value)
