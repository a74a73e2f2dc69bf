from enum import StrEnum

class AddReadOutcome(StrEnum):
    DUE = "due"
    FAILED = "failed"
    IMPOSSIBLE = "impossible"
    LATE = "late"
    SENT = "sent"

    def __str__(self) -> str:
        return str(self.value)
