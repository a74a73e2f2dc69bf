from enum import StrEnum

class SkippedCountReason(StrEnum):
    DROPPED = "dropped"
    INVITED = "invited"
    MINOR = "minor"
    NO_FRIEND = "no_friend"
    REFUSED = "refused"
    SEATED = "seated"

    def __str__(self) -> str:
        return str(self.value)
