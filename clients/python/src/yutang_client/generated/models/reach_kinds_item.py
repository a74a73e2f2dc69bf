from enum import StrEnum

class ReachKindsItem(StrEnum):
    INTEREST = "interest"
    KNOWLEDGE = "knowledge"
    MARKETING = "marketing"
    PRODUCT = "product"
    RESOURCE = "resource"

    def __str__(self) -> str:
        return str(self.value)
