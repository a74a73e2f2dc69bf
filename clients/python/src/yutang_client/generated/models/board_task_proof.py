from enum import StrEnum

class BoardTaskProof(StrEnum):
    EITHER = "either"
    FILE = "file"
    NONE = "none"
    TEXT = "text"

    def __str__(self) -> str:
        return str(self.value)
