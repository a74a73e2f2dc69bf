from enum import StrEnum

class TokenMadeKind(StrEnum):
    PERSONAL = "personal"
    SERVICE = "service"

    def __str__(self) -> str:
        return str(self.value)
