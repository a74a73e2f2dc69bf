from enum import StrEnum

class PreferencesChangeGroupSilenceTellType0(StrEnum):
    LEADER = "leader"
    NOBODY = "nobody"
    OWNER = "owner"

    def __str__(self) -> str:
        return str(self.value)
