from enum import StrEnum

class GroupDayReadWhyNullType0(StrEnum):
    BY_OWNER = "by_owner"
    NOT_READ = "not_read"
    NOT_YET = "not_yet"
    TOO_OLD = "too_old"

    def __str__(self) -> str:
        return str(self.value)
