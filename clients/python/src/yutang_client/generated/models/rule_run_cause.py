from enum import StrEnum

class RuleRunCause(StrEnum):
    EVENT = "event"
    MANUAL = "manual"
    SCHEDULE = "schedule"

    def __str__(self) -> str:
        return str(self.value)
