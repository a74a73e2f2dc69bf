from enum import StrEnum

class HandedGroupState(StrEnum):
    ASKED = "asked"
    ASKING = "asking"
    DONE = "done"
    EXCLUDED = "excluded"
    FAILED = "failed"
    PLANNED = "planned"
    WAITING = "waiting"

    def __str__(self) -> str:
        return str(self.value)
