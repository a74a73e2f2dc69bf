from enum import StrEnum

class SourceReadKind(StrEnum):
    MINI_PROGRAM = "mini_program"
    SERVER = "server"
    WEB = "web"
    WEBHOOK = "webhook"

    def __str__(self) -> str:
        return str(self.value)
