from enum import StrEnum

class PageReadTemplate(StrEnum):
    EVENT = "event"
    GUIDE = "guide"
    OFFER = "offer"

    def __str__(self) -> str:
        return str(self.value)
