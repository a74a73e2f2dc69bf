from enum import StrEnum

class GrowthReportUntoldAdditionalProperty(StrEnum):
    ARCHIVE_OFF = "archive_off"
    NOT_YET = "not_yet"
    NO_ADDS = "no_adds"
    NO_COST = "no_cost"
    NO_ORDERS = "no_orders"
    PER_CHANNEL_ONLY = "per_channel_only"

    def __str__(self) -> str:
        return str(self.value)
