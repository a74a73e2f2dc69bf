from enum import StrEnum

class KeywordReplyReadState(StrEnum):
    CHANGED = "changed"
    ENTERED = "entered"
    NOT_ENTERED = "not_entered"
    TO_REMOVE = "to_remove"

    def __str__(self) -> str:
        return str(self.value)
