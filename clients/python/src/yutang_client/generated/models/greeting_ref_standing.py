from enum import StrEnum

class GreetingRefStanding(StrEnum):
    ANY = "any"
    NEW = "new"
    RETURNING = "returning"

    def __str__(self) -> str:
        return str(self.value)
