from enum import StrEnum

class PrivacyRequestReadKind(StrEnum):
    COPY = "copy"
    ERASE = "erase"

    def __str__(self) -> str:
        return str(self.value)
