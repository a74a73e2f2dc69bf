"""Words of customers."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from pydantic import BaseModel

from yutang.people.attributes.schemas import Operator as FieldOperator
from yutang.people.attributes.schemas import Value as FieldValue
from yutang.people.tags.schemas import TagOption

Ending = Literal["deleted_by_staff", "deleted_by_customer", "transferred"]


@dataclass(frozen=True, slots=True)
class Person:
    """Who he is, as WeCom tells."""

    name: str
    avatar: str = ""
    gender: int = 0
    platform: str = "wechat"
    company: str = ""
    unionid: str | None = None


@dataclass(frozen=True, slots=True)
class RelationFacts:
    """What WeCom tells of one relation."""

    added_at: datetime
    add_way: int | None = None
    channel: str | None = None
    remark: str = ""
    description: str = ""
    operator: str | None = None
    phones: tuple[str, ...] = ()
    wecom_tag_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Arrival:
    """A relation that began: half (only the customer agreed) or whole.

    `person` and `facts` are None where WeCom did not let us read them yet.
    """

    account: str
    external_id: str
    half: bool
    at: datetime
    channel: str | None
    source: str
    person: Person | None = None
    facts: RelationFacts | None = None
    seen: bool = False
    """Found by reading (`at` is WeCom's createtime), not told by a callback: no event for it."""


@dataclass(frozen=True, slots=True)
class Departure:
    """A relation that ended."""

    account: str
    external_id: str
    ending: Ending
    at: datetime
    source: str


@dataclass(frozen=True, slots=True)
class FailedTransfer:
    """A takeover that did not come about; `reason` is WeCom's word."""

    account: str
    external_id: str
    reason: str
    at: datetime
    source: str


@dataclass(frozen=True, slots=True)
class Edit:
    """What WeCom now shows of a relation whose remark, phones or tags changed."""

    account: str
    external_id: str
    person: Person
    facts: RelationFacts
    source: str = "reading"


class CustomerRef(BaseModel):
    """A customer by name; `external_id` is WeCom's external_userid."""

    id: int
    name: str
    state: str
    external_id: str


class FollowTagRead(BaseModel):
    """A tag on a relation, with who put it there and whether WeCom has it."""

    id: int
    name: str
    added_by: str
    added_at: datetime
    mirrored: bool
    error: str | None


class FollowRead(BaseModel):
    """One relation."""

    staff_id: int
    staff_name: str
    account: str
    state: str
    added_at: datetime
    changed_at: datetime
    add_way: int | None
    channel: str | None
    remark: str
    tags: list[FollowTagRead]


class TimelineEntry(BaseModel):
    """One event of his life here."""

    id: int
    kind: str
    at: datetime
    actor: str
    props: dict[str, Any]


class CustomerRead(BaseModel):
    """One customer, whole."""

    id: int
    name: str
    state: str
    external_id: str | None
    avatar: str
    gender: int
    platform: str
    company: str
    phones: list[str]
    """Masked."""
    first_added_at: datetime | None
    first_added_staff_id: int | None
    first_added_channel: str | None
    marketing_refused_at: datetime | None
    follows: list[FollowRead]
    timeline: list[TimelineEntry]


State = Literal["visitor", "lead", "group_member", "half", "friend", "lost"]


Sort = Literal["-added", "added", "name", "-active"]


class FieldTest(BaseModel, frozen=True):
    """One comparison with a custom field, its values parsed."""

    field_id: int
    operator: FieldOperator
    values: tuple[FieldValue, ...] = ()


class CustomerFilter(BaseModel):
    """Which customers; every given condition holds. Times are moments, the end left out."""

    q: str = ""
    state: State | None = None
    tag_any: tuple[int, ...] = ()
    tag_all: tuple[int, ...] = ()
    tag_none: tuple[int, ...] = ()
    untagged: bool = False
    """Without any tag, ours or WeCom's."""
    staff_ids: tuple[int, ...] = ()
    department_id: int | None = None
    """The department and all below it."""
    channels: tuple[str, ...] = ()
    """What the code carried: WeCom's `state`."""
    add_ways: tuple[int, ...] = ()
    unowned: bool = False
    """With no living relation."""
    added_from: datetime | None = None
    added_before: datetime | None = None
    ended_from: datetime | None = None
    """With a relation that either side ended in this span and that is ended still."""
    ended_before: datetime | None = None
    stages: tuple[str, ...] = ()
    silent: bool | None = None
    refused: bool | None = None
    """Whether he refuses marketing."""
    fields: tuple[FieldTest, ...] = ()
    tail: str = ""
    """The keyed hash of a phone number's last four digits."""
    sort: Sort = "-added"


class OwnerRef(BaseModel):
    """A member who follows the customer, and how."""

    id: int
    name: str
    state: str


class CustomerRow(BaseModel):
    """A customer in a list. `added_at` is the newest relation's, `first_added_at` the corp's."""

    id: int
    name: str
    remark: str
    state: str
    platform: str
    company: str
    tags: list[TagOption]
    owners: list[OwnerRef]
    first_added_at: datetime | None
    added_at: datetime | None
    first_channel: str | None


class RowPage(BaseModel):
    """One page; `next` goes into `after`."""

    items: list[CustomerRow]
    next: str | None
    previous: str | None = None
    """Goes into `before`; null on the first page."""


HappeningKind = Literal["relation", "tag", "welcome"]


class Happening(BaseModel):
    """One entry; `channel` is what the code carried (WeCom's `state`)."""

    id: str
    kind: str
    at: datetime
    by_customer: bool = False
    staff: OwnerRef | None = None
    tag: TagOption | None = None
    channel: str | None = None
    by: str | None = None
    first: bool | None = None
    ending: str | None = None
    outcome: str | None = None
    reason: str | None = None
    detail: str | None = None


class HappeningPage(BaseModel):
    """One page, newest first."""

    items: list[Happening]
    next: str | None
