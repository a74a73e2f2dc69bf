"""Cells of behaviour as typed values: by the known type, or by what the column looks like."""

import re
import unicodedata
from collections.abc import Callable
from datetime import UTC, date
from typing import Any, Final
from zoneinfo import ZoneInfo

from yutang.people.kinds.schemas import Type

from .order_parsing import moment_of
from .parsing import Wrong
from .schemas import Look

_LONGEST: Final = 40
"""No number, time or yes is longer."""
_NUMBER: Final = re.compile(
    r"[-+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:e[-+]?\d{1,3})?", re.IGNORECASE
)
_CODE: Final = re.compile(r"[-+]?0\d|\+|\d{16}")
"""Begins like no number that is counted with, but like the number of something."""
_MONEY: Final = re.compile(r"^[¥￥]\s*|\s*元$")
_DAY: Final = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?")
_APART: Final = re.compile(r"\s*[,，;；、|]\s*")
_YES: Final = {
    **dict.fromkeys(("true", "yes", "是", "真", "对"), True),
    **dict.fromkeys(("false", "no", "否", "假", "不是"), False),
}
_DIGITS: Final = {"1": True, "0": False, "1.0": True, "0.0": False}


def number_of(text: str) -> int | float | None:
    """A number with its signs of thousands and of money; None where it is none."""
    if len(text) > _LONGEST:
        return None
    told = _MONEY.sub("", unicodedata.normalize("NFKC", text).strip())
    if _NUMBER.fullmatch(told) is None:
        return None
    bare = told.replace(",", "")
    if bare.lstrip("+-").isdigit():
        return int(bare)
    found = float(bare)
    return found if abs(found) < float("inf") else None


def boolean_of(text: str) -> bool | None:
    """Yes or no, in the words for it."""
    told = text.casefold()
    found = _YES.get(told)
    return _DIGITS.get(told) if found is None else found


def time_of(text: str, here: ZoneInfo) -> str | None:
    """A moment in UTC, or a day, as ISO 8601; None where it is none."""
    if len(text) > _LONGEST:
        return None
    day = _DAY.fullmatch(text)
    if day is not None:
        try:
            return date(*map(int, day.groups())).isoformat()
        except ValueError:
            return None
    told = moment_of(text, here)
    return None if isinstance(told, Wrong) else told.astimezone(UTC).isoformat()


def value_of(text: str, wanted: Type, here: ZoneInfo) -> Any:
    """The cell as the wanted type; the text itself where it is none, for the register to judge."""
    found: Any = None
    match wanted:
        case "number":
            found = number_of(text)
        case "boolean":
            found = boolean_of(text)
        case "time":
            found = time_of(text, here)
        case "list":
            found = [part for part in _APART.split(text) if part]
        case _:
            pass
    return text if found is None else found


def _looks_number(text: str) -> bool:
    return _CODE.match(text) is None and number_of(text) is not None


def _looks_time(text: str) -> bool:
    return not text.isdigit() and time_of(text, _ANYWHERE) is not None


_ANYWHERE: Final = ZoneInfo("UTC")
_LOOKS: Final[dict[Look, Callable[[str], bool]]] = {
    "boolean": lambda text: text.casefold() in _YES,
    "number": _looks_number,
    "time": _looks_time,
}


class Looks:
    """Reads the cells of a column as they are, and remembers what all of them look like."""

    def __init__(self, known: Look | None) -> None:
        """`known`: the file was read through before."""
        self._known = known
        self._could: list[Look] = list(_LOOKS)
        self._some = False

    @property
    def look(self) -> Look:
        """What every cell is that has something in it."""
        if self._some:
            return self._could[0] if self._could else "string"
        return self._known or "string"

    def __call__(self, text: str) -> str:
        """The cell; empty ones never come here."""
        self._some = True
        if self._could:
            self._could = [one for one in self._could if _LOOKS[one](text)]
        return text
