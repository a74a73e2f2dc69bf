"""Rows into a workbook, sheet after sheet."""

from collections.abc import Sequence
from pathlib import Path

import pyarrow.parquet as pq
from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

SHEET_ROWS = 1_048_576
"""Excel's end of a sheet, the header included."""
ROWS_AT_ONCE = 20_000


class ExcelTable:
    """Sheet after sheet, each full to its end with the header on top."""

    def __init__(self, path: Path, header: Sequence[str], sheet_rows: int = SHEET_ROWS) -> None:
        self._path = path
        self._header = list(header)
        self._sheet_rows = sheet_rows
        self._book = Workbook(write_only=True)
        self._left = 0

    def add(self, columns: Sequence[Sequence[str | None]]) -> None:
        """Write rows, column by column."""
        for row in zip(*columns, strict=True):
            if not self._left:
                self._sheet = self._book.create_sheet(str(len(self._book.sheetnames) + 1))
                self._sheet.append(self._header)
                self._left = self._sheet_rows - 1
            self._sheet.append(
                [None if cell is None else ILLEGAL_CHARACTERS_RE.sub("", cell) for cell in row]
            )
            self._left -= 1

    def close(self) -> None:
        """End the file."""
        if not self._book.sheetnames:
            self._book.create_sheet("1").append(self._header)
        self._book.save(self._path)


def to_workbook(source: Path, target: Path, sheet_rows: int = SHEET_ROWS) -> None:
    """A Parquet file as a workbook."""
    file = pq.ParquetFile(source)
    table = ExcelTable(target, file.schema_arrow.names, sheet_rows)
    for batch in file.iter_batches(batch_size=ROWS_AT_ONCE):
        table.add([column.to_pylist() for column in batch.columns])
    table.close()
