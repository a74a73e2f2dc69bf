from enum import StrEnum

class PageWishOpens(StrEnum):
    HTTPS = "https"
    QR = "qr"
    SCHEME = "scheme"

    def __str__(self) -> str:
        return str(self.value)
