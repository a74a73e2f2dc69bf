"""What all events share, and how their elements are read."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from yutang.wecom.callbacks import Callback
from yutang.wecom.errors import MalformedCallbackError

# More digits than WeCom's department ids have, fewer than a bigint holds.
_MAX_DIGITS: Final = 18


@dataclass(frozen=True, slots=True)
class Event:
    """What all events say; ``created_at`` is unix seconds by WeCom's clock."""

    corpid: str
    created_at: int


@dataclass(frozen=True, slots=True)
class UnknownEvent(Event):
    """An event or message that has no class here, carried as it is."""

    event: str
    change_type: str
    fields: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class FollowEvent(Event):
    """Something between one member and one customer."""

    userid: str
    external_userid: str


Maker = Callable[[Callback], Event]
Makers = dict[tuple[str, str], Maker]
"""By Event and ChangeType; the latter is empty where WeCom sends none."""


def head(callback: Callback) -> tuple[str, int]:
    """Return corp and time."""
    return callback.corpid, callback.created_at


def required(callback: Callback, name: str) -> str:
    """Return an element that must hold something; raises MalformedCallbackError."""
    text = callback.get(name)
    if not text:
        message = f"{callback.change_type or callback.event or 'message'} without {name}"
        raise MalformedCallbackError(message)
    return text


def number(callback: Callback, name: str) -> int:
    """Return an element that must be a number; raises MalformedCallbackError."""
    text = required(callback, name)
    if not (text.isascii() and text.isdigit() and len(text) <= _MAX_DIGITS):
        message = f"{name} is no number"
        raise MalformedCallbackError(message)
    return int(text)


def number_or_none(callback: Callback, name: str) -> int | None:
    """Return an element that is a number where it is; raises MalformedCallbackError."""
    return number(callback, name) if callback.get(name) else None


def parts(callback: Callback, name: str) -> tuple[str, ...]:
    """Return the parts of an element that commas separate."""
    return tuple(part for part in callback.get(name).split(",") if part)


def pair(callback: Callback) -> tuple[str, int, str, str]:
    """Return corp, time, member and customer; raises MalformedCallbackError."""
    return (
        *head(callback),
        required(callback, "UserID"),
        required(callback, "ExternalUserID"),
    )
