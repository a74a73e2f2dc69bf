from enum import StrEnum

class StaffPagesReadOwnSheetKind(StrEnum):
    DOUBLES = "doubles"
    GROUP_CODE = "group_code"
    RENEWAL = "renewal"
    SILENCE = "silence"

    def __str__(self) -> str:
        return str(self.value)
