from enum import StrEnum

class ChannelsReadSheetKind(StrEnum):
    PDF = "pdf"
    PNG = "png"
    SVG = "svg"

    def __str__(self) -> str:
        return str(self.value)
