"""Lists in files: the first column of a text, a CSV or a workbook."""

import asyncio
import csv
import io
import zipfile
from collections.abc import AsyncIterable
from typing import Final

from python_calamine import CalamineError, CalamineWorkbook

from yutang.kernel.cells import cell_text

from .errors import BadListError, ListTooLongError
from .schemas import LIST_BYTES, LIST_LINES

MOST_BYTES: Final = LIST_BYTES
UNPACKED_BYTES: Final = 400 << 20
"""A workbook of a few KB can claim to be endless."""


async def receive(stream: AsyncIterable[bytes], most: int) -> bytes:
    """The body, as long as it may be. Raises ListTooLongError."""
    content = bytearray()
    async for part in stream:
        content += part
        if len(content) > most:
            raise ListTooLongError(LIST_LINES)
    return bytes(content)


async def read_lines(content: bytes) -> list[str]:
    """The first cell of each line. Raises BadListError, ListTooLongError."""
    lines = await asyncio.to_thread(_read, content)
    if len(lines) > LIST_LINES:
        raise ListTooLongError(LIST_LINES)
    return lines


def _read(content: bytes) -> list[str]:
    if content[:2] == b"PK":
        return _of_workbook(content)
    text = _decoded(content)
    if "\x00" in text:
        message = "this file is no text, no CSV and no .xlsx workbook; send one of these"
        raise BadListError(message)
    try:
        return [row[0] if row else "" for row in csv.reader(io.StringIO(text, newline=""))]
    except csv.Error as error:
        message = f"the file cannot be read as CSV ({error}); save it anew and send it again"
        raise BadListError(message) from error


def _decoded(content: bytes) -> str:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    message = "the file is neither UTF-8 nor GB18030; save it as UTF-8 and send it again"
    raise BadListError(message)


def _of_workbook(content: bytes) -> list[str]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            if sum(one.file_size for one in packed.infolist()) > UNPACKED_BYTES:
                raise ListTooLongError(LIST_LINES)
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        sheet = book.get_sheet_by_index(0)
        rows = sheet.to_python(skip_empty_area=False, nrows=LIST_LINES + 1)
    except (zipfile.BadZipFile, CalamineError, IndexError) as error:
        message = "the workbook cannot be read; save it anew as .xlsx and send it again"
        raise BadListError(message) from error
    return [cell_text(row[0]) if row else "" for row in rows]
