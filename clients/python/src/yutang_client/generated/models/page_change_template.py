from enum import StrEnum

class PageChangeTemplate(StrEnum):
    EVENT = "event"
    GUIDE = "guide"
    OFFER = "offer"

    def __str__(self) -> str:
        return str(self.value)
