"""Words of segments."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, Any, Final, Literal

from pydantic import BaseModel, Field, StringConstraints

from yutang.people.customers.schemas import CustomerRow

Kind = Literal["static", "dynamic", "kept"]
Language = Literal["zh-CN", "en"]
What = Literal["ids", "phones", "member_numbers", "external_ids"]
Tree = dict[str, Any]

SEGMENTS: Final = 2_000
LIST_LINES: Final = 1_000_000
LIST_BYTES: Final = 64 * 1024 * 1024
REPORT_DAYS: Final = 7
TOLD_UNKNOWN: Final = 100
SAMPLE: Final = 20

Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=60)]
Label = Annotated[str, StringConstraints(strip_whitespace=True, max_length=40)]
Notes = Annotated[str, StringConstraints(strip_whitespace=True, max_length=1_000)]
Minutes = Annotated[int, Field(ge=1, le=1_440)]


class Words(BaseModel):
    """The same in Chinese and in English."""

    zh: str
    en: str


class SegmentFacts(BaseModel):
    """What may be said of a segment."""

    name: Name
    kind: Kind
    folder: Label = ""
    description: Notes = ""
    tree: Tree | None = None
    """Conditions as `GET /segments/language` describes them; null for a list."""
    every_minutes: Minutes = 5
    """How often a kept one is asked anew."""


class NewSegment(SegmentFacts):
    """A segment by conditions to be made; lists are made from lines or from a segment."""

    kind: Literal["dynamic", "kept"]


class SegmentChange(SegmentFacts):
    """A segment as it shall be; `version` is the one that was read."""

    version: int


class Version(BaseModel):
    """Of the segment as it was read."""

    version: int


class SegmentRunRead(BaseModel):
    """One refresh. `told` of `entered + left` changes are events so far."""

    run: int
    why: Literal["made", "listed", "clock", "asked", "used", "frozen", "settled"]
    version: int
    size: int
    entered: int
    left: int
    told: int
    state: Literal["telling", "done"]
    as_of: datetime
    took_ms: int
    ended_at: datetime | None


class SegmentRow(BaseModel):
    """A segment in a list.

    `size` is what the last refresh found and null where none was; who sees not everybody is told
    none (`size_hidden`): his own number he gets from `POST /segments/count`.
    """

    id: int
    name: str
    kind: Kind
    folder: str
    description: str
    sentence: Words | None
    """Null for a list."""
    size: int | None
    size_hidden: bool
    as_of: datetime | None
    week: int | None
    """How many more than seven days ago; null where that is not known."""
    uses: int
    every_minutes: int
    due_at: datetime | None
    trouble: str | None
    """Why the last refresh came to nothing."""
    version: int
    created_by_name: str
    created_at: datetime
    updated_at: datetime


class SegmentPage(BaseModel):
    """One page; `next` goes into `after`."""

    items: list[SegmentRow]
    next: str | None
    total: int


class Report(BaseModel):
    """What became of the lines of a list."""

    what: What
    lines: int
    found: int
    """Lines that name a customer."""
    people: int
    """Different customers."""
    unknown: int
    duplicates: int
    """Lines that say again what an earlier one said."""
    empty: int
    unknown_lines: list["UnknownLine"] = []
    """The first hundred; all of them are at `GET /segments/{id}/unknown.csv` for seven days."""


class UnknownLine(BaseModel):
    """A line that names nobody here."""

    line: int
    value: str


class SegmentDetail(SegmentRow):
    """A segment, whole."""

    tree: Tree | None
    latest: SegmentRunRead | None
    report: Report | None
    """Of a list that was made from lines."""


class VersionRead(BaseModel):
    """What the segment was said to be, from when on."""

    number: int
    name: str
    kind: Kind
    folder: str
    description: str
    tree: Tree | None
    sentence: Words | None
    every_minutes: int
    restored: int | None
    made_by_name: str
    made_at: datetime


class VersionList(BaseModel):
    """All versions, the newest first."""

    items: list[VersionRead]


@dataclass(frozen=True, slots=True)
class Use:
    """Somebody who asks for the segment: what it is, which one, and how it is called."""

    kind: str
    id: int
    name: str


class UseRead(BaseModel):
    """Who uses a segment; `kind` is segment, tag_rule, … ."""

    kind: str
    id: int
    name: str


class UseList(BaseModel):
    """Everything that uses a segment."""

    items: list[UseRead]


class SizePoint(BaseModel):
    """How many were in it at a moment, and who came and went since the point before."""

    at: datetime
    size: int
    entered: int
    left: int


class SizeList(BaseModel):
    """Sizes over time, the oldest first; hidden from who does not see everybody."""

    items: list[SizePoint]
    hidden: bool


class RunList(BaseModel):
    """Refreshes, the newest first."""

    items: list[SegmentRunRead]


class MemberPage(BaseModel):
    """Customers of the segment that one may see; `next` goes into `after`."""

    items: list[CustomerRow]
    next: str | None
    as_of: datetime | None
    """The moment the membership is of."""


class TreeQuestion(BaseModel):
    """Conditions that need not be saved."""

    tree: Tree


class CountQuestion(TreeQuestion):
    """What is counted; `reachable` also tells who of them can be reached."""

    reachable: bool = False


class Unknowable(BaseModel):
    """Something about reaching people that nobody tells, and why."""

    key: str
    reason: Words


class Reachable(BaseModel):
    """Who of them may be written to: friends who did not refuse."""

    reachable: int
    refused: int
    """Said that they want no marketing."""
    not_friends: int
    """No member is their friend: nothing can be sent to them."""
    unknown: list[Unknowable]


class CountRead(BaseModel):
    """How many of those one may see fulfil the conditions.

    `nodes` by path: "" the whole, "0.2" the third part of the first. `stale_since` is set where
    the engine has fallen behind.
    """

    count: int
    universe: int
    share: float | None
    """Null where there is nobody at all."""
    nodes: dict[str, int]
    as_of: datetime
    took_ms: float
    stale_since: datetime | None
    reachable: Reachable | None = None


class SampleQuestion(TreeQuestion):
    """How many shall be shown; another `seed` shows others."""

    size: Annotated[int, Field(ge=1, le=SAMPLE)] = 10
    seed: Annotated[int, Field(ge=0, le=2**31)] = 0


class Sampled(BaseModel):
    """One of them, and why he is in it."""

    customer: CustomerRow
    reason: Words | None


class SampleRead(BaseModel):
    """Some of those one may see."""

    items: list[Sampled]


class Share(BaseModel):
    """A part of them. `name` is null where the key is a word that the page knows."""

    key: str
    name: str | None
    count: int


class Chart(BaseModel):
    """One way to divide them; the largest twenty parts, the others are `rest`."""

    by: str
    items: list[Share]
    rest: int
    none: int
    """Of whom nothing is known."""


class ProfileRead(BaseModel):
    """Who they are."""

    total: int
    as_of: datetime
    charts: list[Chart]


class OverlapShare(BaseModel):
    """A tag: how many of them wear it, and how many in all."""

    tag_id: int
    name: str
    group: str
    both: int
    share: float
    """Of the segment."""
    tag_total: int
    lift: float | None
    """How many times as often as among everybody; null where nobody wears it."""


class OverlapRead(BaseModel):
    """Tags by how many of them wear them."""

    total: int
    universe: int
    items: list[OverlapShare]


class ExplainQuestion(TreeQuestion):
    """Whose being in or out is explained."""

    customer_id: int


class Explained(BaseModel):
    """One condition about one person: whether it holds, and what is known of him."""

    path: str
    holds: bool
    sentence: Words
    facts: Words | None
    of: list["Explained"] = []


class ExplainRead(BaseModel):
    """Why he is in or out."""

    customer_id: int
    is_in: bool
    root: Explained


class NewList(BaseModel):
    """A list from numbers of people."""

    name: Name
    what: What
    lines: Annotated[list[str], Field(max_length=LIST_LINES)] = []
    text: Annotated[str, Field(max_length=LIST_BYTES)] = ""
    """Or as pasted: a number a line; commas, semicolons and tabs also part them."""
    folder: Label = ""
    description: Notes = ""


class Frozen(BaseModel):
    """What the list shall be called."""

    name: Name
    folder: Label = ""
    description: Notes = ""


class Template(BaseModel):
    """A segment ready made."""

    key: str
    name: Words
    description: Words
    tree: Tree
    needs: list[str] = []
    """What the company must have first: orders, birthdays, groups."""


class TemplateList(BaseModel):
    """All of them."""

    items: list[Template]


class Choice(BaseModel):
    """Something that can be chosen, with its name in both languages."""

    key: str
    name: Words


class FieldOffer(BaseModel):
    """An attribute: its type, how it can be compared, and its options where it has some."""

    name: str
    """As the language calls it; `field:<id>` of the company's own."""
    label: Words
    kind: str
    tests: list[str]
    options: list[Choice] = []
    sensitive: bool = False


class PropertyOffer(BaseModel):
    """A property of an event."""

    name: str
    type: str
    example: str | None = None


class EventOffer(BaseModel):
    """A kind of event with what it tells."""

    kind: str
    label: str | None
    """Null where the page knows it by its kind."""
    family: str
    properties: list[PropertyOffer]


class LeavesRead(BaseModel):
    """What conditions can be made of here.

    Tags, members, departments, stores, groups, channels and segments are found by search at their
    own addresses (`searches`).
    """

    leaves: list[Choice]
    fields: list[FieldOffer]
    events: list[EventOffer]
    stages: list[Choice]
    states: list[Choice]
    ways: list[Choice]
    order_statuses: list[Choice]
    order_sources: list[str]
    group_kinds: list[str]
    group_tiers: list[Choice]
    group_labels: list[str]
    rfm_classes: list[Choice]
    searches: Mapping[str, str]


class SegmentExport(BaseModel):
    """What shall be in the file; as for exports of customers."""

    format: Literal["csv", "parquet", "xlsx"] = "csv"
    columns: Annotated[list[str], Field(min_length=1, max_length=200)]
    phones: bool = False
    language: Language = "zh-CN"


@dataclass(frozen=True, slots=True)
class Question:
    """Which segments of the list are asked for."""

    q: str = ""
    kind: Kind | None = None
    folder: str | None = None


@dataclass(frozen=True, slots=True)
class Day:
    """One day's last size."""

    day: date
    size: int
