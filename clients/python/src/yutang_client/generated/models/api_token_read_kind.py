from enum import StrEnum

class ApiTokenReadKind(StrEnum):
    PERSONAL = "personal"
    SERVICE = "service"

    def __str__(self) -> str:
        return str(self.value)
