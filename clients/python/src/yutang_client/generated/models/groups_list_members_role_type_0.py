from enum import StrEnum

class GroupsListMembersRoleType0(StrEnum):
    ADMIN = "admin"
    OWNER = "owner"
    PERSON = "person"
    STAFF = "staff"

    def __str__(self) -> str:
        return str(self.value)
