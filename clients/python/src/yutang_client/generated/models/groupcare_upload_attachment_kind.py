from enum import StrEnum

class GroupcareUploadAttachmentKind(StrEnum):
    FILE = "file"
    VIDEO = "video"

    def __str__(self) -> str:
        return str(self.value)
