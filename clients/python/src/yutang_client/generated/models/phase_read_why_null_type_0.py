from enum import StrEnum

class PhaseReadWhyNullType0(StrEnum):
    DISMISSED = "dismissed"
    KNOWN_SHORTLY = "known_shortly"
    NOT_READ = "not_read"
    NOT_RECKONED = "not_reckoned"

    def __str__(self) -> str:
        return str(self.value)
