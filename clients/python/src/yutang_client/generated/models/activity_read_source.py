from enum import StrEnum

class ActivityReadSource(StrEnum):
    ARCHIVE = "archive"
    LINKS = "links"
    ORDERS = "orders"
    SERVICE_ACCOUNTS = "service_accounts"
    VISITS = "visits"

    def __str__(self) -> str:
        return str(self.value)
