"""Excel workbooks: their sheets with one header become one stream of rows."""

import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetTypeEnum

from yutang.kernel.cells import cell_text

from .errors import EmptyFileError, UnreadableFileError
from .guessing import folded, guess_target
from .order_words import guess_order_target
from .schemas import Sheet

ROWS_AT_ONCE = 20_000
SAMPLES = 20
LARGEST_BYTES = 16 << 30
"""Unpacked: a workbook of a few KB can claim to be endless."""

Contents = tuple[list[str], list[list[str]], list[Sheet]]
"""Header, some rows, and the sheets."""


@dataclass(frozen=True, slots=True)
class _Opened:
    """A sheet whose header was read."""

    header: list[str]
    rows: Any
    left: int
    """Empty columns before the first one with something in it."""
    above: int
    """Empty rows above the header."""


def convert(
    source: Path, target: Path, name: str
) -> tuple[list[str], list[list[str]], list[Sheet]]:
    """Write the rows of a workbook as one Parquet of texts; returns header, samples and sheets.

    Sheets whose header differs from that of the first one with a header are left out and told so.
    Raises UnreadableFileError and EmptyFileError.
    """
    _demand_sane(source, name)
    try:
        with CalamineWorkbook.from_path(source) as book:
            return _convert(book, target, name)
    except (CalamineError, OSError, ValueError) as error:
        message = f"{name} cannot be read as an Excel workbook: {error}; save it anew as .xlsx"
        raise UnreadableFileError(message) from error


def _demand_sane(source: Path, name: str) -> None:
    try:
        with zipfile.ZipFile(source) as packed:
            names = packed.namelist()
            size = sum(one.file_size for one in packed.infolist())
    except zipfile.BadZipFile as error:
        message = f"{name} begins like an Excel workbook and is damaged; save it anew"
        raise UnreadableFileError(message) from error
    if not any(one.startswith("xl/") for one in names):
        message = f"{name} is a packed file, no Excel workbook: unpack it and send what is in it"
        raise UnreadableFileError(message)
    if size > LARGEST_BYTES:
        message = f"{name} unpacks to more than {LARGEST_BYTES >> 30} GB; save it as CSV"
        raise UnreadableFileError(message)


def _convert(book: CalamineWorkbook, target: Path, name: str) -> Contents:
    names = [one.name for one in book.sheets_metadata if one.typ == SheetTypeEnum.WorkSheet]
    found = _gather(book, names, target, _is_known)
    if not found[0]:
        # No header says what its column is; then the first sheet of several columns, or the first.
        found = _gather(book, names, target, lambda header: len(header) > 1)
    if not found[0]:
        found = _gather(book, names, target, bool)
    header, _, sheets = found
    if not header:
        message = f"{name} has no sheet with anything in it"
        raise EmptyFileError(message)
    if not any(sheet.rows for sheet in sheets):
        message = f"{name} has a header and no rows"
        raise EmptyFileError(message)
    return found


def _is_known(header: list[str]) -> bool:
    names = [folded(cell) for cell in header]
    return any(guess_target(name) or guess_order_target(name) for name in names)


def _gather(
    book: CalamineWorkbook, names: list[str], target: Path, fits: Callable[[list[str]], bool]
) -> Contents:
    """The first sheet whose header fits, and all with the same header."""
    header: list[str] = []
    samples: list[list[str]] = []
    sheets: list[Sheet] = []
    writer: pq.ParquetWriter | None = None
    try:
        for name in names:
            opened = _open(book.get_sheet_by_name(name))
            if opened is None or (opened.header != header if header else not fits(opened.header)):
                sheets.append(Sheet(name=name, used=False))
                continue
            header = opened.header
            writer = writer or pq.ParquetWriter(target, _schema(len(header)))
            rows = _write(opened, writer, samples)
            sheets.append(Sheet(name=name, used=True, rows=rows, blank_rows=opened.above))
    finally:
        if writer is not None:
            writer.close()
    return header, samples, sheets


def _schema(width: int) -> pa.Schema:
    return pa.schema([(f"c{index}", pa.string()) for index in range(width)])


def _open(sheet: CalamineSheet) -> _Opened | None:
    """Its header is the first row with something in it; empty rows above are given too."""
    if sheet.start is None:
        return None
    rows = sheet.iter_rows()
    for above, row in enumerate(rows):
        cells = [cell_text(value) for value in row]
        full = [place for place, cell in enumerate(cells) if cell]
        if full:
            return _Opened(cells[full[0] : full[-1] + 1], rows, full[0], above)
    return None


def _write(opened: _Opened, writer: pq.ParquetWriter, samples: list[list[str]]) -> int:
    width = len(opened.header)
    schema = _schema(width)
    total = 0
    part: list[list[str | None]] = [[] for _ in range(width)]
    for row in opened.rows:
        cells = [cell_text(value) for value in row[opened.left : opened.left + width]]
        cells += [""] * (width - len(cells))
        total += 1
        if len(samples) < SAMPLES:
            samples.append(cells)
        for column, cell in zip(part, cells, strict=True):
            column.append(cell or None)
        if len(part[0]) == ROWS_AT_ONCE:
            writer.write_batch(pa.record_batch(part, schema=schema))
            part = [[] for _ in range(width)]
    if part and part[0]:
        writer.write_batch(pa.record_batch(part, schema=schema))
    return total
