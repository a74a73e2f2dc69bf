from enum import StrEnum

class RuledGroupNotice(StrEnum):
    DIFFERS = "differs"
    EMPTY = "empty"
    OFF = "off"
    SAME = "same"
    UNKNOWN = "unknown"

    def __str__(self) -> str:
        return str(self.value)
