from enum import StrEnum

class RfmSettingsStatusesItem(StrEnum):
    COMPLETED = "completed"
    PAID = "paid"
    SHIPPED = "shipped"

    def __str__(self) -> str:
        return str(self.value)
