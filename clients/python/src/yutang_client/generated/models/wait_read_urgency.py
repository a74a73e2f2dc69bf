from enum import StrEnum

class WaitReadUrgency(StrEnum):
    BULK = "bulk"
    INTERACTIVE = "interactive"
    SCHEDULED = "scheduled"
    WELCOME = "welcome"

    def __str__(self) -> str:
        return str(self.value)
