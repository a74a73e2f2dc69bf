from enum import StrEnum

class LinkReadKind(StrEnum):
    DIRECT = "direct"
    LINK = "link"
    PAGE = "page"

    def __str__(self) -> str:
        return str(self.value)
