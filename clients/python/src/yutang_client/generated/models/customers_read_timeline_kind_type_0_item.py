from enum import StrEnum

class CustomersReadTimelineKindType0Item(StrEnum):
    ATTRIBUTE = "attribute"
    FOLLOW_UP = "follow_up"
    MARKETING = "marketing"
    MEMBER = "member"
    NOTE = "note"
    QUESTIONS = "questions"
    RELATION = "relation"
    STAGE = "stage"
    TAG = "tag"
    WELCOME = "welcome"

    def __str__(self) -> str:
        return str(self.value)
