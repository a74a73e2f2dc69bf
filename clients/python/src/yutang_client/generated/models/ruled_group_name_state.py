from enum import StrEnum

class RuledGroupNameState(StrEnum):
    NO_NUMBER = "no_number"
    NO_STORE = "no_store"
    OFF = "off"
    RIGHT = "right"
    UNKNOWN = "unknown"
    WRONG = "wrong"

    def __str__(self) -> str:
        return str(self.value)
