from enum import StrEnum

class NewListWhat(StrEnum):
    EXTERNAL_IDS = "external_ids"
    IDS = "ids"
    MEMBER_NUMBERS = "member_numbers"
    PHONES = "phones"

    def __str__(self) -> str:
        return str(self.value)
