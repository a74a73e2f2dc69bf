from enum import StrEnum

class GroupProfileKindType0(StrEnum):
    INTEREST = "interest"
    KNOWLEDGE = "knowledge"
    MARKETING = "marketing"
    PRODUCT = "product"
    RESOURCE = "resource"

    def __str__(self) -> str:
        return str(self.value)
