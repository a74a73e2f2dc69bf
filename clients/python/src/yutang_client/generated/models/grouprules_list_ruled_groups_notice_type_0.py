from enum import StrEnum

class GrouprulesListRuledGroupsNoticeType0(StrEnum):
    DIFFERS = "differs"
    EMPTY = "empty"
    OFF = "off"
    SAME = "same"
    UNKNOWN = "unknown"

    def __str__(self) -> str:
        return str(self.value)
