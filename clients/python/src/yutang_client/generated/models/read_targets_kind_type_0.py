from enum import StrEnum

class ReadTargetsKindType0(StrEnum):
    DEPARTMENT = "department"
    STAFF = "staff"
    STORE = "store"

    def __str__(self) -> str:
        return str(self.value)
