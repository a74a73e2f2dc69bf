from enum import StrEnum

class PersonPrivacyBarredType0(StrEnum):
    MINOR = "minor"
    REFUSED = "refused"

    def __str__(self) -> str:
        return str(self.value)
