from enum import StrEnum

class RosterMemberReasonType0(StrEnum):
    CAPPED = "capped"
    FULL = "full"
    INACTIVE = "inactive"
    LEFT = "left"
    OFF_DUTY = "off_duty"
    OFF_HOURS = "off_hours"

    def __str__(self) -> str:
        return str(self.value)
