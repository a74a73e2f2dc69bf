"""Lists of codes: text with one on each line, CSV or Excel with them in the first column."""

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from python_calamine import CalamineError, CalamineWorkbook

from yutang.kernel.cells import cell_text

from .errors import BadCodesError, TooManyCodesError
from .schemas import CODE_CHARACTERS, CODES_AT_ONCE

UNPACKED_BYTES: Final = 256 << 20
TOLD_LINES: Final = 20
_HEADERS: Final = frozenset({"code", "codes", "coupon", "券码", "兑换码", "优惠码", "卡券码", "码"})


@dataclass(slots=True)
class Found:
    """What a file holds; each code once, in the order of the file."""

    codes: list[str] = field(default_factory=list)
    lines: int = 0
    repeated: int = 0
    empty: int = 0
    bad: int = 0
    bad_lines: list[int] = field(default_factory=list)


def read_codes(content: bytes, name: str) -> Found:
    """Every code of a file. Raises BadCodesError, TooManyCodesError."""
    if content.startswith(b"PK\x03\x04"):
        cells = _workbook(content, name)
    elif content.startswith(b"\xd0\xcf\x11\xe0"):
        message = f"{name} is a workbook of Excel 97–2003 or has a password; save it as .xlsx"
        raise BadCodesError(message)
    else:
        words = _decode(content, name)
        cells = _columns(words) if name.lower().endswith(".csv") else iter(words.splitlines())
    found = _sift(cells)
    if not found.codes and not found.bad:
        message = f"{name} holds no code; put one on each line"
        raise BadCodesError(message)
    return found


def _sift(cells: Iterable[str]) -> Found:
    found, seen = Found(), set[str]()
    for line, cell in enumerate(cells, start=1):
        code = cell.strip().lstrip("\ufeff")
        if line == 1 and code.lower() in _HEADERS:
            continue
        found.lines += 1
        if found.lines > CODES_AT_ONCE:
            message = f"the file has more than {CODES_AT_ONCE:,} lines; split it"
            raise TooManyCodesError(message)
        if not code:
            found.empty += 1
        elif not _fits(code):
            found.bad += 1
            if len(found.bad_lines) < TOLD_LINES:
                found.bad_lines.append(line)
        elif code in seen:
            found.repeated += 1
        else:
            seen.add(code)
            found.codes.append(code)
    return found


def _fits(code: str) -> bool:
    """A code is what one can copy and type: no spaces, no signs of a spreadsheet."""
    return (
        len(code) <= CODE_CHARACTERS
        and code.isprintable()
        and not any(sign in code for sign in " \t,;，；")
    )


def _columns(words: str) -> Iterator[str]:
    head = next((line for line in words.splitlines() if line.strip()), "")
    try:
        for row in csv.reader(
            io.StringIO(words, newline=""), delimiter=max(",;\t", key=head.count)
        ):
            yield row[0] if row else ""
    except csv.Error as error:
        message = f"the file cannot be read to its end: {error}; look for a lone quotation mark"
        raise BadCodesError(message) from error


def _workbook(content: bytes, name: str) -> Iterator[str]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            size = sum(one.file_size for one in packed.infolist())
        if size > UNPACKED_BYTES:
            message = f"{name} unpacks to more than {UNPACKED_BYTES >> 20} MB; save it as CSV"
            raise TooManyCodesError(message)
        with CalamineWorkbook.from_filelike(io.BytesIO(content)) as book:
            rows = book.get_sheet_by_index(0).iter_rows()
            return iter([cell_text(row[0]) if row else "" for row in rows])
    except (CalamineError, zipfile.BadZipFile, OSError, ValueError) as error:
        message = f"{name} cannot be read as an Excel workbook: {error}; save it anew as .xlsx"
        raise BadCodesError(message) from error


def _decode(content: bytes, name: str) -> str:
    for encoding in ("utf-8-sig", "utf-16" if content[:2] in {b"\xff\xfe", b"\xfe\xff"} else "gbk"):
        try:
            words = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in words:
            return words
    message = f"{name} is neither text, CSV nor .xlsx; save it as CSV UTF-8"
    raise BadCodesError(message)
