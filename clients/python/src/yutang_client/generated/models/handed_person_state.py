from enum import StrEnum

class HandedPersonState(StrEnum):
    ACCEPTED = "accepted"
    ASKED = "asked"
    ASKING = "asking"
    EXCLUDED = "excluded"
    FAILED = "failed"
    FULL = "full"
    PLANNED = "planned"
    REFUSED = "refused"
    WAITING = "waiting"

    def __str__(self) -> str:
        return str(self.value)
