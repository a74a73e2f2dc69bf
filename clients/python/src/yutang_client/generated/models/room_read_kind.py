from enum import StrEnum

class RoomReadKind(StrEnum):
    CODES = "codes"
    CUSTOMERS = "customers"
    LINKS = "links"
    TAGS = "tags"

    def __str__(self) -> str:
        return str(self.value)
