from enum import StrEnum

class KindDetailKeptBy(StrEnum):
    DEFAULT = "default"
    FAMILY = "family"
    KIND = "kind"

    def __str__(self) -> str:
        return str(self.value)
