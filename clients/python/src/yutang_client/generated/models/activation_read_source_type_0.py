from enum import StrEnum

class ActivationReadSourceType0(StrEnum):
    ARCHIVE = "archive"
    LINKS = "links"
    ORDERS = "orders"
    SERVICE_ACCOUNTS = "service_accounts"
    VISITS = "visits"

    def __str__(self) -> str:
        return str(self.value)
