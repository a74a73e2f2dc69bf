from enum import StrEnum

class ShapeSubject(StrEnum):
    EVENTS = "events"
    MEMBERS = "members"
    ORDERS = "orders"

    def __str__(self) -> str:
        return str(self.value)
