"""Segments as they are said, and as they are told."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, Field

from yutang.people.customers.schemas import CustomerRow

from .words import (
    LIST_BYTES,
    LIST_LINES,
    Kind,
    Label,
    Language,
    Minutes,
    Name,
    Notes,
    Tree,
    What,
    Words,
)


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


class SegmentVersionAsked(BaseModel):
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
    watches: bool = False
    """Whether he waits for who enters and leaves: then it must stay a kept one."""


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
