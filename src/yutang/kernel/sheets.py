"""Sheets that people fill in: CSV and Excel in, with the columns of a form; CSV out."""

import asyncio
import codecs
import csv
import io
import unicodedata
import zipfile
from collections.abc import AsyncIterable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum

from .cells import cell_text
from .errors import DomainError

BOM: Final = "\ufeff"
"""Excel takes a CSV for GBK without it."""
UNPACKED_BYTES: Final = 200 << 20
"""A workbook of a few KB can claim to be endless."""
CELL_CHARACTERS: Final = 1 << 17
_FORMULA: Final = ("=", "+", "-", "@")
_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


@dataclass(frozen=True, slots=True)
class Form:
    """What sheets of one kind hold, and with what others are refused."""

    columns: dict[str, tuple[str, str, tuple[str, ...]]]
    """By key the Chinese header, the English one, and what else people write, folded."""
    needed: frozenset[str]
    """A sheet has one of these columns at least."""
    lacking: str
    """Their headers, for who has none of them."""
    most_rows: int
    most_bytes: int
    unreadable: type[DomainError]
    too_large: type[DomainError]

    def headers(self, language: Literal["zh-CN", "en"]) -> list[str]:
        """Of every column, in order."""
        return [
            chinese if language == "zh-CN" else english
            for chinese, english, _ in self.columns.values()
        ]


@dataclass(frozen=True, slots=True)
class Row:
    """One row by column; `number` is what a spreadsheet shows beside it."""

    number: int
    cells: dict[str, str]


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet whose columns are known."""

    headers: dict[str, str]
    """What the file calls each column that it has."""
    ignored: list[str]
    rows: list[Row]


async def receive(blocks: AsyncIterable[bytes], form: Form) -> bytes:
    """A file as it comes in. Raises the form's `too_large`."""
    content = bytearray()
    async for block in blocks:
        content += block
        if len(content) > form.most_bytes:
            message = f"the file is larger than {form.most_bytes >> 20} MB; split it"
            raise form.too_large(message)
    return bytes(content)


async def read(content: bytes, name: str, form: Form) -> Table:
    """Read a file by its content, in a thread; of a workbook the first sheet with a needed column.

    Raises the form's `unreadable` and `too_large`.
    """
    return await asyncio.to_thread(_read, content, name, form)


def write_csv(header: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """UTF-8 with a mark for Excel; what Excel would run as a formula is shown instead."""
    sink = io.StringIO(newline="")
    sink.write(BOM)
    writer = csv.writer(sink)
    writer.writerow(header)
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    return sink.getvalue().encode()


def harmless(cell: str) -> str:
    """What Excel would run as a formula, as a text."""
    if not cell.startswith(_FORMULA):
        return cell
    try:
        float(cell)
    except ValueError:
        return f"'{cell}"
    return cell


def _read(content: bytes, name: str, form: Form) -> Table:
    if not content.strip():
        message = f"{name} is empty"
        raise form.unreadable(message)
    if content.startswith(b"PK\x03\x04"):
        return _read_workbook(content, name, form)
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        message = f"{name} is a workbook of Excel 97–2003 or has a password; save it as .xlsx"
        raise form.unreadable(message)
    found = _cut(_lines(_decode(content, name, form), form), name, form)
    if found is None:
        raise _lacking(name, form)
    return found


def _lacking(name: str, form: Form) -> DomainError:
    return form.unreadable(
        f"{name} has no column {form.lacking} in its first row; take the template's headers"
    )


def _read_workbook(content: bytes, name: str, form: Form) -> Table:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            size = sum(one.file_size for one in packed.infolist())
        if size > UNPACKED_BYTES:
            message = f"{name} unpacks to more than {UNPACKED_BYTES >> 20} MB; save it as CSV"
            raise form.too_large(message)
        with CalamineWorkbook.from_filelike(io.BytesIO(content)) as book:
            for one in book.sheets_metadata:
                if one.typ != SheetTypeEnum.WorkSheet:
                    continue
                sheet = book.get_sheet_by_name(one.name)
                if sheet.start is None:
                    continue
                texts = [[cell_text(value) for value in row] for row in sheet.iter_rows()]
                found = _cut(list(enumerate(texts, start=1)), name, form)
                if found is not None:
                    return found
    except (CalamineError, zipfile.BadZipFile, OSError, ValueError) as error:
        message = f"{name} cannot be read as an Excel workbook: {error}; save it anew as .xlsx"
        raise form.unreadable(message) from error
    raise _lacking(name, form)


def _decode(content: bytes, name: str, form: Form) -> str:
    marked = next((encoding for bom, encoding in _BOMS if content.startswith(bom)), None)
    for encoding in (marked,) if marked else ("utf-8", "gb18030"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text
    message = f"{name} is neither Excel nor a CSV in UTF-8 or GBK; save it as CSV UTF-8"
    raise form.unreadable(message)


def _lines(text: str, form: Form) -> list[tuple[int, list[str]]]:
    """Rows with the numbers that a spreadsheet would show."""
    head = next((line for line in text.splitlines() if line.strip()), "")
    delimiter = max(",;\t", key=head.count)
    csv.field_size_limit(CELL_CHARACTERS)
    try:
        return list(enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), 1))
    except csv.Error as error:
        message = f"the file cannot be read to its end: {error}; look for a lone quotation mark"
        raise form.unreadable(message) from error


def _cut(lines: list[tuple[int, list[str]]], name: str, form: Form) -> Table | None:
    """The rows below the first that is not blank; None where that has no needed column."""
    full = [(number, row) for number, row in lines if any(cell.strip() for cell in row)]
    if not full:
        return None
    _, head = full[0]
    known = {
        folded: key
        for key, (chinese, english, others) in form.columns.items()
        for folded in (chinese, english.lower(), *others, key)
    }
    places: dict[str, int] = {}
    ignored = []
    for place, cell in enumerate(head):
        key = known.get(_folded(cell))
        if key is not None and key not in places:
            places[key] = place
        elif cell.strip():
            ignored.append(cell.strip()[:40])
    if not form.needed & places.keys():
        return None
    if len(full) == 1:
        message = f"{name} has a header and no rows"
        raise form.unreadable(message)
    if len(full) - 1 > form.most_rows:
        message = (
            f"{name} has {len(full) - 1:,} rows; {form.most_rows:,} is the most at once: split it"
        )
        raise form.too_large(message)
    rows = [
        Row(
            number,
            {
                key: _plain(cells[place]) if place < len(cells) else ""
                for key, place in places.items()
            },
        )
        for number, cells in full[1:]
    ]
    return Table({key: head[place].strip() for key, place in places.items()}, ignored, rows)


def _plain(cell: str) -> str:
    text = " ".join(cell.split())
    # As `write_csv` shows it.
    return text[1:] if text.startswith("'") and text[1:].startswith(_FORMULA) else text


def _folded(header: str) -> str:
    folded = "".join(unicodedata.normalize("NFKC", header).lower().split())
    return folded.partition("(")[0].strip("*:_").replace("_", "")
