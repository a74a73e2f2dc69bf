"""Rows into a file of one of three formats, in memory that does not grow."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

import pyarrow as pa
import pyarrow.csv as pacsv
import pyarrow.parquet as pq

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


def _schema(width: int) -> pa.Schema:
    return pa.schema([(f"c{place}", pa.string()) for place in range(width)])


def _harmless(cell: str | None) -> str | None:
    if cell is None or not cell.startswith(_FORMULA) or _NUMBER.fullmatch(cell):
        return cell
    return f"'{cell}"


def make_workbook(source: Path, target: Path) -> None:
    """A Parquet file as a workbook; run in a process of its own, since it is slow Python."""
    # Only that process reads openpyxl: a tenth of the start of every other.
    from .workbooks import to_workbook  # noqa: PLC0415

    to_workbook(source, target)
