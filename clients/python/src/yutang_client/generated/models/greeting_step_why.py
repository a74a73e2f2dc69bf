from enum import StrEnum

class GreetingStepWhy(StrEnum):
    APPLIES = "applies"
    FARTHER = "farther"
    LESS_EXACT = "less_exact"
    OTHER_HOURS = "other_hours"
    OTHER_PEOPLE = "other_people"

    def __str__(self) -> str:
        return str(self.value)
