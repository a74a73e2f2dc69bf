from enum import StrEnum

class RuleRunDetailCause(StrEnum):
    EVENT = "event"
    MANUAL = "manual"
    SCHEDULE = "schedule"

    def __str__(self) -> str:
        return str(self.value)
