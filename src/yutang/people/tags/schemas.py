"""Words of tags."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, Field, StringConstraints

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
    kind: Kind
    name: str
    sensitive: bool
    """Each of its tags needs a reason."""
    ordered: bool
    """The tags are levels, the lowest first."""
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


Lock = Literal["none", "other", "unknown"]
"""Whether WeCom lets us change it: yes (ours, or made by us there); no, another app or somebody in
its console made it; not known yet, since WeCom does not tell who made a tag: it can be tried."""
Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=30)]
"""WeCom's limit, kept for our own too so that each can become the other."""


class TagSource(BaseModel):
    """How many wear a tag because of one source, and when it last put it on somebody."""

    source: str
    """`channel`, `user`, `staff`, `bulk`, `wecom` (seen there), `merge`, `rule`."""
    customers: int
    last_at: datetime


class TagDetail(BaseModel):
    """A tag on the page of its group."""

    id: int
    name: str
    lock: Lock
    archived: bool
    merged_into: TagRef | None
    customers: int | None
    """Who wear it, as counted at `as_of`; None: not counted yet."""
    sources: list[TagSource]
    """The largest first."""
    as_of: datetime | None


class TagGroupRow(BaseModel):
    """A group in the list."""

    id: int
    kind: Kind
    name: str
    lock: Lock
    exclusive: bool
    ordered: bool
    sensitive: bool
    archived: bool
    tags: int
    """Living ones, archived ones among them."""
    sample: list[str]
    """Names of the first six."""


class TagGroupDetail(TagGroupRow):
    """A group with its tags, in order."""

    items: list[TagDetail]
    doubles: int | None
    """Of an exclusive group: people who wear more than one of it, put on in WeCom; 100 is 100 or
    more. None where the group is not exclusive or too many wear it to look."""


class TagRoom(BaseModel):
    """How many more tags WeCom takes. Strategy tags count too and are not seen."""

    used: int
    limit: int


class TagLibrary(BaseModel):
    """A page of groups; `next` goes into `after`."""

    items: list[TagGroupRow]
    next: str | None
    room: TagRoom
    as_of: datetime | None
    """When people were last counted."""
    waiting: int
    """Tags on relations that WeCom is still to be told of in bulk."""


class TagGroupCreate(BaseModel):
    """A group to make, with at least one tag: WeCom has no empty ones."""

    kind: Kind
    name: Name
    tags: Annotated[list[Name], Field(max_length=200)]
    exclusive: bool = False
    ordered: bool = False
    sensitive: bool = False


class TagGroupChange(BaseModel):
    """What to change of a group; what is left out stays."""

    name: Name | None = None
    exclusive: bool | None = None
    ordered: bool | None = None
    archived: bool | None = None


class TagsCreate(BaseModel):
    """Tags to add at the end of a group."""

    names: Annotated[list[Name], Field(min_length=1, max_length=200)]


class TagChange(BaseModel):
    """What to change of a tag; what is left out stays."""

    name: Name | None = None
    archived: bool | None = None
    group_id: int | None = None
    """Another group, for our own tags."""


class TagOrder(BaseModel):
    """All living tags of a group, or all living groups of a kind, first to last."""

    ids: Annotated[list[int], Field(min_length=1, max_length=10_000)]


class TagMerge(BaseModel):
    """The tag that takes the other's place."""

    into: int


class TagPut(BaseModel):
    """Put a tag on one customer by hand."""

    tag_id: int
    why: Annotated[str, StringConstraints(strip_whitespace=True, max_length=200)] | None = None
    """The reason; a sensitive tag needs one."""
    staff_ids: Annotated[list[int], Field(min_length=1, max_length=100)] | None = None
    """On whose relations one of WeCom's goes; all living ones where it is left out."""


class TagsOfCustomer(BaseModel):
    """What a customer wears after a change, with what the change was, so that it can be undone."""

    items: list[WornTag]
    changed: bool
    """False: he wore it already, or did not."""
    displaced: list[TagRef]
    """What an exclusive group gave up for it."""
