from enum import StrEnum

class RulesReadDoorsAdditionalProperty(StrEnum):
    INBOX = "inbox"
    OFF = "off"
    WECOM = "wecom"

    def __str__(self) -> str:
        return str(self.value)
