"""What the audit tells."""

from datetime import datetime
from typing import Any, Literal

from pydantic import BaseModel, Field
from typing_extensions import override

KEEP_DAYS = 1095
LEAST_DAYS = 183

FaultKind = Literal["changed", "missing", "added", "cut", "anchor"]
"""What does not fit: an entry was changed, is missing, was put between others, the chain was cut
short, or its hash is not the one that was noted."""


class Fault(BaseModel, frozen=True):
    """The first thing that does not fit."""

    kind: FaultKind
    place: int
    """The link's number; of an entry without a link, that of the link before it."""
    entry_id: int | None

    @override
    def __str__(self) -> str:
        entry = "" if self.entry_id is None else f", entry {self.entry_id}"
        return f"{self.kind} at link {self.place}{entry}"


class Checked(BaseModel, frozen=True):
    """Result of a check of one corp's chain."""

    corp_id: int
    links: int
    """How many were computed anew."""
    place: int
    hash: str
    fault: Fault | None


class AnchorRead(BaseModel):
    """A hash that was noted apart."""

    place: int
    kind: Literal["daily", "cut"]
    hash: str
    at: datetime


class ChainRead(BaseModel):
    """State of the corp's chain."""

    place: int
    """How many entries were ever sealed."""
    hash: str
    waiting: int
    """Entries not sealed yet, counted up to 1,000."""
    sealed_at: datetime | None
    """When it was last looked for entries to seal."""
    entry_at: datetime | None
    """Moment of the last sealed entry."""
    checked_at: datetime | None
    checked_place: int | None
    fault: str | None
    fault_entry_id: int | None
    keep_days: int
    anchors: list[AnchorRead]
    """The newest ten."""


class Keeping(BaseModel):
    """How long entries are kept."""

    days: int = Field(default=KEEP_DAYS, ge=LEAST_DAYS, le=36500)


class Search(BaseModel, frozen=True):
    """Which entries; None leaves a filter out. `since` is within, `until` is not."""

    actor: str | None = None
    families: tuple[str, ...] = ()
    target: str | None = None
    since: datetime | None = None
    until: datetime | None = None


class Entry(BaseModel):
    """One act."""

    id: int
    at: datetime
    actor: str
    action: str
    target: str
    before: dict[str, Any] | None
    after: dict[str, Any] | None
    ip: str
    means: str
    session: str
    request_id: str
