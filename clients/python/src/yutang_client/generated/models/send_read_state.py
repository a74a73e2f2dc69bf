from enum import StrEnum

class SendReadState(StrEnum):
    DUE = "due"
    FAILED = "failed"
    TAKEN = "taken"

    def __str__(self) -> str:
        return str(self.value)
