from enum import StrEnum

class ListLossesWhat(StrEnum):
    PERSONS = "persons"
    RELATIONS = "relations"
    RETURNED = "returned"

    def __str__(self) -> str:
        return str(self.value)
