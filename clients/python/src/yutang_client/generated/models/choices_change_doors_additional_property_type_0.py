from enum import StrEnum

class ChoicesChangeDoorsAdditionalPropertyType0(StrEnum):
    INBOX = "inbox"
    OFF = "off"
    WECOM = "wecom"

    def __str__(self) -> str:
        return str(self.value)
