"""Words of the day's numbers."""

from datetime import date, datetime
from typing import Literal

from pydantic import BaseModel

from yutang.act.acquisition.schemas import ChannelRef


class AddSummary(BaseModel):
    """A day's adds by outcome; durations from the callback's arrival to WeCom's answer."""

    date: date
    as_of: datetime
    adds: int
    half: int
    sent: int
    late: int
    impossible: int
    failed: int
    due: int
    p50_ms: int | None
    p99_ms: int | None
    callbacks_waiting: int | None
    """Of the whole company; null for who sees the customers of some members only."""
    dead_letters: int | None
    losses: int
    """Relations that either side ended that day."""


class ChannelDays(BaseModel):
    """Adds by day of one code; `channel` is null for all others together."""

    channel: ChannelRef | None
    adds: list[int]


class FirstSteps(BaseModel):
    """How far a new company has come."""

    synced_at: datetime | None
    customers: int
    code_made: bool
    scanned: bool
    welcomed: bool


class Attention(BaseModel):
    """Something a person should look at, with how many and since when."""

    key: Literal["dead_letters", "failed_codes", "missed_welcomes", "refused_tags", "room_short"]
    count: int
    since: datetime | None


class Overview(BaseModel):
    """The first page: the last days by channel, how they compare, and what needs a person.

    `adds_before` and `losses_before` are those of the day before, up to the same time of day.
    """

    as_of: datetime
    days: list[date]
    adds: list[int]
    losses: list[int]
    channels: list[ChannelDays]
    adds_before: int
    losses_before: int
    attention: list[Attention]
    first_steps: FirstSteps | None
    """Null for who sees the customers of some members only."""
