from enum import StrEnum

class OrderDetailCreditType0(StrEnum):
    FIRST = "first"
    HOLDER = "holder"
    NAMED = "named"
    UNKNOWN = "unknown"

    def __str__(self) -> str:
        return str(self.value)
