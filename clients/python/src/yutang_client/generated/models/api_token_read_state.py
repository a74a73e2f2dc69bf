from enum import StrEnum

class ApiTokenReadState(StrEnum):
    ENDED = "ended"
    EXPIRED = "expired"
    LIVE = "live"
    REVOKED = "revoked"

    def __str__(self) -> str:
        return str(self.value)
