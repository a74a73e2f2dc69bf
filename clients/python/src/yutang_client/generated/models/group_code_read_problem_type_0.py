from enum import StrEnum

class GroupCodeReadProblemType0(StrEnum):
    GONE = "gone"
    NOT_OURS = "not_ours"
    QUOTA = "quota"
    REFUSED = "refused"
    UNREADABLE = "unreadable"

    def __str__(self) -> str:
        return str(self.value)
