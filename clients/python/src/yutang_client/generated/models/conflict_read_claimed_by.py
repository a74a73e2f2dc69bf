from enum import StrEnum

class ConflictReadClaimedBy(StrEnum):
    DEVICE = "device"
    EXTERNAL = "external"
    MEMBER_NUMBER = "member_number"
    OPENID = "openid"
    PHONE = "phone"
    UNIONID = "unionid"

    def __str__(self) -> str:
        return str(self.value)
