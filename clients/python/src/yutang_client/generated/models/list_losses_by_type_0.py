from enum import StrEnum

class ListLossesByType0(StrEnum):
    CUSTOMER = "customer"
    STAFF = "staff"

    def __str__(self) -> str:
        return str(self.value)
