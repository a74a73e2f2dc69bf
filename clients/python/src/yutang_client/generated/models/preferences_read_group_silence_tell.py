from enum import StrEnum

class PreferencesReadGroupSilenceTell(StrEnum):
    LEADER = "leader"
    NOBODY = "nobody"
    OWNER = "owner"

    def __str__(self) -> str:
        return str(self.value)
