"""Words of bulk acts."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, Field

State = Literal["planning", "planned", "running", "paused", "ended", "cancelled", "failed"]
Source = Literal["ids", "filter", "undone"]
Phase = Literal["plan", "run"]
Language = Literal["zh-CN", "en"]

CHANGED = "changed"
MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Doer:
    """Who asks for something."""

    actor: str
    """`user:<id>`."""
    name: str


@dataclass(frozen=True, slots=True)
class Doing:
    """In whose name, through what and when a chunk is done."""

    actor: str
    """Who asked: `user:<id>`."""
    source: str
    """`bulk:<act>`."""
    at: datetime


@dataclass(frozen=True, slots=True)
class Plan:
    """What an act would do to some customers: their ids by outcome, `changed` or a reason."""

    outcomes: dict[str, list[int]]
    calls: int = 0
    """Calls of WeCom that will follow."""


@dataclass(frozen=True, slots=True)
class Way:
    """How an act is taken back: by another act."""

    kind: str
    arguments: dict[str, Any] = field(default_factory=dict)


class BulkWish(BaseModel):
    """One act on a selection: the named customers, or without `ids` all that the filter finds."""

    kind: Annotated[str, Field(max_length=40)]
    arguments: dict[str, Any] = {}
    ids: list[Annotated[int, Field(ge=1, le=2**31 - 1)]] | None = None


class Confirmation(BaseModel):
    """`changes` is the number that the person saw on the button."""

    changes: Annotated[int, Field(ge=0)]


class Somebody(BaseModel):
    """A customer of a sample."""

    id: int
    name: str


class OutcomeCount(BaseModel):
    """How many share an outcome, and up to five of them."""

    outcome: str
    count: int
    sample: list[Somebody]


class Numbers(BaseModel):
    """What a dry run had found when it was confirmed."""

    found: int
    changes: int


class WecomShare(BaseModel):
    """What the act costs WeCom's quota."""

    calls: int
    hour_limit: int
    """Calls of that API an hour."""
    ends_at: datetime
    """When WeCom will have it all, begun now and by quota alone."""


class BulkActRead(BaseModel):
    """One act: its dry run, where it stands, how it ended.

    `plan` counts by outcome what the dry run found (`changed` are the people it would change),
    `results` what came of it. A dry run's `progress` is how far through the company it is.
    """

    id: int
    kind: str
    arguments: dict[str, Any]
    about: dict[str, Any]
    source: Source
    question: str | None
    undone_id: int | None
    state: State
    confirmed: bool
    found: int
    changes: int
    plan: list[OutcomeCount]
    shown: Numbers | None
    """Set where the recount before the run found numbers more than 1 % off those confirmed."""
    wecom: WecomShare | None
    results: list[OutcomeCount]
    done: int
    total: int | None
    progress: float | None
    per_second: float | None
    ends_at: datetime | None
    reason: str | None
    asked_by: str
    asked_by_name: str
    asked_at: datetime
    updated_at: datetime
    ended_at: datetime | None
    undo_until: datetime | None
    """Until when it can be taken back; None where it cannot, or nothing was changed."""


class BulkActPage(BaseModel):
    """Acts, newest first; `next` goes into `after`."""

    items: list[BulkActRead]
    next: str | None
