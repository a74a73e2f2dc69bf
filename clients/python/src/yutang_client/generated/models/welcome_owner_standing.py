from enum import StrEnum

class WelcomeOwnerStanding(StrEnum):
    APPLIED = "applied"
    DROPPED = "dropped"
    NOT_ASKED = "not_asked"
    OWNER_LEFT = "owner_left"
    WAITING = "waiting"

    def __str__(self) -> str:
        return str(self.value)
