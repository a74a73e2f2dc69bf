from enum import StrEnum

class GroupCodeReadShows(StrEnum):
    NONE = "none"
    PICTURE = "picture"
    STAFF = "staff"
    WAY = "way"

    def __str__(self) -> str:
        return str(self.value)
