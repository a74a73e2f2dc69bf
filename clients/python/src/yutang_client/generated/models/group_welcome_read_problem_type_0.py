from enum import StrEnum

class GroupWelcomeReadProblemType0(StrEnum):
    DIFFERS = "differs"
    FULL = "full"
    INVALID = "invalid"
    MEDIA = "media"
    NOT_OURS = "not_ours"
    REFUSED = "refused"
    UNKNOWN = "unknown"

    def __str__(self) -> str:
        return str(self.value)
