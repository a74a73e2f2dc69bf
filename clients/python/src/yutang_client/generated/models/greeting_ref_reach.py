from enum import StrEnum

class GreetingRefReach(StrEnum):
    CHANNEL = "channel"
    CORP = "corp"
    DEPARTMENT = "department"

    def __str__(self) -> str:
        return str(self.value)
