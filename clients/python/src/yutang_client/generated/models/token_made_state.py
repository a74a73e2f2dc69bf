from enum import StrEnum

class TokenMadeState(StrEnum):
    ENDED = "ended"
    EXPIRED = "expired"
    LIVE = "live"
    REVOKED = "revoked"

    def __str__(self) -> str:
        return str(self.value)
