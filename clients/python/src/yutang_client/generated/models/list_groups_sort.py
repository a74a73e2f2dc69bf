from enum import StrEnum

class ListGroupsSort(StrEnum):
    LAST_JOINED_AT = "last_joined_at"
    NAME = "name"
    PEOPLE = "people"
    VALUE_1 = "-people"
    VALUE_3 = "-created_at"
    VALUE_4 = "-joined_7"
    VALUE_5 = "-left_7"
    VALUE_7 = "-last_joined_at"

    def __str__(self) -> str:
        return str(self.value)
