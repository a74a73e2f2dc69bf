from enum import StrEnum

class SegmentChangeKind(StrEnum):
    DYNAMIC = "dynamic"
    KEPT = "kept"
    STATIC = "static"

    def __str__(self) -> str:
        return str(self.value)
