from enum import StrEnum

class ListTouchpointsKindType0(StrEnum):
    AD = "ad"
    ARTICLE = "article"
    DOOR = "door"
    ORDER_PAGE = "order_page"
    OTHER = "other"
    PARCEL = "parcel"
    TABLE = "table"
    TILL = "till"
    VIDEO = "video"

    def __str__(self) -> str:
        return str(self.value)
