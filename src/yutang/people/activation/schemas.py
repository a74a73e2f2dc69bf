"""Words of activation and silence."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from pydantic import BaseModel

SourceName = Literal["archive", "links", "service_accounts", "orders", "visits"]
ReportKey = Literal["day", "staff", "channel"]


@dataclass(frozen=True, slots=True)
class Heard:
    """So many messages of a customer reached a member, as WeCom told; `at` is that moment."""

    customer_id: int
    staff_id: int
    messages: int
    at: datetime


@dataclass(frozen=True, slots=True)
class LinkWord:
    """What reading a link's customers shows of one of them, by WeCom's ids."""

    external_id: str
    account: str
    spoke: bool


class ActivationRead(BaseModel):
    """Whether a customer is activated: he sent `needed` messages. None: nobody tells."""

    needed: int
    activated: bool | None
    messages_at_least: int | None
    """What is known of; None where nothing is."""
    at: datetime | None
    """When the needed number was known to be reached."""
    source: SourceName | None
    as_of: datetime | None
    reason: Literal["no_source", "not_all_told"] | None
    """Why it is not known: no source speaks of him, or it began to speak after he was added."""


class ActivityRead(BaseModel):
    """One source of what customers do themselves, in the order in which they are believed.

    `absent`: not connected; `waiting`: connected, but nothing came yet; `telling`; `failing`: the
    last reading failed with `reason`.
    """

    source: SourceName
    state: Literal["absent", "waiting", "telling", "failing"]
    since: datetime | None
    read_at: datetime | None
    reason: str | None


class ActivationShare(BaseModel):
    """The adds of one day, member or channel; `adds` are known and unknown together.

    Of the known ones `activated` are; of the unknown ones WeCom does not tell.
    """

    day: date | None = None
    staff_id: int | None = None
    channel: str | None = None
    """WeCom's `state`; null for adds without a channel."""
    adds: int
    known: int
    activated: int


class ActivationReport(BaseModel):
    """Shares of activated customers among those added in a span."""

    needed: int
    by: ReportKey
    total: ActivationShare
    rows: list[ActivationShare]
    sources: list[ActivityRead]


class SilenceRead(BaseModel):
    """How many friends are silent, among those of whom a source would tell of a sign.

    The numbers are None before the first night, and where no source tells of anybody.
    """

    days: int
    friends: int | None
    judged: int | None
    silent: int | None
    as_of: datetime | None
    sources: list[ActivityRead]


class SilenceRow(BaseModel):
    """One time of silence of a customer; open while `ended_at` is null."""

    id: int
    customer_id: int
    customer_name: str
    last_sign_at: datetime
    began_at: datetime
    ended_at: datetime | None
    why_ended: Literal["sign", "left", "patience", "unknown"] | None


class SilencePage(BaseModel):
    """One page, newest first; `next` goes into `after`."""

    items: list[SilenceRow]
    next: str | None
