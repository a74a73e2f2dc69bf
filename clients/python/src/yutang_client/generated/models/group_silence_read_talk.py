from enum import StrEnum

class GroupSilenceReadTalk(StrEnum):
    SILENT = "silent"
    UNKNOWN = "unknown"

    def __str__(self) -> str:
        return str(self.value)
