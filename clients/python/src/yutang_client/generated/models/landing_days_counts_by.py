from enum import StrEnum

class LandingDaysCountsBy(StrEnum):
    CODE = "code"
    VISIT = "visit"

    def __str__(self) -> str:
        return str(self.value)
