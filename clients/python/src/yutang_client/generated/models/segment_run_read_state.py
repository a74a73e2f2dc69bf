from enum import StrEnum

class SegmentRunReadState(StrEnum):
    DONE = "done"
    TELLING = "telling"

    def __str__(self) -> str:
        return str(self.value)
