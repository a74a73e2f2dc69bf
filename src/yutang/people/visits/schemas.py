"""Words of visits, and how a state of WeCom's carries one."""

import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final, Literal
from urllib.parse import urlsplit

STATE_BYTES: Final = 64
"""Of a `customer_channel`; WeCom cuts what is longer."""
UTM: Final = ("source", "medium", "campaign", "term", "content")
CLICK_IDS: Final = (
    "gclid",
    "gbraid",
    "wbraid",
    "msclkid",
    "fbclid",
    "ttclid",
    "qz_gdt",
    "gdt_vid",
    "clickid",
    "click_id",
    "bd_vid",
    "qhclickid",
)
"""What platforms of advertisements put into an address so that they know the click again."""
_WORD_CHARACTERS: Final = 100
_CLICK_CHARACTERS: Final = 256
_TOKEN_BYTES: Final = 16
_OURS: Final = re.compile(r"yt[0-9a-f]{16}")
_TOKEN: Final = re.compile(r"[A-Za-z0-9_-]{22}")
_CLICK: Final = re.compile(r"[!-~]+")

Step = Literal["profile", "request"]
"""How far WeCom says he came: he saw the member's card, or asked to be friends."""


@dataclass(frozen=True, slots=True)
class Carried:
    """What a state of WeCom's says: through which channel, and by which visit where it tells."""

    channel: str | None
    visit: str | None = None


def split_state(given: str | None) -> Carried:
    """The one reading of a State: of a channel of ours with a visitor's token both parts.

    Any other state, plain or somebody else's, stays whole. A token that nobody made is dropped:
    the channel is right, and of the visit nothing is known.
    """
    if not given:
        return Carried(None)
    channel, dot, token = given.partition(".")
    if not dot or not _OURS.fullmatch(channel):
        return Carried(given)
    return Carried(channel, token if _TOKEN.fullmatch(token) else None)


def channel_of(given: str | None) -> str | None:
    """The channel of a state alone."""
    return split_state(given).channel


def join_state(channel: str, token: str) -> str:
    """What `split_state` takes apart: 41 of WeCom's 64 bytes."""
    return f"{channel}.{token}"


def new_token() -> str:
    """One that nobody guesses."""
    return secrets.token_urlsafe(_TOKEN_BYTES)


@dataclass(frozen=True, slots=True)
class Origin:
    """From where somebody came, as the address he opened tells."""

    utm: Mapping[str, str] = field(default_factory=dict)
    clicks: Mapping[str, str] = field(default_factory=dict)
    referrer: str = ""
    """The host alone."""


def origin_of(query: Mapping[str, str], referrer: str) -> Origin:
    """What is worth keeping of an address's query and of who led here; all else is dropped."""
    utm = {name: word for name in UTM if (word := _word(query.get(f"utm_{name}", "")))}
    clicks = {
        name: value
        for name in CLICK_IDS
        if (value := query.get(name, "")[:_CLICK_CHARACTERS]) and _CLICK.fullmatch(value)
    }
    try:
        host = urlsplit(referrer).hostname or ""
    except ValueError:
        host = ""
    return Origin(utm, clicks, _word(host))


def _word(given: str) -> str:
    return "".join(one for one in given if one.isprintable()).strip()[:_WORD_CHARACTERS]


@dataclass(frozen=True, slots=True)
class Came:
    """Who became a member's customer by a visit; `at` None: when, only the relation knows."""

    visit: str
    channel: str
    external_id: str
    account: str
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Stepped:
    """How far a visit came, as WeCom tells before anybody is a customer."""

    visit: str
    channel: str
    step: Step
    at: datetime


@dataclass(frozen=True, slots=True)
class VisitFacts:
    """One visit that became a customer."""

    visit: str
    channel: str
    at: datetime
    added_at: datetime
    customer_id: int
    staff_id: int
    utm: dict[str, str]
    clicks: dict[str, str]
    referrer: str


@dataclass(frozen=True, slots=True)
class DayOfSource:
    """How many of one day and source came how far; `source` is empty where none was told."""

    day: str
    source: str
    visits: int
    taps: int
    adds: int


@dataclass(frozen=True, slots=True)
class Funnel:
    """How many visits came how far."""

    visits: int = 0
    taps: int = 0
    adds: int = 0
