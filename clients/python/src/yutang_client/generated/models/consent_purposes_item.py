from enum import StrEnum

class ConsentPurposesItem(StrEnum):
    MARKETING = "marketing"
    PHONE = "phone"
    SENSITIVE = "sensitive"

    def __str__(self) -> str:
        return str(self.value)
