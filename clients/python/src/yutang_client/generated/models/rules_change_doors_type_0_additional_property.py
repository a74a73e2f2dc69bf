from enum import StrEnum

class RulesChangeDoorsType0AdditionalProperty(StrEnum):
    INBOX = "inbox"
    OFF = "off"
    WECOM = "wecom"

    def __str__(self) -> str:
        return str(self.value)
