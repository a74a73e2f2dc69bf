from enum import StrEnum

class AttentionKey(StrEnum):
    DEAD_LETTERS = "dead_letters"
    FAILED_CODES = "failed_codes"
    MISSED_WELCOMES = "missed_welcomes"
    REFUSED_TAGS = "refused_tags"
    ROOM_SHORT = "room_short"

    def __str__(self) -> str:
        return str(self.value)
