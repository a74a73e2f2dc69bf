from enum import StrEnum

class GreetingReadStanding(StrEnum):
    ANY = "any"
    NEW = "new"
    RETURNING = "returning"

    def __str__(self) -> str:
        return str(self.value)
