from enum import StrEnum

class GreetingReadReach(StrEnum):
    CHANNEL = "channel"
    CORP = "corp"
    DEPARTMENT = "department"

    def __str__(self) -> str:
        return str(self.value)
