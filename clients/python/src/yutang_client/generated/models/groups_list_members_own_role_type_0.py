from enum import StrEnum

class GroupsListMembersOwnRoleType0(StrEnum):
    ADMIN = "admin"
    CORE = "core"
    CUSTOMER = "customer"
    EXPERT = "expert"
    HEAD_OWNER = "head_owner"
    HOST = "host"
    SUB_OWNER = "sub_owner"

    def __str__(self) -> str:
        return str(self.value)
