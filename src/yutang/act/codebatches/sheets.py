"""Tables of codes: CSV and Excel in; CSV, Excel and pictures out."""

import asyncio
import csv
import io
import unicodedata
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum

from yutang.kernel.cells import cell_text

from .errors import SheetTooLargeError, UnreadableSheetError
from .schemas import ROWS, SHEET_BYTES, Language

UNPACKED_BYTES: Final = 100 << 20
"""A workbook of a few KB can claim to be endless."""
_FORMULA: Final = ("=", "+", "-", "@")
_NAMES: Final[dict[str, tuple[str, str, tuple[str, ...]]]] = {
    "name": ("活码名称", "Name", ("名称", "渠道", "渠道活码", "code", "codename")),
    "staff": ("员工账号", "Staff", ("员工", "账号", "members", "member", "userid")),
    "store": ("门店编号", "Store", ("门店", "店号", "storenumber", "number")),
    "remark": ("备注", "Remark", ("note",)),
}
_BY_HEADER: Final = {
    folded: key
    for key, (chinese, english, others) in _NAMES.items()
    for folded in (chinese, english.lower(), *others)
}
_RESULT: Final[dict[Language, tuple[str, ...]]] = {
    "zh-CN": ("行", "活码名称", "员工账号", "状态", "二维码内容", "活码编号", "原因"),
    "en": ("Row", "Name", "Staff", "State", "Code content", "Code number", "Reason"),
}


@dataclass(frozen=True, slots=True)
class Row:
    """A row by column; `line` is what a spreadsheet shows beside it."""

    line: int
    cells: dict[str, str]


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet whose columns are known."""

    rows: list[Row]
    ignored: list[str]


def template(language: Language) -> bytes:
    """An empty table with every column that is read."""
    head = [zh if language == "zh-CN" else en for zh, en, _ in _NAMES.values()]
    return write_csv(head, [])


async def read(content: bytes, name: str) -> Table:
    """Read a file by its content, in a thread. Raises UnreadableSheetError, SheetTooLargeError."""
    if len(content) > SHEET_BYTES:
        message = f"{name} is larger than {SHEET_BYTES >> 20} MB; split it"
        raise SheetTooLargeError(message)
    return await asyncio.to_thread(_read, content, name)


def write_csv(head: Sequence[str], rows: Sequence[Sequence[str]]) -> bytes:
    """UTF-8 with a mark for Excel; what Excel would run as a formula is shown instead."""
    sink = io.StringIO(newline="")
    sink.write("\ufeff")
    writer = csv.writer(sink)
    writer.writerow(head)
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    return sink.getvalue().encode()


def write_result(rows: Sequence[Sequence[str]], language: Language) -> bytes:
    """What came of each row, as a workbook."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(list(_RESULT[language]))
    for row in rows:
        sheet.append([ILLEGAL_CHARACTERS_RE.sub("", _harmless(cell)) for cell in row])
    sink = io.BytesIO()
    book.save(sink)
    return sink.getvalue()


def result_head(language: Language) -> Sequence[str]:
    """The columns of a result."""
    return _RESULT[language]


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _read(content: bytes, name: str) -> Table:
    if not content.strip():
        message = f"{name} is empty"
        raise UnreadableSheetError(message)
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        message = f"{name} is a workbook of Excel 97–2003 or has a password; save it as .xlsx"
        raise UnreadableSheetError(message)
    lines = (
        _workbook(content, name)
        if content.startswith(b"PK\x03\x04")
        else list(enumerate(csv.reader(io.StringIO(_decoded(content, name), newline="")), start=1))
    )
    return _cut(lines, name)


def _workbook(content: bytes, name: str) -> list[tuple[int, list[str]]]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            if sum(one.file_size for one in packed.infolist()) > UNPACKED_BYTES:
                message = f"{name} unpacks to more than {UNPACKED_BYTES >> 20} MB; save it as CSV"
                raise SheetTooLargeError(message)
        with CalamineWorkbook.from_filelike(io.BytesIO(content)) as book:
            for one in book.sheets_metadata:
                sheet = book.get_sheet_by_name(one.name)
                if one.typ == SheetTypeEnum.WorkSheet and sheet.start is not None:
                    rows = [[cell_text(value) for value in row] for row in sheet.iter_rows()]
                    return list(enumerate(rows, start=1))
    except (CalamineError, zipfile.BadZipFile, OSError, ValueError) as error:
        message = f"{name} cannot be read as an Excel workbook: {error}; save it anew as .xlsx"
        raise UnreadableSheetError(message) from error
    message = f"{name} has no sheet with anything in it"
    raise UnreadableSheetError(message)


def _decoded(content: bytes, name: str) -> str:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text
    message = f"{name} is neither Excel nor a CSV in UTF-8 or GBK; save it as CSV UTF-8"
    raise UnreadableSheetError(message)


def _cut(lines: Sequence[tuple[int, list[str]]], name: str) -> Table:
    full = [(line, row) for line, row in lines if any(cell.strip() for cell in row)]
    head = full[0][1] if full else []
    places: dict[str, int] = {}
    ignored = []
    for place, cell in enumerate(head):
        key = _BY_HEADER.get(_folded(cell))
        if key is not None and key not in places:
            places[key] = place
        elif cell.strip():
            ignored.append(cell.strip()[:40])
    if not {"staff", "store"} & places.keys():
        message = (
            f"{name} has no column 员工账号 or 门店编号 (Staff or Store) in its first row;"
            " take the template's headers"
        )
        raise UnreadableSheetError(message)
    if len(full) == 1:
        message = f"{name} has a header and no rows"
        raise UnreadableSheetError(message)
    if len(full) - 1 > ROWS:
        message = f"{name} has {len(full) - 1:,} rows; {ROWS:,} is the most at once: split it"
        raise SheetTooLargeError(message)
    rows = [
        Row(
            line,
            {
                key: " ".join(cells[place].split()).removeprefix("'") if place < len(cells) else ""
                for key, place in places.items()
            },
        )
        for line, cells in full[1:]
    ]
    return Table(rows, ignored)


def _folded(header: str) -> str:
    folded = "".join(unicodedata.normalize("NFKC", header).lower().split())
    return folded.partition("(")[0].strip("*:_").replace("_", "")
