from enum import StrEnum

class PersonRfmWhyType0(StrEnum):
    LONG_AGO = "long_ago"
    NEVER_BOUGHT = "never_bought"
    NEVER_RECKONED = "never_reckoned"
    NOT_COUNTED = "not_counted"

    def __str__(self) -> str:
        return str(self.value)
