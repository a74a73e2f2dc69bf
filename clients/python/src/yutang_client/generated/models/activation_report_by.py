from enum import StrEnum

class ActivationReportBy(StrEnum):
    CHANNEL = "channel"
    DAY = "day"
    STAFF = "staff"

    def __str__(self) -> str:
        return str(self.value)
