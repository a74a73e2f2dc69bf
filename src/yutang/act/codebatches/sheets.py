"""Tables of codes: the form of what comes in, and what goes out as CSV and Excel."""

import io
from collections.abc import Sequence
from typing import Final

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

from yutang.kernel.sheets import Form, harmless, write_csv

from .errors import SheetTooLargeError, UnreadableSheetError
from .schemas import ROWS, SHEET_BYTES, Language

FORM: Final = Form(
    columns={
        "name": ("活码名称", "Name", ("名称", "渠道", "渠道活码", "code", "codename")),
        "staff": ("员工账号", "Staff", ("员工", "账号", "members", "member", "userid")),
        "store": ("门店编号", "Store", ("门店", "店号", "storenumber", "number")),
        "remark": ("备注", "Remark", ("note",)),
    },
    needed=frozenset({"staff", "store"}),
    lacking="员工账号 or 门店编号 (Staff or Store)",
    most_rows=ROWS,
    most_bytes=SHEET_BYTES,
    unreadable=UnreadableSheetError,
    too_large=SheetTooLargeError,
)
_RESULT: Final[dict[Language, tuple[str, ...]]] = {
    "zh-CN": ("行", "活码名称", "员工账号", "状态", "二维码内容", "活码编号", "原因"),
    "en": ("Row", "Name", "Staff", "State", "Code content", "Code number", "Reason"),
}


def template(language: Language) -> bytes:
    """An empty table with every column that is read."""
    return write_csv(FORM.headers(language), [])


def write_result_csv(rows: Sequence[Sequence[str]], language: Language) -> bytes:
    """What came of each row."""
    return write_csv(_RESULT[language], rows)


def write_result(rows: Sequence[Sequence[str]], language: Language) -> bytes:
    """What came of each row, as a workbook."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(list(_RESULT[language]))
    for row in rows:
        sheet.append([ILLEGAL_CHARACTERS_RE.sub("", harmless(cell)) for cell in row])
    sink = io.BytesIO()
    book.save(sink)
    return sink.getvalue()
