from enum import StrEnum

class ActivityReadState(StrEnum):
    ABSENT = "absent"
    FAILING = "failing"
    TELLING = "telling"
    WAITING = "waiting"

    def __str__(self) -> str:
        return str(self.value)
