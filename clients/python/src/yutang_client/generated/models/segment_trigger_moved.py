from enum import StrEnum

class SegmentTriggerMoved(StrEnum):
    ENTERED = "entered"
    LEFT = "left"

    def __str__(self) -> str:
        return str(self.value)
