from enum import StrEnum

class NicknameFormPartsItem(StrEnum):
    CITY = "city"
    GENDER = "gender"
    INDUSTRY = "industry"
    MEMBER_NUMBER = "member_number"
    NAME = "name"
    NICKNAME = "nickname"
    REGION = "region"
    STORE = "store"

    def __str__(self) -> str:
        return str(self.value)
