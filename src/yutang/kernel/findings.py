"""What is wrong in the rows of a sheet, and what to do about it."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final, Literal

from pydantic import BaseModel

from .sheets import Row, Table

Language = Literal["zh-CN", "en"]
Words = Mapping[str, Mapping[Language, tuple[str, str]]]
"""By code what is wrong and what to do; `{detail}` stands for what it is about."""

ERRORS_TOLD: Final = 500
_VALUE_CHARACTERS: Final = 60
_DAY: Final = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?")


class RowError(BaseModel):
    """What is wrong in one row and what to do; the header is row 1."""

    row: int
    column: str
    """As the file's header names it; empty: the whole row."""
    value: str
    code: str
    what: str
    todo: str


class SheetFindings(BaseModel):
    """What a file would do, or did."""

    rows: int
    created: int
    changed: int
    unchanged: int
    ignored_columns: list[str]
    """Headers that mean nothing here."""
    errors: list[RowError]
    """The first 500."""
    error_count: int
    written: bool


def findings(
    table: Table,
    errors: Sequence[RowError],
    *,
    created: int,
    changed: int,
    unchanged: int,
    written: bool,
) -> SheetFindings:
    """What a file would do, or did, with the first of what is wrong in it."""
    return SheetFindings(
        rows=len(table.rows),
        created=created,
        changed=changed,
        unchanged=unchanged,
        ignored_columns=table.ignored,
        errors=list(errors[:ERRORS_TOLD]),
        error_count=len(errors),
        written=written,
    )


class Reading:
    """One row on its way to what it asks for."""

    def __init__(self, table: Table, row: Row, words: Words, language: Language) -> None:
        self.row = row
        self.errors: list[RowError] = []
        self._table = table
        self._words = words
        self._language: Language = language

    def refuse(self, key: str, code: str, detail: str = "") -> None:
        """Note what is wrong."""
        what, todo = self._words[code][self._language]
        self.errors.append(
            RowError(
                row=self.row.number,
                column=self._table.headers.get(key, ""),
                value=self.row.cells.get(key, "")[:_VALUE_CHARACTERS],
                code=code,
                what=what.format(detail=detail),
                todo=todo,
            )
        )


def read_day(cell: str) -> date | None:
    """A day as people and spreadsheets write it; None for what is none."""
    found = _DAY.fullmatch(cell)
    if found is None:
        return None
    year, month, day = map(int, found.groups())
    try:
        return date(year, month, day)
    except ValueError:
        return None
