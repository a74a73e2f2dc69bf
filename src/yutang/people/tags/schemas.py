"""Words of tags."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from pydantic import BaseModel

Kind = Literal["wecom", "own"]
Wearing = Literal["any", "all", "none"]
Skip = Literal["unknown", "lost", "already", "other_in_wecom", "not_worn", "in_wecom"]
"""Why nothing changes for a person: not here; no member is his friend (WeCom's tags only); wears
it; wears another of an exclusive group, in WeCom, which is not to be told; does not wear it; wears
it in WeCom, which is not to be told."""


@dataclass(frozen=True, slots=True)
class TagFacts:
    """A corp tag as WeCom tells of it."""

    wecom_id: str
    name: str
    position: int


@dataclass(frozen=True, slots=True)
class TagGroupFacts:
    """A group with its tags as WeCom tells of it."""

    wecom_id: str
    name: str
    position: int
    tags: tuple[TagFacts, ...]


@dataclass(frozen=True, slots=True, order=True)
class Relation:
    """One staff × one customer."""

    customer_id: int
    staff_id: int


class TagRef(BaseModel):
    """A tag by name, with its group's."""

    id: int
    name: str
    group: str


class TagOption(BaseModel):
    """A tag to choose."""

    id: int
    name: str


class TagGroupRead(BaseModel):
    """A group and its tags, in WeCom's order."""

    id: int
    name: str
    tags: list[TagOption]


class TagList(BaseModel):
    """All groups."""

    items: list[TagGroupRead]


@dataclass(frozen=True, slots=True)
class TagPlace:
    """A tag on a relation; `mirrored` says that WeCom has it."""

    tag_id: int
    name: str
    added_by: str
    added_at: datetime
    mirrored: bool
    error: str | None


@dataclass(frozen=True, slots=True)
class Push:
    """Tags of one relation on their way to WeCom, to be set and to be taken; WeCom's ids by ours.

    All of a relation leave together: WeCom refuses two edits of one at once.
    """

    corp_id: int
    relation: Relation
    account: str
    external_id: str
    adds: dict[int, str]
    removes: dict[int, str]
    attempts: int


@dataclass(frozen=True, slots=True)
class PushResult:
    """How a push ended: had by WeCom, refused for good, or tried again at `retry_at`."""

    error: str | None = None
    retry_at: datetime | None = None


class WornTag(BaseModel):
    """A tag that a person wears: one of ours, or WeCom's on at least one living relation."""

    kind: Kind
    id: int
    name: str
    group_id: int
    group: str
    by: str
    """`channel:<id>`, `wecom`, `user:<id>`, `staff:<id>`, `rule:<id>` or `bulk:<id>`."""
    at: datetime
    why: str | None
    staff_ids: list[int]
    """The members on whose relation it sits; empty for ours."""
    mirrored: bool
    """WeCom has it, on at least one of them; false for ours."""


class PrivateTag(BaseModel):
    """A tag that a member made for himself; WeCom lets nobody else change it."""

    staff_id: int
    group: str
    name: str
    seen_at: datetime


@dataclass(slots=True)
class TagPlan:
    """What putting or taking a tag does to some people; ids are customers'."""

    changed: list[int] = field(default_factory=list)
    skipped: dict[Skip, list[int]] = field(default_factory=dict)
    calls: int = 0
    """Calls of mark_tag that it takes, one for each relation; 0 where WeCom is not told."""

    def skip(self, reason: Skip, customer_id: int) -> None:
        """Leave one out."""
        self.skipped.setdefault(reason, []).append(customer_id)

    def counts(self) -> Counter[str]:
        """How many are left out, by reason."""
        return Counter({reason: len(ids) for reason, ids in self.skipped.items()})


@dataclass(slots=True)
class TagOutcome(TagPlan):
    """What came of it; `displaced` are (customer, tag) that an exclusive group gave up."""

    displaced: list[tuple[int, int]] = field(default_factory=list)


class MergePlan(BaseModel):
    """What putting one tag in the place of another does."""

    customers: int
    """Who wear the old one."""
    both: int
    """Of those, who wear the new one too."""
    calls: int
    """Calls of WeCom's mark_tag; 0 for our own tags."""
    exact: bool
    """False: there are more than told."""
    seconds: int
    """What WeCom's quota takes for the calls, were it free."""
