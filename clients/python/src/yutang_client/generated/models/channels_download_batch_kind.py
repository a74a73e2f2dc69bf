from enum import StrEnum

class ChannelsDownloadBatchKind(StrEnum):
    CSV = "csv"
    XLSX = "xlsx"
    ZIP = "zip"

    def __str__(self) -> str:
        return str(self.value)
