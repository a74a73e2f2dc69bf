from enum import StrEnum

class LossesReadLossSummaryByType0(StrEnum):
    CUSTOMER = "customer"
    STAFF = "staff"

    def __str__(self) -> str:
        return str(self.value)
