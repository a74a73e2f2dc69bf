from enum import StrEnum

class AnswerItemKind(StrEnum):
    DATE = "date"
    LONG_TEXT = "long_text"
    MONEY = "money"
    NUMBER = "number"
    ONE_OF = "one_of"
    SEVERAL_OF = "several_of"
    TEXT = "text"
    YES_NO = "yes_no"

    def __str__(self) -> str:
        return str(self.value)
