from enum import StrEnum

class AssignmentReadReason(StrEnum):
    CITY = "city"
    FALLBACK = "fallback"
    FRIEND = "friend"
    OFF_DUTY = "off_duty"
    RULE = "rule"
    STAND_IN = "stand_in"
    STICKY = "sticky"

    def __str__(self) -> str:
        return str(self.value)
