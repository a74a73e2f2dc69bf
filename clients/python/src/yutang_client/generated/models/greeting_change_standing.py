from enum import StrEnum

class GreetingChangeStanding(StrEnum):
    ANY = "any"
    NEW = "new"
    RETURNING = "returning"

    def __str__(self) -> str:
        return str(self.value)
