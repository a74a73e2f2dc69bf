from enum import StrEnum

class NewGreetingStanding(StrEnum):
    ANY = "any"
    NEW = "new"
    RETURNING = "returning"

    def __str__(self) -> str:
        return str(self.value)
