"""Words of readings of a whole corp."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

from pydantic import BaseModel

Mode = Literal["sync", "full", "reconcile"]
"""Read everything and write what differs; the same, and end what WeCom no longer shows, and keep
what differed; compare ids and read only what differs."""
DriftKind = Literal[
    "relation_missing", "relation_gone", "relation_moved", "profile", "relation", "tags"
]

RunMode = Literal["sync", "full", "reconcile", "groups"]
"""What a run does: groups are read after each of the others."""

KINDS: dict[str, RunMode] = {
    "sync.corp": "sync",
    "sync.full": "full",
    "sync.reconcile": "reconcile",
    "sync.groups": "groups",
}
"""Kinds of bulk runs."""


@dataclass(slots=True)
class Tally:
    """What a run has done so far; kept in its row beside its place."""

    relations: int = 0
    """Relations that WeCom showed."""
    new_customers: int = 0
    changed_customers: int = 0
    missing: int = 0
    """Relations that WeCom had and we did not."""
    gone: int = 0
    """Relations that we had and WeCom did not."""
    drifts: int = 0
    unseen_members: int = 0
    """Members with customers here whom WeCom does not show to this app: not compared."""
    unlicensed_members: int = 0
    """Members without a licence: WeCom shows none of their customers."""
    unlicensed: list[str] = field(default_factory=list)
    """The first of their accounts."""
    rate: float = 0.0
    """Relations a second, lately."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One difference, to be kept."""

    kind: DriftKind
    customer_id: int | None
    staff_id: int | None
    before: dict[str, Any] = field(default_factory=dict)
    after: dict[str, Any] = field(default_factory=dict)
    mended: bool = True


@dataclass(frozen=True, slots=True)
class Listed:
    """The ids on one member's list, asked for at `asked_at`."""

    account: str
    external_ids: tuple[str, ...]
    asked_at: datetime


@dataclass(frozen=True, slots=True)
class Apart:
    """A relation that only one side has; `external_id` is None of a person without one."""

    account: str
    staff_id: int
    external_id: str
    customer_id: int | None
    is_gone: bool
    """We have it and WeCom does not; else the other way round."""


class RunProgress(BaseModel):
    """A reading, running or over. `done` and `total` count members, or groups."""

    id: int
    mode: RunMode
    state: Literal["running", "failed", "ended", "dropped"]
    asked_by: str
    done: int
    total: int | None
    calls: int
    """Calls of WeCom that it made."""
    relations: int
    new_customers: int
    changed_customers: int
    missing: int
    gone: int
    drifts: int
    unseen_members: int
    """Members with customers here whom WeCom does not show to the app: nothing was compared."""
    unlicensed_members: int
    """Members without a licence for apps of providers: their customers cannot be read."""
    unlicensed: list[str]
    """What up to five of them are called."""
    per_second: float | None
    """Relations a second lately; None unless it runs."""
    ends_at: datetime | None
    """By its pace and by what the quota allows; None: not known yet."""
    reason: str | None
    """Why it stopped."""
    started_at: datetime
    updated_at: datetime
    ended_at: datetime | None


class QuotaUse(BaseModel):
    """The hour's calls of the API that readings need most."""

    path: str
    used: int
    limit: int


class SyncRead(BaseModel):
    """Where readings stand."""

    synced_at: datetime | None
    """When the whole corp was last read to its end."""
    reconciled_at: datetime | None
    """When the last comparison ended."""
    next_at: datetime | None
    """When the nightly comparison begins; None before the first reading ended."""
    waiting: bool
    """One is asked for and has not begun."""
    working: bool
    """A worker lives that would do it."""
    quota: QuotaUse
    runs: list[RunProgress]
    """Open ones first, then the last that ended."""


class SyncWanted(BaseModel):
    """What to do now."""

    mode: Mode = "sync"


class DriftRead(BaseModel):
    """One difference that was found; names are null where the person or member is gone."""

    id: int
    run_id: int
    kind: DriftKind
    customer_id: int | None
    customer_name: str | None
    staff_id: int | None
    staff_name: str | None
    before: dict[str, Any]
    after: dict[str, Any]
    found_at: datetime
    mended: bool


class DriftPage(BaseModel):
    """One page, newest first; `counts` by kind are of the last 30 days."""

    items: list[DriftRead]
    next: str | None
    counts: dict[DriftKind, int]
