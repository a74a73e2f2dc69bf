"""What is wrong with a row, in words that say what to do."""

import csv
import io
import tomllib
from functools import cache
from importlib.resources import files
from typing import Literal

from .cleaning import RowProblem

Language = Literal["zh-CN", "en"]
BOM = "\ufeff"
"""Excel takes a CSV for GBK without it."""


@cache
def _words(language: Language) -> dict[str, dict[str, str]]:
    found = files(__package__).joinpath("words", f"{language}.toml").read_text("utf-8")
    return tomllib.loads(found)


def word(problem: RowProblem, language: Language) -> tuple[str, str]:
    """What is wrong, and what to do about it."""
    texts = _words(language)[problem.code]
    values = {"value": problem.value, "detail": problem.detail}
    return texts["what"].format(**values), texts["todo"].format(**values)


def codes() -> set[str]:
    """All codes that have words."""
    return set(_words("zh-CN")) & set(_words("en"))


def error_csv_head(language: Language) -> bytes:
    """The first line of the file of errors."""
    head = {
        "zh-CN": ("工作表", "行", "列", "原来写的", "问题", "怎么改"),
        "en": ("Sheet", "Row", "Column", "Value", "Problem", "What to do"),
    }[language]
    return (BOM + _line(head)).encode()


def error_csv_line(number: int, sheet: str | None, problem: RowProblem, language: Language) -> str:
    """One error as a line."""
    what, todo = word(problem, language)
    return _line((sheet or "", number, problem.field, _harmless(problem.value), what, todo))


def _harmless(value: str) -> str:
    """A cell that Excel would take for a formula is shown, not run."""
    return f"'{value}" if value[:1] in {"=", "+", "-", "@"} else value


def _line(cells: tuple[object, ...]) -> str:
    sink = io.StringIO(newline="")
    csv.writer(sink).writerow(cells)
    return sink.getvalue()
