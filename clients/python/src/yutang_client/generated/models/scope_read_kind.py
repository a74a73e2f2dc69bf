from enum import StrEnum

class ScopeReadKind(StrEnum):
    CORP = "corp"
    DEPARTMENT = "department"
    STORE = "store"

    def __str__(self) -> str:
        return str(self.value)
