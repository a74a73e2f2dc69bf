from enum import StrEnum

class TouchpointChangeHook(StrEnum):
    GIFT = "gift"
    NONE = "none"
    TEXT = "text"

    def __str__(self) -> str:
        return str(self.value)
