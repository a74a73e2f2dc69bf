from enum import StrEnum

class DeedReadState(StrEnum):
    ASKED = "asked"
    DONE = "done"
    SENDING = "sending"
    UNDECIDED = "undecided"
    UNKNOWN = "unknown"

    def __str__(self) -> str:
        return str(self.value)
