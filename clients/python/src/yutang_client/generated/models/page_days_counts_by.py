from enum import StrEnum

class PageDaysCountsBy(StrEnum):
    CODE = "code"
    VISIT = "visit"

    def __str__(self) -> str:
        return str(self.value)
