from enum import StrEnum

class ImportTargetsKind(StrEnum):
    DEPARTMENT = "department"
    STAFF = "staff"
    STORE = "store"

    def __str__(self) -> str:
        return str(self.value)
