from enum import StrEnum

class ListTokensKind(StrEnum):
    PERSONAL = "personal"
    SERVICE = "service"

    def __str__(self) -> str:
        return str(self.value)
