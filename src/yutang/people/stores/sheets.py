"""Sheets of stores: CSV and Excel in, CSV out."""

import asyncio
import codecs
import csv
import io
import unicodedata
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum

from yutang.kernel.cells import cell_text

from .errors import SheetTooLargeError, UnreadableSheetError
from .schemas import ROWS, SHEET_BYTES, Language

BOM = "\ufeff"
"""Excel takes a CSV for GBK without it."""
UNPACKED_BYTES = 200 << 20
"""A workbook of a few KB can claim to be endless."""
CELL_CHARACTERS = 1 << 17
_FORMULA = ("=", "+", "-", "@")
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_NAMES: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "number": ("门店编号", "Number", ("编号", "门店号", "店号", "storenumber", "storeno")),
    "name": ("门店名称", "Name", ("门店", "店名", "名称", "store", "storename")),
    "city": ("城市", "City", ()),
    "address": ("地址", "Address", ("门店地址",)),
    "phone": ("电话", "Phone", ("门店电话", "联系电话")),
    "hours": ("营业时间", "Hours", ("openinghours",)),
    "latitude": ("纬度", "Latitude", ("lat",)),
    "longitude": ("经度", "Longitude", ("lng", "lon")),
    "department": ("部门", "Department", ("企业微信部门", "部门id", "departmentid")),
    "managers": ("店长账号", "Managers", ("店长", "manager")),
    "members": ("员工账号", "Members", ("员工", "member", "staff")),
    "state": ("状态", "State", ("营业状态",)),
}
COLUMNS = tuple(_NAMES)
_BY_HEADER = {
    folded: key
    for key, (chinese, english, others) in _NAMES.items()
    for folded in (chinese, english.lower(), *others, key)
}


@dataclass(frozen=True, slots=True)
class Row:
    """One row by column; `number` is what a spreadsheet shows beside it."""

    number: int
    cells: dict[str, str]


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet whose columns are known."""

    headers: dict[str, str]
    """What the file calls each of COLUMNS that it has."""
    ignored: list[str]
    rows: list[Row]


def headers(language: Language) -> list[str]:
    """Of every column, in order."""
    return [chinese if language == "zh-CN" else english for chinese, english, _ in _NAMES.values()]


async def read(content: bytes, name: str) -> Table:
    """Read a file by its content, in a thread; of a workbook the first sheet with a number column.

    Raises UnreadableSheetError, SheetTooLargeError.
    """
    if len(content) > SHEET_BYTES:
        message = f"{name} is larger than {SHEET_BYTES >> 20} MB; split it"
        raise SheetTooLargeError(message)
    return await asyncio.to_thread(_read, content, name)


def write_csv(header: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """UTF-8 with a mark for Excel; what Excel would run as a formula is shown instead."""
    sink = io.StringIO(newline="")
    sink.write(BOM)
    writer = csv.writer(sink)
    writer.writerow(header)
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    return sink.getvalue().encode()


def _harmless(cell: str) -> str:
    if not cell.startswith(_FORMULA):
        return cell
    try:
        float(cell)
    except ValueError:
        return f"'{cell}"
    return cell


def _read(content: bytes, name: str) -> Table:
    if not content.strip():
        message = f"{name} is empty"
        raise UnreadableSheetError(message)
    if content.startswith(b"PK\x03\x04"):
        return _read_workbook(content, name)
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        message = f"{name} is a workbook of Excel 97–2003 or has a password; save it as .xlsx"
        raise UnreadableSheetError(message)
    found = _cut(_lines(_decode(content, name)), name)
    if found is None:
        raise _no_number(name)
    return found


def _no_number(name: str) -> UnreadableSheetError:
    return UnreadableSheetError(
        f"{name} has no column 门店编号 or Number in its first row; take the template's headers"
    )


def _read_workbook(content: bytes, name: str) -> Table:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            size = sum(one.file_size for one in packed.infolist())
        if size > UNPACKED_BYTES:
            message = f"{name} unpacks to more than {UNPACKED_BYTES >> 20} MB; save it as CSV"
            raise SheetTooLargeError(message)
        with CalamineWorkbook.from_filelike(io.BytesIO(content)) as book:
            for one in book.sheets_metadata:
                if one.typ != SheetTypeEnum.WorkSheet:
                    continue
                sheet = book.get_sheet_by_name(one.name)
                if sheet.start is None:
                    continue
                texts = [[cell_text(value) for value in row] for row in sheet.iter_rows()]
                found = _cut(list(enumerate(texts, start=1)), name)
                if found is not None:
                    return found
    except (CalamineError, zipfile.BadZipFile, OSError, ValueError) as error:
        message = f"{name} cannot be read as an Excel workbook: {error}; save it anew as .xlsx"
        raise UnreadableSheetError(message) from error
    raise _no_number(name)


def _decode(content: bytes, name: str) -> str:
    marked = next((encoding for bom, encoding in _BOMS if content.startswith(bom)), None)
    for encoding in (marked,) if marked else ("utf-8", "gb18030"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text
    message = f"{name} is neither Excel nor a CSV in UTF-8 or GBK; save it as CSV UTF-8"
    raise UnreadableSheetError(message)


def _lines(text: str) -> list[tuple[int, list[str]]]:
    """Rows with the numbers that a spreadsheet would show."""
    head = next((line for line in text.splitlines() if line.strip()), "")
    delimiter = max(",;\t", key=head.count)
    csv.field_size_limit(CELL_CHARACTERS)
    try:
        return list(enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), 1))
    except csv.Error as error:
        message = f"the file cannot be read to its end: {error}; look for a lone quotation mark"
        raise UnreadableSheetError(message) from error


def _cut(lines: list[tuple[int, list[str]]], name: str) -> Table | None:
    """The rows below the first that is not blank; None where that names no number."""
    full = [(number, row) for number, row in lines if any(cell.strip() for cell in row)]
    if not full:
        return None
    _, head = full[0]
    places: dict[str, int] = {}
    ignored = []
    for place, cell in enumerate(head):
        key = _BY_HEADER.get(_folded(cell))
        if key is not None and key not in places:
            places[key] = place
        elif cell.strip():
            ignored.append(cell.strip()[:40])
    if "number" not in places:
        return None
    if len(full) == 1:
        message = f"{name} has a header and no rows"
        raise UnreadableSheetError(message)
    if len(full) - 1 > ROWS:
        message = f"{name} has {len(full) - 1:,} rows; {ROWS:,} is the most at once: split it"
        raise SheetTooLargeError(message)
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
