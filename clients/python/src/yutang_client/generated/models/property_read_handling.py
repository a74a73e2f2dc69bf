from enum import StrEnum

class PropertyReadHandling(StrEnum):
    IGNORE = "ignore"
    KEEP = "keep"
    PERSONAL = "personal"
    SENSITIVE = "sensitive"

    def __str__(self) -> str:
        return str(self.value)
