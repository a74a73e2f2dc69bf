from enum import StrEnum

class GroupStayLeftHowType0(StrEnum):
    DISMISSED = "dismissed"
    LEFT = "left"
    PUT_OUT = "put_out"
    UNSEEN = "unseen"

    def __str__(self) -> str:
        return str(self.value)
