"""Words of ids, ties, conflicts and merges."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Final, Literal

from pydantic import BaseModel, Field, StringConstraints

IdKind = Literal["external", "unionid", "openid", "phone", "member_number", "device"]

STRENGTH: Final[tuple[IdKind, ...]] = (
    "external",
    "unionid",
    "member_number",
    "phone",
    "openid",
    "device",
)
"""The first of these that a message shows says whose it is; the last ties nobody by itself."""
ONLY_ONE: Final[frozenset[str]] = frozenset({"external", "unionid", "member_number"})
"""Two people with different ones of these are not joined by what else they share."""
IDENTIFYING: Final[frozenset[str]] = frozenset({"external", "member_number", "phone"})
"""Who has one of these is a lead; else he is a visitor."""

MOST_IDS: Final = 100
"""A message that shows more is nobody's."""
LONGEST_ID: Final = 128
MOST_CLAIMS: Final = 1_000
NEW: Final = 0
"""Stands for a person whom settling a claim would make."""


@dataclass(frozen=True, slots=True)
class Claim:
    """Ids that one message shows together: one person's, says its source."""

    ids: tuple[tuple[IdKind, str], ...]
    """Plain values; a phone as it is written."""
    at: datetime
    said: str
    """`collect:<source id>:<message id>`, `order:<source>:<number>` or `import:<id>:<row>`."""


Verdict = Literal["claimed", "stays", "shared", "merged"]
State = Literal["open", "decided", "gone"]
Telling = Literal["external", "unionid", "member_number", "apart"]


class IdRead(BaseModel):
    """One id of somebody."""

    kind: IdKind
    value: str
    """A phone and a device with their middle hidden."""
    given: bool
    """WeCom or a file gave it; else a message said so."""
    shared: bool = False
    """An operator decided that it ties nobody."""
    since: datetime


class Candidate(BaseModel):
    """One of the two between whom is to be decided."""

    id: int
    name: str
    state: str
    has_relations: bool
    ids: list[IdRead]


class ConflictRead(BaseModel):
    """An id that is claimed for one person and is another's."""

    id: int
    kind: IdKind
    value: str
    """The id in question; a phone with its middle hidden."""
    claimed_by: IdKind
    claimed_by_value: str
    """The id of the claiming person that the message showed beside it."""
    claimant: Candidate
    holder: Candidate
    why: Telling
    state: State
    decision: Verdict | None
    said: str
    at: datetime
    last_said: str
    last_at: datetime
    times: int
    decided_by: str | None
    decided_at: datetime | None
    no_merge: str | None
    """Why they cannot be merged: both_external, both_related or being_erased; null if they can."""


class ConflictPage(BaseModel):
    """One page, newest first; `next` goes into `after`."""

    items: list[ConflictRead]
    next: str | None
    open: int
    """How many are open, up to 1,000."""


class ConflictDecision(BaseModel):
    """What is right: the claimant's, the holder's, both share it, or they are one person."""

    verdict: Verdict
    why: Annotated[str, StringConstraints(strip_whitespace=True, max_length=200)] = ""


class DecisionUndo(BaseModel):
    """Why it was wrong."""

    why: Annotated[str, StringConstraints(strip_whitespace=True, max_length=200)] = ""


class MergeRead(BaseModel):
    """Somebody who became a part of this person."""

    id: int
    from_id: int
    into_id: int
    at: datetime
    by: str
    by_name: str | None = None
    why: str
    undone_at: datetime | None
    undone_by: str | None
    moved: dict[str, int]
    """Rows by table."""


class PersonIds(BaseModel):
    """All that a person is recognised by, and who he was merged of."""

    customer_id: int
    """Who he is now: the one asked for may have been merged away."""
    ids: list[IdRead]
    more: int
    """How many further devices there are."""
    merges: list[MergeRead]
    conflicts: int
    """How many open ones name him."""


class MergeWish(BaseModel):
    """Who is to become a part of this person."""

    from_id: Annotated[int, Field(ge=1, le=2**53)]
    why: Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=200)]
    dry_run: bool = False


class UnmergeWish(BaseModel):
    """Why it was wrong."""

    why: Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=200)]
    dry_run: bool = False


class Moved(BaseModel):
    """What was moved, or would be."""

    customer_id: int
    """The person after it."""
    from_id: int
    merge_id: int | None
    """Null in a dry run of a merge."""
    rows: dict[str, int]
    """Rows by table."""
    ids: list[IdRead]
    """What goes with them."""
    events: int
    """Entries of his life, up to 1,000: they stay where they are, read with the person's."""
