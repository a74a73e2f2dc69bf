from enum import StrEnum

class SilenceRowWhyEndedType0(StrEnum):
    LEFT = "left"
    PATIENCE = "patience"
    SIGN = "sign"
    UNKNOWN = "unknown"

    def __str__(self) -> str:
        return str(self.value)
