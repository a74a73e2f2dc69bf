from enum import StrEnum

class UnknownAddWhy(StrEnum):
    GONE = "gone"
    NOT_READ = "not_read"
    NOT_TOLD = "not_told"

    def __str__(self) -> str:
        return str(self.value)
