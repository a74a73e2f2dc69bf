from enum import StrEnum

class ListGroupsKindItem(StrEnum):
    INTEREST = "interest"
    KNOWLEDGE = "knowledge"
    MARKETING = "marketing"
    NONE = "none"
    PRODUCT = "product"
    RESOURCE = "resource"

    def __str__(self) -> str:
        return str(self.value)
