from enum import StrEnum

class NewSegmentKind(StrEnum):
    DYNAMIC = "dynamic"
    KEPT = "kept"

    def __str__(self) -> str:
        return str(self.value)
