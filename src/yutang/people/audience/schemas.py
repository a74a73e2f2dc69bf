"""What the engine answers."""

from datetime import datetime
from typing import Literal

from pydantic import BaseModel


class Counted(BaseModel):
    """How many there are, node by node."""

    total: int
    universe: int
    """Of these he may see."""
    nodes: dict[str, int]
    """By path: "" is the root, "0.2" the third node of its first."""
    as_of: datetime
    """Changes up to here are counted."""
    took_ms: float
    stale_since: datetime | None = None
    """Since when nothing new comes in; null: it does."""


class Share(BaseModel):
    """How many of one kind."""

    key: str
    count: int


class Spread(BaseModel):
    """The most frequent twenty, and the others together."""

    top: list[Share]
    rest: int = 0
    none: int = 0
    """Of whom nothing is known, where that is no key of its own."""


class Profile(BaseModel):
    """What the people of a tree are like."""

    total: int
    gender: Spread
    stage: Spread
    state: Spread
    channel: Spread
    """What they first came through."""
    staff: Spread
    """Who has them; with two members one counts twice."""
    city: Spread | None = None
    """By the field 城市 or city, where there is one."""
    city_field: int | None = None
    """Which one: not every role sees it."""
    as_of: datetime


class TagShare(BaseModel):
    """How a tree and a tag overlap."""

    tag_id: int
    both: int
    tag_total: int


class CorpStatus(BaseModel):
    """How far a corp is read."""

    corp_id: int
    built_at: datetime | None
    stage: str
    """What is being read: people, orders or events."""
    done: int
    total: int


class TableStatus(BaseModel):
    """A table of the store."""

    name: str
    rows: int
    bytes: int


class Status(BaseModel):
    """The engine as it stands."""

    state: Literal["current", "building", "behind", "stale", "away"]
    kind: Literal["embedded", "server"] = "embedded"
    store: str = ""
    version: int = 0
    as_of: datetime | None = None
    stale_since: datetime | None = None
    why: str = ""
    """What the feed cannot go on for."""
    marks: int = 0
    """People and orders to be looked at again."""
    marks_lag_seconds: float = 0
    events_behind: int = 0
    """Of the log, up to 100,000."""
    events_lag_seconds: float = 0
    kept_bytes: int = 0
    budget_bytes: int = 0
    memory_bytes: int = 0
    """Of the process."""
    tables: list[TableStatus] = []
    corps: list[CorpStatus] = []
