"""Words of imports."""

from datetime import date, datetime
from typing import Annotated, Final, Literal

from pydantic import BaseModel, Field, StringConstraints

from yutang.people.kinds.schemas import NAME_CHARS, QUARANTINED, NamedKind
from yutang.people.orders.schemas import SOURCE_LENGTH
from yutang.people.persons.schemas import IdKind

State = Literal["uploaded", "checking", "checked", "running", "done", "failed", "cancelled"]
Format = Literal["csv", "parquet", "xlsx"]
Purpose = Literal["phone", "marketing", "sensitive"]
Holds = Literal["members", "orders", "events"]
"""What the rows of a file are: customers, orders (one row an order, or one good of it), or events
(what people did, one a row)."""
Look = Literal["string", "number", "boolean", "time"]

IDENTITIES: Final[tuple[IdKind, ...]] = ("external", "unionid", "phone", "member_number")
"""What a person is recognised by; the first that is known wins."""
TARGETS = (*IDENTITIES, "name", "gender", "birthday", "company", "stage", "tags")

EVENT_WAITS: Final = {"event.waiting", *(f"event.{reason}" for reason in QUARANTINED)}
"""Codes of events that go into quarantine."""
EVENT_PROBLEMS: Final = (
    *sorted(EVENT_WAITS), "event.no_kind", "event.no_time", "event.no_person", "event.order",
    "event.expired", "event.frozen", "event.refused_kind", "event.too_many_kinds",
    "event.bad_kind", "event.too_large", "event.no_consent", "event.future", "event.too_old",
)  # fmt: skip
"""What only comparing with the register and the log shows."""


class Sheet(BaseModel):
    """One sheet of a workbook. Those whose columns differ from the first's are left out."""

    name: str
    used: bool
    rows: int = 0
    """Below the header."""
    blank_rows: int = 0
    """Above the header."""


class Column(BaseModel):
    """One column of a file: its header, some values, and what it looks like."""

    index: int
    name: str
    samples: list[str]
    guess: str | None = None
    """A target of customers, or None: nothing of ours has that name."""
    order_guess: str | None = None
    """The same of orders."""
    event_guess: str | None = None
    """The same of events; `prop:<name>` for a property."""
    prop: str = ""
    """The name under which it could be kept as a property of events."""
    masked: bool = False
    """A shop hid or encrypted its values: nobody is recognised by them."""


class Shape(BaseModel):
    """How a file is read."""

    format: Format
    columns: list[Column]
    encoding: str = "utf-8"
    delimiter: str = ","
    blank_lines: int = 0
    """Above the header of a CSV."""
    sheets: list[Sheet] = []
    new_tags: list[str] = []
    """Names in the file that no tag of ours has yet; known after it was read through."""
    subject: Holds = "members"
    """What it seems to hold."""
    shop: str | None = None
    """Whose export it is by its headers."""
    looks: dict[int, Look] = {}
    """What the cells of columns that become properties of events are, by place; known after it was
    read through."""
    unknown_statuses: list[str] = []
    """Words for the state of an order that nobody knows; known after it was read through."""


class Consent(BaseModel):
    """What these people agreed to, where and when, as the importer declares it."""

    source: str = Field(min_length=2, max_length=200)
    """In the importer's words, such as "南山店开业登记表"."""
    purposes: list[Purpose] = Field(min_length=1, max_length=3)
    """phone: to be called and found by it; marketing: to get offers; sensitive: to keep what the
    sensitive fields say."""
    given_on: date


class Mapping(BaseModel):
    """What a file's columns mean."""

    subject: Holds = "members"
    columns: dict[int, str] = Field(max_length=300)
    """Column index → target, see `/imports/targets`. Others are not read."""
    unknown_tags: Literal["refuse", "create"] = "refuse"
    """A tag that does not exist refuses its row, or is made as one of our own."""
    tag_ids: list[int] = Field(default=[], max_length=20)
    """Own tags that everybody in the file gets."""
    consent: Consent | None = None
    shop: Annotated[
        str, StringConstraints(strip_whitespace=True, min_length=1, max_length=SOURCE_LENGTH)
    ] = "file"
    """The source that these orders get; a number is unique in its source."""
    statuses: dict[str, str] = Field(default={}, max_length=100)
    """Orders: the file's own words for their states → placed, paid, shipped, completed, cancelled
    or refunded (all of it went back). Usual words are known."""
    kind: Annotated[str, StringConstraints(min_length=1, max_length=NAME_CHARS)] | None = None
    """Events: what happened in every row, where no column says it."""


class People(BaseModel):
    """Whose the orders or events of a file are."""

    known: int
    """Who are known."""
    fresh: int
    """Who will become known by them."""
    nameless: int
    """Orders that name no buyer; they stand without one."""


class Counts(BaseModel):
    """What became, or would become, of the rows."""

    created: int
    changed: int
    unchanged: int
    refused: int


class Found(Counts):
    """What a dry run found."""

    people: People | None = None
    """Of orders and events."""


class ImportRead(Counts):
    """One import. Of orders, `created`, `changed` and `unchanged` count orders, all else rows.

    `rate` is rows a second of the present step, `ends_at` what it leads to.
    """

    id: int
    name: str
    subject: Holds
    bytes: int
    shape: Shape
    state: State
    step: Literal["reading", "comparing", "writing"] | None
    """What is under way; None: nothing is, or it waits for another import to end."""
    mapping: Mapping | None
    remembered: bool
    """The mapping was used before for a file with the same headers."""
    total: int | None
    place: int
    staged: int
    found: Found | None
    """What the dry run found."""
    reason: str | None
    stopping: bool
    has_file: bool
    created_by: str
    created_at: datetime
    started_at: datetime | None
    ended_at: datetime | None
    expires_at: datetime
    rate: float | None
    ends_at: datetime | None
    as_of: datetime


class ImportPage(BaseModel):
    """Imports, newest first; `next` goes into `before`."""

    items: list[ImportRead]
    next: int | None


class TargetRead(BaseModel):
    """Something a column can mean."""

    key: str
    name: str | None
    """Of the corp's own fields; the others are named by the page."""
    kind: str
    identity: bool
    """A person is recognised by it."""
    sensitive: bool


class TargetList(BaseModel):
    """All of them, in the order in which they are offered."""

    items: list[TargetRead]
    kinds: list[NamedKind] = []
    """Of events: what may be said to have happened in every row of a file."""


class RowErrorRead(BaseModel):
    """One thing that is wrong with one row, in words."""

    row: int
    sheet: str | None
    column: str
    value: str
    what: str
    todo: str


class RowErrors(BaseModel):
    """The first of them, and of how many."""

    items: list[RowErrorRead]
    more: bool
