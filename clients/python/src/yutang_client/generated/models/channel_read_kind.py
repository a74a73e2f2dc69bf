from enum import StrEnum

class ChannelReadKind(StrEnum):
    DIRECT = "direct"
    LINK = "link"
    PAGE = "page"

    def __str__(self) -> str:
        return str(self.value)
