from enum import StrEnum

class ExportReadFormat(StrEnum):
    CSV = "csv"
    ORDERS = "orders"
    PARQUET = "parquet"
    PERSON = "person"
    XLSX = "xlsx"

    def __str__(self) -> str:
        return str(self.value)
