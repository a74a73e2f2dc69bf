from enum import StrEnum

class RetentionReadKind(StrEnum):
    EVENTS = "events"
    EXPORTS = "exports"
    INBOX = "inbox"
    LOST = "lost"
    NOTES = "notes"
    WELCOMES = "welcomes"

    def __str__(self) -> str:
        return str(self.value)
