from enum import StrEnum

class StaffPagesReadOwnLifeKindType0Item(StrEnum):
    ATTRIBUTE = "attribute"
    CART = "cart"
    COUPON = "coupon"
    CUSTOM = "custom"
    FOLLOW_UP = "follow_up"
    MARKETING = "marketing"
    MEMBER = "member"
    MEMBERSHIP = "membership"
    NOTE = "note"
    ORDER = "order"
    PAGE = "page"
    PERSON = "person"
    PRODUCT = "product"
    QUESTIONS = "questions"
    RELATION = "relation"
    SEGMENT = "segment"
    SERVICE = "service"
    STAGE = "stage"
    TAG = "tag"
    WELCOME = "welcome"

    def __str__(self) -> str:
        return str(self.value)
