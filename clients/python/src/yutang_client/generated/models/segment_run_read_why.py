from enum import StrEnum

class SegmentRunReadWhy(StrEnum):
    ASKED = "asked"
    CLOCK = "clock"
    FROZEN = "frozen"
    LISTED = "listed"
    MADE = "made"
    SETTLED = "settled"
    USED = "used"

    def __str__(self) -> str:
        return str(self.value)
