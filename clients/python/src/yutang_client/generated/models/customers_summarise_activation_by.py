from enum import StrEnum

class CustomersSummariseActivationBy(StrEnum):
    CHANNEL = "channel"
    DAY = "day"
    STAFF = "staff"

    def __str__(self) -> str:
        return str(self.value)
