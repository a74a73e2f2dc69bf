from enum import StrEnum

class ActivationReadReasonType0(StrEnum):
    NOT_ALL_TOLD = "not_all_told"
    NO_SOURCE = "no_source"

    def __str__(self) -> str:
        return str(self.value)
