from enum import StrEnum

class OwnInvitationState(StrEnum):
    ASKED = "asked"
    EXPIRED = "expired"
    JOINED = "joined"
    JOINED_OTHERWISE = "joined_otherwise"
    LEFT_AGAIN = "left_again"
    SENT = "sent"
    SKIPPED = "skipped"
    WAITING = "waiting"

    def __str__(self) -> str:
        return str(self.value)
