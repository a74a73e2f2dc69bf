"""Words of channel codes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from pydantic import BaseModel, Field

from yutang.act.greetings.schemas import GreetingRef, WelcomeText
from yutang.people.customers.schemas import CustomerRef
from yutang.people.staff.schemas import StaffRef
from yutang.people.tags.schemas import TagRef
from yutang.people.welcomes.schemas import Outcome

STAFF_OF_A_CODE = 100
STAFF_OF_A_LINK = 500
CODES_AT_ONCE = 500
SPARK_DAYS = 14

Kind = Literal["direct", "page", "link"]
"""What customers come through: WeCom's own code, our page, a link of WeCom's."""
Status = Literal["creating", "active", "updating", "failed", "deleting", "deleted"]


@dataclass(frozen=True, slots=True)
class Narrow:
    """Which channels a list shows; what is empty narrows nothing."""

    query: str = ""
    statuses: Sequence[str] = ()
    kinds: Sequence[str] = ()


EVERY = Narrow()


@dataclass(frozen=True, slots=True)
class ChannelFact:
    """A channel by its number, with what its adds carry."""

    id: int
    name: str
    state: str
    kind: str


class ChannelCreate(BaseModel):
    """A new channel code: who is added, with which tags, and how he is welcomed."""

    name: str = Field(min_length=1, max_length=60)
    staff_ids: list[int] = Field(min_length=1, max_length=STAFF_OF_A_CODE)
    tag_ids: list[int] = Field(default_factory=list, max_length=20)
    skip_verify: bool = True
    remark: str = Field(default="", max_length=30)
    welcome: WelcomeText | None = None
    """For any hour and anybody; others of its own are made by `POST /api/welcomes`."""


class ChannelUpdate(ChannelCreate):
    """A code as it shall be; `version` is the one the change was made on."""

    version: int = Field(ge=1)


class ChannelMember(StaffRef):
    """A member of a code's list; one who left is no longer handed to WeCom."""

    left: bool


class MemberCode(BaseModel):
    """A code in whose list a member is; `sole`: nobody else of it works here."""

    id: int
    name: str
    status: Status
    staff: list[ChannelMember]
    sole: bool


class MemberCodes(BaseModel):
    """A member's codes, the oldest first, 500 at most; `more`: there are others."""

    items: list[MemberCode]
    more: bool


class MemberReplacement(BaseModel):
    """Who takes a member's place in which of his codes."""

    staff_ids: list[int] = Field(min_length=1, max_length=STAFF_OF_A_CODE)
    channel_ids: list[int] = Field(min_length=1, max_length=CODES_AT_ONCE)


class MemberReplaced(BaseModel):
    """The codes that were changed; each is `updating` until WeCom took it over."""

    channel_ids: list[int]


class ChannelRead(BaseModel):
    """A channel code; `qr_content` is what its picture holds.

    `adds_by_day` are the last 14 days in the corp's zone, today last; a half add and its
    completion count once. `failed` with a `config_id` says that an edit did not reach WeCom:
    prints go on with the list before it.
    """

    id: int
    kind: Kind
    name: str
    state: str
    status: Status
    error: str | None
    skip_verify: bool
    remark: str
    staff: list[ChannelMember]
    tags: list[TagRef]
    welcome: WelcomeText | None
    config_id: str | None
    qr_content: str | None
    adds_today: int
    adds_total: int
    adds_by_day: list[int]
    created_at: datetime
    version: int


class ChannelPage(BaseModel):
    """One page, newest first; `next` goes into `after`, `previous` into `before`."""

    items: list[ChannelRead]
    next: str | None
    previous: str | None
    total: int
    as_of: datetime


class ChannelDay(BaseModel):
    """One day of a code; `due` to `failed` are how the welcomes of its adds ended."""

    day: date
    adds: int = 0
    half: int = 0
    lost: int = 0
    due: int = 0
    sent: int = 0
    late: int = 0
    impossible: int = 0
    failed: int = 0


class ChannelStatistics(BaseModel):
    """What came of a code, by day of the corp's zone, empty days too.

    `friends` and `lost_ever` are relations that began with this code, as they stand now.
    """

    start: date
    stop: date
    days: list[ChannelDay]
    totals: ChannelDay
    friends: int
    lost_ever: int
    as_of: datetime


class ChannelRef(BaseModel):
    """A channel code by name."""

    id: int
    name: str


class AddTag(BaseModel):
    """A tag the add brought; `mirrored` says that WeCom has it."""

    id: int
    name: str
    mirrored: bool


class AddRead(BaseModel):
    """One add and how its welcome ended; `latency_ms` from the callback's arrival to the end."""

    id: int
    at: datetime
    customer: CustomerRef | None
    staff: StaffRef | None
    channel: ChannelRef | None
    half: bool
    tags: list[AddTag]
    outcome: Outcome
    reason: str | None
    detail: str | None
    latency_ms: int | None
    greeting_id: int | None
    """Which welcome applied, whether or not it went out."""
    greeting: GreetingRef | None
    """The same by name; None where none applied, or it was deleted since."""
    standing: str | None
    """new, returning, or unknown: he was not stored here yet, so he was taken for a new one."""


class AddPage(BaseModel):
    """One page of adds, newest first; `next` goes into `after`."""

    items: list[AddRead]
    next: str | None
    as_of: datetime


class FileRead(BaseModel):
    """An uploaded file."""

    id: int
    name: str
    media_type: str
    bytes: int
