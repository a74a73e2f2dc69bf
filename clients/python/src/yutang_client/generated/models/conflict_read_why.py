from enum import StrEnum

class ConflictReadWhy(StrEnum):
    APART = "apart"
    EXTERNAL = "external"
    MEMBER_NUMBER = "member_number"
    UNIONID = "unionid"

    def __str__(self) -> str:
        return str(self.value)
