from enum import StrEnum

class AssignmentReadState(StrEnum):
    ADDED = "added"
    GIVEN_BACK = "given_back"
    HELD = "held"
    NONE = "none"

    def __str__(self) -> str:
        return str(self.value)
