from enum import StrEnum

class GroupcodesReadSheetSize(StrEnum):
    BADGE = "badge"
    POSTER = "poster"
    STAND = "stand"
    TABLE_CARD = "table_card"

    def __str__(self) -> str:
        return str(self.value)
