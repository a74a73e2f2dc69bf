from enum import StrEnum

class NoteReadKind(StrEnum):
    FOLLOW_UP = "follow_up"
    NOTE = "note"

    def __str__(self) -> str:
        return str(self.value)
