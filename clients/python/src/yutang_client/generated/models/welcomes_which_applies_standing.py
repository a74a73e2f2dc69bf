from enum import StrEnum

class WelcomesWhichAppliesStanding(StrEnum):
    NEW = "new"
    RETURNING = "returning"

    def __str__(self) -> str:
        return str(self.value)
