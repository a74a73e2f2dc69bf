"""Rows into a file of one of three formats, in memory that does not grow."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

import pyarrow as pa
import pyarrow.csv as pacsv
import pyarrow.parquet as pq
from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

SHEET_ROWS = 1_048_576
"""Excel's end of a sheet, the header included."""
ROWS_AT_ONCE = 20_000
BOM = b"\xef\xbb\xbf"
"""Excel takes a CSV for GBK without it."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_NUMBER = re.compile(r"[+-][0-9 ]+(?:\*{4} [0-9]+)?")
"""A phone number abroad, its middle hidden or not, or a number below zero: no formula."""


class Table(Protocol):
    """A file that takes rows of texts."""

    def add(self, columns: Sequence[Sequence[str | None]]) -> None:
        """Write rows, column by column."""

    def close(self) -> None:
        """End the file."""


class CsvTable:
    """UTF-8 with a mark for Excel; a cell that Excel would run as a formula is shown instead."""

    def __init__(self, path: Path, header: Sequence[str]) -> None:
        self._schema = _schema(len(header))
        self._file = path.open("wb")
        self._file.write(BOM)
        named = pa.schema([(name, pa.string()) for name in header])
        pacsv.write_csv(named.empty_table(), self._file)
        self._writer = pacsv.CSVWriter(
            self._file, self._schema, write_options=pacsv.WriteOptions(include_header=False)
        )

    def add(self, columns: Sequence[Sequence[str | None]]) -> None:
        """Write rows, column by column."""
        harmless = [[_harmless(cell) for cell in column] for column in columns]
        self._writer.write(pa.record_batch(harmless, schema=self._schema))

    def close(self) -> None:
        """End the file."""
        self._writer.close()
        self._file.close()


class ParquetTable:
    """Texts under the header's names."""

    def __init__(self, path: Path, header: Sequence[str]) -> None:
        # A field of the corp may be named like a column of ours.
        names = [
            name if header.index(name) == place else f"{name} ({place + 1})"
            for place, name in enumerate(header)
        ]
        self._schema = pa.schema([(name, pa.string()) for name in names])
        self._writer = pq.ParquetWriter(path, self._schema, compression="zstd")

    def add(self, columns: Sequence[Sequence[str | None]]) -> None:
        """Write rows, column by column."""
        self._writer.write_batch(pa.record_batch([*columns], schema=self._schema))

    def close(self) -> None:
        """End the file."""
        self._writer.close()


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


def _schema(width: int) -> pa.Schema:
    return pa.schema([(f"c{place}", pa.string()) for place in range(width)])


def _harmless(cell: str | None) -> str | None:
    if cell is None or not cell.startswith(_FORMULA) or _NUMBER.fullmatch(cell):
        return cell
    return f"'{cell}"


def to_workbook(source: Path, target: Path, sheet_rows: int = SHEET_ROWS) -> None:
    """A Parquet file as a workbook; run in a process of its own, since it is slow Python."""
    file = pq.ParquetFile(source)
    table = ExcelTable(target, file.schema_arrow.names, sheet_rows)
    for batch in file.iter_batches(batch_size=ROWS_AT_ONCE):
        table.add([column.to_pylist() for column in batch.columns])
    table.close()
