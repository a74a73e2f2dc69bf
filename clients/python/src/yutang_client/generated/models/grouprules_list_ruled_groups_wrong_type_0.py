from enum import StrEnum

class GrouprulesListRuledGroupsWrongType0(StrEnum):
    ANY = "any"
    NAME = "name"
    NICKNAME = "nickname"
    NOTICE = "notice"

    def __str__(self) -> str:
        return str(self.value)
