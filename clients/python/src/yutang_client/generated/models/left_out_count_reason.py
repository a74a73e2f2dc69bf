from enum import StrEnum

class LeftOutCountReason(StrEnum):
    INVITED = "invited"
    LEFT_LATELY = "left_lately"
    MINOR = "minor"
    NO_FRIEND = "no_friend"
    REFUSED = "refused"
    SEATED = "seated"

    def __str__(self) -> str:
        return str(self.value)
