"""Pages of lists: a cursor that names its place and its list, and three manners with a large limit.

WeCom cuts the limit down to its maximum (`CLAMP`), falls back to the default (`RESET`) or refuses
(`REFUSE`), each endpoint in its own way.
"""

import base64
import binascii
import zlib
from collections.abc import Mapping, Sequence
from enum import Enum
from typing import Any, TypeVar

from . import fields
from .errors import INVALID_CURSOR, refuse_field

T = TypeVar("T")
_MARK_BYTES = 4


class Over(Enum):
    """What a limit above the maximum becomes."""

    CLAMP = "clamp"
    RESET = "reset"
    REFUSE = "refuse"


def page(
    found: Sequence[T],
    body: Mapping[str, Any],
    *,
    default: int,
    most: int,
    over: Over = Over.CLAMP,
    required: bool = False,
    name: str = "",
) -> tuple[list[T], str]:
    """One page of `found` and the cursor of the next, empty at the end.

    `name` stands for the list: a cursor of another one is refused with 50100.
    """
    start = place(body, name)
    size = limit(body, default=default, most=most, over=over, required=required)
    end = start + size
    return list(found[start:end]), cursor(end, name) if end < len(found) else ""


def limit(
    body: Mapping[str, Any], *, default: int, most: int, over: Over, required: bool = False
) -> int:
    """The size of a page."""
    asked = fields.integer(body, "limit", None if required else default)
    if over is Over.REFUSE:
        if not 1 <= asked <= most:
            refuse_field("limit", "is out of range")
        return asked
    if asked < 1:
        return default
    if asked > most:
        return most if over is Over.CLAMP else default
    return asked


def place(body: Mapping[str, Any], name: str = "") -> int:
    """Where a cursor points to; 0 without one."""
    given = fields.optional_text(body, "cursor")
    if not given:
        return 0
    try:
        raw = base64.urlsafe_b64decode(given.encode("ascii"))
        mark, number = raw[:_MARK_BYTES], raw[_MARK_BYTES:].decode("ascii")
    except (ValueError, binascii.Error):
        raise INVALID_CURSOR.error() from None
    if not number.isdecimal() or mark != _mark(number, name):
        raise INVALID_CURSOR.error()
    return int(number)


def cursor(start: int, name: str = "") -> str:
    """An opaque cursor that points to `start`."""
    number = str(start)
    return base64.urlsafe_b64encode(_mark(number, name) + number.encode()).decode()


def _mark(number: str, name: str) -> bytes:
    return zlib.crc32(f"{name}\0{number}".encode()).to_bytes(_MARK_BYTES, "big")
