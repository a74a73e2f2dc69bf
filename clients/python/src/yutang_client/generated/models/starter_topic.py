from enum import StrEnum

class StarterTopic(StrEnum):
    ACTIVITY = "activity"
    DEMOGRAPHIC = "demographic"
    MEMBER = "member"
    PRODUCT = "product"
    SPENDING = "spending"
    WEALTH = "wealth"
    WECOM = "wecom"

    def __str__(self) -> str:
        return str(self.value)
