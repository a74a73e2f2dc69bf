"""Fields of a body read with WeCom's limits; what does not fit is refused as 40058 names it.

Each takes the mapping it reads from, so that nested objects are read alike. Null counts as absent.
Numbers may come as digits in a string, as WeCom takes them; a bool is no number.
"""

import re
from collections.abc import Mapping
from datetime import timedelta, timezone
from typing import Any, Literal, NoReturn

from .errors import Refusal, refuse_field, refuse_missing

_DIGITS = re.compile(r"-?[0-9]{1,19}", re.ASCII)
_LARGEST = 1 << 63
Unit = Literal["characters", "bytes"]
SHANGHAI = timezone(timedelta(hours=8))
"""Where WeCom's days begin."""
_DAY = 24 * 3600
_MIDNIGHT = 16 * 3600
"""Unix seconds of a midnight in Shanghai, within the day of UTC."""


def _refuse_absent(name: str, missing: Refusal | None) -> NoReturn:
    if missing is not None:
        raise missing.error()
    refuse_missing(name)


def length(text: str, unit: Unit) -> int:
    """How long WeCom says it is."""
    return len(text) if unit == "characters" else len(text.encode())


def text(
    body: Mapping[str, Any],
    name: str,
    *,
    most: int | None = None,
    unit: Unit = "characters",
    missing: Refusal | None = None,
) -> str:
    """A required string that is not empty; its absence is refused with `missing` or 40058."""
    value = optional_text(body, name, most=most, unit=unit)
    if not value:
        _refuse_absent(name, missing)
    return value


def optional_text(
    body: Mapping[str, Any],
    name: str,
    default: str = "",
    *,
    most: int | None = None,
    unit: Unit = "characters",
) -> str:
    """A string, `default` where it is absent."""
    value = body.get(name)
    if value is None:
        return default
    if not isinstance(value, str):
        refuse_field(name, "is no string")
    if most is not None and length(value, unit) > most:
        refuse_field(name, f"exceed max length {most}")
    return value


def _number(value: Any, name: str) -> int:
    if isinstance(value, str) and _DIGITS.fullmatch(value):
        value = int(value)
    # Larger ones fit no answer that repeats them.
    if isinstance(value, bool) or not isinstance(value, int) or not -_LARGEST <= value < _LARGEST:
        refuse_field(name, "is no integer")
    return value


def integer(
    body: Mapping[str, Any],
    name: str,
    default: int | None = None,
    *,
    least: int | None = None,
    most: int | None = None,
    missing: Refusal | None = None,
) -> int:
    """An integer from `least` to `most`; required where there is no `default`."""
    value = body.get(name)
    if value is None:
        if default is None:
            _refuse_absent(name, missing)
        return default
    number = _number(value, name)
    if (least is not None and number < least) or (most is not None and number > most):
        refuse_field(name, "is out of range")
    return number


def flag(body: Mapping[str, Any], name: str, default: bool = False) -> bool:  # noqa: FBT001, FBT002 - a field's default
    """A boolean; 0 and 1 are taken for one."""
    value = body.get(name)
    if value is None:
        return default
    if not isinstance(value, int) or value not in {0, 1}:
        refuse_field(name, "is no boolean")
    return bool(value)


def strings(
    body: Mapping[str, Any], name: str, *, most: int | None = None, required: bool = False
) -> list[str]:
    """A list of strings, empty where it is absent."""
    value = rows(body, name, most=most, required=required)
    if not all(isinstance(item, str) for item in value):
        refuse_field(name, "is no list of strings")
    return value


def integers(
    body: Mapping[str, Any], name: str, *, most: int | None = None, required: bool = False
) -> list[int]:
    """A list of integers, empty where it is absent."""
    return [_number(item, name) for item in rows(body, name, most=most, required=required)]


def objects(
    body: Mapping[str, Any], name: str, *, most: int | None = None, required: bool = False
) -> list[dict[str, Any]]:
    """A list of objects, empty where it is absent."""
    value = rows(body, name, most=most, required=required)
    if not all(isinstance(item, dict) for item in value):
        refuse_field(name, "is no list of objects")
    return value


def rows(
    body: Mapping[str, Any], name: str, *, most: int | None = None, required: bool = False
) -> list[Any]:
    """A list of anything."""
    value = body.get(name)
    value = [] if value is None else value
    if not isinstance(value, list):
        refuse_field(name, "is no list")
    if required and not value:
        refuse_missing(name)
    if most is not None and len(value) > most:
        refuse_field(name, f"exceed max length {most}")
    return value


def optional_object(body: Mapping[str, Any], name: str) -> dict[str, Any]:
    """An object, an empty one where it is absent."""
    value = body.get(name)
    if value is None:
        return {}
    if not isinstance(value, dict):
        refuse_field(name, "is no object")
    return value


def midnight(at: float) -> int:
    """The midnight in Shanghai that begins the day of `at`, unix seconds."""
    return int((at - _MIDNIGHT) // _DAY) * _DAY + _MIDNIGHT


def days(
    begin: int, end: int, now: float, *, span: int, history: int, name: str = "start_time"
) -> range:
    """The midnights of a window of whole days, both ends in it, yesterday at the latest.

    Refused with 40058 where it is upside down, longer than `span` days, or older than `history`.
    """
    first, last = midnight(begin), midnight(end)
    if last < first or (last - first) // _DAY > span or first < midnight(now) - history * _DAY:
        refuse_field(name, "is out of range")
    return range(first, min(last, midnight(now) - _DAY) + 1, _DAY)
