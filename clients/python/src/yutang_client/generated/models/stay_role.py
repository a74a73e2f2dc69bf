from enum import StrEnum

class StayRole(StrEnum):
    ADMIN = "admin"
    OWNER = "owner"
    PERSON = "person"
    STAFF = "staff"

    def __str__(self) -> str:
        return str(self.value)
