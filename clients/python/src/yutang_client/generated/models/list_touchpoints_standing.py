from enum import StrEnum

class ListTouchpointsStanding(StrEnum):
    ARCHIVED = "archived"
    NOW = "now"

    def __str__(self) -> str:
        return str(self.value)
