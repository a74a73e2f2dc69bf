from enum import StrEnum

class InvitationCandidatesWho(StrEnum):
    BACK = "back"
    FOUND = "found"
    ON = "on"

    def __str__(self) -> str:
        return str(self.value)
