from enum import StrEnum

class PageReadChannelKindType0(StrEnum):
    DIRECT = "direct"
    LINK = "link"
    PAGE = "page"

    def __str__(self) -> str:
        return str(self.value)
