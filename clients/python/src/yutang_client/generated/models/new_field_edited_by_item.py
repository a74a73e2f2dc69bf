from enum import StrEnum

class NewFieldEditedByItem(StrEnum):
    MANAGER = "manager"
    OPERATOR = "operator"
    STAFF = "staff"

    def __str__(self) -> str:
        return str(self.value)
