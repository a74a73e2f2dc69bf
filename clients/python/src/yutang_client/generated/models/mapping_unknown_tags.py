from enum import StrEnum

class MappingUnknownTags(StrEnum):
    CREATE = "create"
    REFUSE = "refuse"

    def __str__(self) -> str:
        return str(self.value)
