from enum import StrEnum

class GroupStayOwnRoleType0(StrEnum):
    ADMIN = "admin"
    CORE = "core"
    EXPERT = "expert"
    HEAD_OWNER = "head_owner"
    HOST = "host"
    SUB_OWNER = "sub_owner"

    def __str__(self) -> str:
        return str(self.value)
