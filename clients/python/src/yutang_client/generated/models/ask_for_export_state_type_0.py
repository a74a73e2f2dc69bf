from enum import StrEnum

class AskForExportStateType0(StrEnum):
    FRIEND = "friend"
    GROUP_MEMBER = "group_member"
    HALF = "half"
    LEAD = "lead"
    LOST = "lost"
    VISITOR = "visitor"

    def __str__(self) -> str:
        return str(self.value)
