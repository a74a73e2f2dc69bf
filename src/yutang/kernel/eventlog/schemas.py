"""Words of the log, as pages and the API tell them."""

import re
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final, Literal

from pydantic import BaseModel, Field

FAMILY: Final = re.compile(r"[a-z][a-z_]{0,39}(?:\.\S{1,80})?")
"""A family of kinds, or one kind."""
MOST_MONTHS: Final = 1200

Where = Literal["hot", "cold", "both"]


def month_of(moment: datetime | date) -> date:
    """The first day of the month, in UTC."""
    if isinstance(moment, datetime):
        moment = moment.astimezone(UTC).date()
    return moment.replace(day=1)


def add_months(month: date, many: int) -> date:
    """So many months later, or earlier."""
    number = month.year * 12 + month.month - 1 + many
    return date(number // 12, number % 12 + 1, 1)


@dataclass(slots=True)
class Tally:
    """What a file holds."""

    rows: int = 0
    kinds: dict[tuple[int, str], int] = field(default_factory=dict)
    """Rows by corp and kind."""
    last_person: dict[int, int] = field(default_factory=dict)
    """The highest number of a customer, by corp."""


@dataclass(frozen=True, slots=True)
class Written:
    """A file that was written and read back."""

    path: Path
    sha256: str
    bytes: int
    tally: Tally


@dataclass(frozen=True, slots=True)
class Kept:
    """For how long a kind is kept."""

    months: int | None
    """The running month and so many before it; None: for good."""
    by: Literal["kind", "family", "default"]
    """What the company chose it for, or that it chose nothing."""


class LogMonthRead(BaseModel):
    """A month: what this company has in it."""

    month: date
    """Its first day, in UTC."""
    where: Where
    """In the database, in a file, or, when late events came for a frozen month, in both."""
    rows: int
    """In the database, when it was counted."""
    cold_rows: int
    bytes: int
    """About: the company's share of the table with its indexes, or of the file."""
    dropped: int
    """Dropped for their age."""
    counted_at: datetime | None
    frozen_at: datetime | None


class MonthState(BaseModel):
    """A month over all companies, for who runs the installation."""

    month: date
    where: Where
    rows: int | None
    """Null: not counted yet."""
    bytes: int
    file: str | None
    file_rows: int
    file_bytes: int


class FamilyRead(BaseModel):
    """For how long a family of kinds, or one kind, is kept."""

    family: str
    months: int | None
    """The running month and so many before it; null: for good."""
    default_months: int | None
    chosen: bool
    """False: the default holds."""
    rows: int
    """Of it, in the database and in files."""
    over: int
    """Of these, how many go in the next night."""


class FamilyWish(BaseModel):
    """Null: for good."""

    months: int | None = Field(ge=1, le=MOST_MONTHS)


class ReaderRead(BaseModel):
    """A reader of the log."""

    name: str
    read_at: datetime | None
    """When it last read something."""
    behind: int
    """Events it has not read."""
    at_least: bool
    """Not counted further than that."""


class HeldRead(BaseModel):
    """The oldest transaction that may still write: no reader passes it."""

    pid: int | None
    """Null: a prepared transaction, or one this account may not see."""
    database: str | None
    application: str
    state: str
    since: datetime | None
    seconds: float | None


class ReadingRead(BaseModel):
    """The readers, and what holds all of them back."""

    readers: list[ReaderRead]
    held: HeldRead | None
    """Only what lasts longer than any transaction of ours may."""
    oldest_seconds: float | None
    """Of the oldest transaction of any kind on the server: what died since then stays on disk."""


class LogRead(BaseModel):
    """The event log as it stands."""

    at: datetime
    months: list[LogMonthRead]
    families: list[FamilyRead]
    reading: ReadingRead
    months_ahead: int
    """Months to come that have a table; fewer than one, and events will fall beside."""
    beside: int
    """Events of months without a table; they are moved at night."""
    cold_after_months: int | None
    """Months older than that are frozen at night; null: only by command."""
    erased_waiting: int
    """Erased people whom frozen months hold until the next night."""
