from enum import StrEnum

class RfmScoredKey(StrEnum):
    GENERAL_DEVELOP = "general_develop"
    GENERAL_KEEP = "general_keep"
    GENERAL_RETAIN = "general_retain"
    GENERAL_VALUE = "general_value"
    IMPORTANT_DEVELOP = "important_develop"
    IMPORTANT_KEEP = "important_keep"
    IMPORTANT_RETAIN = "important_retain"
    IMPORTANT_VALUE = "important_value"

    def __str__(self) -> str:
        return str(self.value)
