from enum import StrEnum

class GroupCodeCreateOpens(StrEnum):
    MEMBER = "member"
    NOBODY = "nobody"
    WECOM = "wecom"

    def __str__(self) -> str:
        return str(self.value)
