from enum import StrEnum

class NewPoolKind(StrEnum):
    ACCOUNT = "account"
    GROUP = "group"

    def __str__(self) -> str:
        return str(self.value)
