from enum import StrEnum

class NoteReadOutcomeType0(StrEnum):
    INTERESTED = "interested"
    NOT_NOW = "not_now"
    NO_ANSWER = "no_answer"
    REACHED = "reached"
    REFUSED = "refused"

    def __str__(self) -> str:
        return str(self.value)
