from enum import StrEnum

class OwnNoticeMailState(StrEnum):
    NONE = "none"
    REFUSED = "refused"
    SENDING = "sending"
    SENT = "sent"
    UNKNOWN = "unknown"
    WAITING = "waiting"

    def __str__(self) -> str:
        return str(self.value)
