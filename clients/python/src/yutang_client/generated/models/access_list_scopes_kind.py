from enum import StrEnum

class AccessListScopesKind(StrEnum):
    DEPARTMENT = "department"
    STORE = "store"

    def __str__(self) -> str:
        return str(self.value)
