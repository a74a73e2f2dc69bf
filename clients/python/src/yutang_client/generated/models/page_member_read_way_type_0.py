from enum import StrEnum

class PageMemberReadWayType0(StrEnum):
    ACTIVE = "active"
    FAILED = "failed"
    MAKING = "making"
    WANTED = "wanted"

    def __str__(self) -> str:
        return str(self.value)
