from enum import StrEnum

class GreetingFileKind(StrEnum):
    COVER = "cover"
    FILE = "file"
    IMAGE = "image"
    VIDEO = "video"

    def __str__(self) -> str:
        return str(self.value)
