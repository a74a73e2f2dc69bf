from enum import StrEnum

class ShapeSubject(StrEnum):
    MEMBERS = "members"
    ORDERS = "orders"

    def __str__(self) -> str:
        return str(self.value)
