from enum import StrEnum

class GroupStayRole(StrEnum):
    ADMIN = "admin"
    OWNER = "owner"
    PERSON = "person"
    STAFF = "staff"

    def __str__(self) -> str:
        return str(self.value)
