from enum import StrEnum

class OwnNoticeState(StrEnum):
    NONE = "none"
    REFUSED = "refused"
    SENDING = "sending"
    SENT = "sent"
    UNKNOWN = "unknown"
    WAITING = "waiting"

    def __str__(self) -> str:
        return str(self.value)
