from enum import StrEnum

class NewRoleBasedOn(StrEnum):
    ADMIN = "admin"
    AUDITOR = "auditor"
    MANAGER = "manager"
    OPERATOR = "operator"
    OWNER = "owner"
    STAFF = "staff"

    def __str__(self) -> str:
        return str(self.value)
