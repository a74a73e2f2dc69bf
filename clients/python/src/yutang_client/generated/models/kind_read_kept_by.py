from enum import StrEnum

class KindReadKeptBy(StrEnum):
    DEFAULT = "default"
    FAMILY = "family"
    KIND = "kind"

    def __str__(self) -> str:
        return str(self.value)
