"""Words of customers."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from pydantic import BaseModel

from yutang.people.attributes.schemas import FieldCell
from yutang.people.attributes.schemas import Kind as FieldKind
from yutang.people.attributes.schemas import Operator as FieldOperator
from yutang.people.attributes.schemas import Value as FieldValue
from yutang.people.consents.schemas import ConsentRead
from yutang.people.credits.schemas import CreditRead
from yutang.people.notes.schemas import NotePage, NoteRead
from yutang.people.tags.schemas import TagOption, WornTag
from yutang.people.tasks.schemas import TaskRead

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
    private_tags: tuple[tuple[str, str], ...] | None = None
    """(Group, name) of the tags the member made for himself; None: this answer tells of none."""


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
    visit: str | None = None
    """The token of the page or link that he opened before, where the state carried one."""
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
class Takeover:
    """A customer who went over from one member to another, as the handover's result tells."""

    customer_id: int
    giver_id: int
    taker_id: int
    at: datetime


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


class RelationRead(BaseModel):
    """One relation."""

    staff_id: int
    staff_name: str
    staff_left: bool
    """He left the corp; the relation stays until somebody takes the customer over."""
    account: str
    state: str
    added_at: datetime
    changed_at: datetime
    add_way: int | None
    channel: str | None
    remark: str


class PersonRead(BaseModel):
    """Who a customer is."""

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
    birthday: date | None
    stage: str | None
    """potential, intent, deal or repeat; null where nobody and no rule has said."""
    stage_changed_at: datetime | None
    last_active_at: datetime | None
    silent_since: datetime | None
    first_added_at: datetime | None
    first_added_staff_id: int | None
    first_added_channel: str | None
    marketing_refused_at: datetime | None
    marketing_refused_through: str | None


class ProfileTag(WornTag):
    """A tag the person wears; `error` says why WeCom refused it."""

    error: str | None = None


class ProfileRead(PersonRead):
    """One customer, whole: what the 360 shows at once."""

    follows: list[RelationRead]
    tags: list[ProfileTag]
    fields: list[FieldCell]
    consents: list[ConsentRead]
    notes: NotePage
    tasks: list[TaskRead]
    credit: CreditRead | None


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
    tag_levels: tuple[tuple[int, ...], ...] = ()
    """Of each of these sets at least one tag."""
    tag_all: tuple[int, ...] = ()
    tag_none: tuple[int, ...] = ()
    untagged: bool = False
    """Without any tag, ours or WeCom's."""
    staff_ids: tuple[int, ...] = ()
    department_id: int | None = None
    """The department and all below it."""
    store_id: int | None = None
    """Who works in the store, named or by its department."""
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
    group_ids: tuple[int, ...] = ()
    """Who is in any of these groups now."""
    tail: str = ""
    """The keyed hash of a phone number's last four digits."""
    segment_id: int | None = None
    """Who is in the segment by its latest refresh."""
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
    stage: str | None
    last_active_at: datetime | None
    """Null where nothing tells: WeCom does not."""
    silent_since: datetime | None


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a walk over all that a filter finds, ascending.

    It was looked through up to `through`, where the next begins; it may be empty and not the last.
    """

    ids: list[int]
    through: int
    is_last: bool


class RowPage(BaseModel):
    """One page; `next` goes into `after`."""

    items: list[CustomerRow]
    next: str | None
    previous: str | None = None
    """Goes into `before`; null on the first page."""


HappeningKind = Literal[
    "relation",
    "tag",
    "welcome",
    "stage",
    "note",
    "follow_up",
    "attribute",
    "questions",
    "marketing",
    "member",
    "person",
    "segment",
    "order",
    "coupon",
    "membership",
    "page",
    "product",
    "cart",
    "service",
    "custom",
]
"""`member`: that he came into groups and left them; `person`: merges, and whose an id is;
`segment`: that he entered and left kept segments; from `order` on, what sources tell."""


class FieldWords(BaseModel):
    """A field in the timeline; of sensitive fields and free text neither value is told.

    Values are in words, options by their labels; "yes" and "no" of kind yes_no.
    """

    id: int
    name: str
    kind: FieldKind
    told: bool
    before: list[str] | None
    after: list[str] | None


class Happening(BaseModel):
    """One entry; `carried` is what the code carried (WeCom's `state`)."""

    id: str
    kind: str
    at: datetime
    by_customer: bool = False
    staff: OwnerRef | None = None
    tag: TagOption | None = None
    carried: str | None = None
    by: str | None = None
    first: bool | None = None
    ending: str | None = None
    outcome: str | None = None
    reason: str | None = None
    detail: str | None = None
    who: str | None = None
    """Who of ours did it, by name; null for the system and the customer."""
    other: OwnerRef | None = None
    """The other member of a handover: who had the customer, or has him since."""
    how: str | None = None
    before: str | None = None
    after: str | None = None
    """Keys of stages."""
    field: FieldWords | None = None
    note: NoteRead | None = None
    """Null too where it was deleted."""
    question_set: str | None = None
    kind_name: str | None = None
    """What the corp calls the kind of an event that a source told; null: as the pages do."""
    main: str | None = None
    """The value of that kind's main property, such as a page's title or an amount in yuan; of
    entering and leaving a segment its name, null where it was deleted."""
    group: str | None = None
    """The name of a group that he came into or left; null where who looks does not see it."""


@dataclass(frozen=True, slots=True)
class Watcher:
    """Who looks at a life: what his role may see, and of a member only what is his."""

    role: str | None
    staff_id: int | None = None
    account: str | None = None
    """The member's, in lower case; given with `staff_id`."""


class HappeningPage(BaseModel):
    """One page, newest first."""

    items: list[Happening]
    next: str | None
    cold_before: date | None = None
    """On the last page: events from before this day may lie in cold storage; null: all is here."""
