from enum import StrEnum

class InvitationReadWho(StrEnum):
    BACK = "back"
    FOUND = "found"
    ON = "on"

    def __str__(self) -> str:
        return str(self.value)
