from enum import StrEnum

class ListChannelsKindType0Item(StrEnum):
    DIRECT = "direct"
    LINK = "link"
    PAGE = "page"

    def __str__(self) -> str:
        return str(self.value)
