"""Words of acquisition links."""

from datetime import date, datetime
from typing import Final, Literal

from pydantic import BaseModel, Field

from yutang.act.acquisition.schemas import STAFF_OF_A_LINK, ChannelCreate, ChannelRead
from yutang.people.room.schemas import QuotaEnd, RoomRead
from yutang.people.staff.schemas import StaffRef

MOST_DEPARTMENTS: Final = 100
MOST_PRIORITY: Final = 1_000
MOST_CENTS: Final = 1_000_000

Priority = Literal["none", "corp", "list"]


class LinkCreate(ChannelCreate):
    """A link as it shall be: up to 500 people behind it, named or by department.

    `priority` leads a customer to a friend of his first: `corp` among all members, `list` among
    `priority_staff_ids`. WeCom allows it for some lines of business only and refuses it else.
    """

    staff_ids: list[int] = Field(default_factory=list, max_length=STAFF_OF_A_LINK)
    department_ids: list[int] = Field(default_factory=list, max_length=MOST_DEPARTMENTS)
    priority: Priority = "none"
    priority_staff_ids: list[int] = Field(default_factory=list, max_length=MOST_PRIORITY)


class LinkUpdate(LinkCreate):
    """`version` is the one the change was made on."""

    version: int = Field(ge=1)


class LinkCounts(BaseModel):
    """What WeCom counts of a link from `first` to `last`, each person once, and our own adds.

    `opened` and `won` are null until WeCom was asked once; `refused` is its answer where it told
    nothing when it was asked last.
    """

    opened: int | None
    won: int | None
    adds: int | None
    """Through it on the same days, as we heard of them; null for who sees some members only."""
    first: date | None
    last: date | None
    as_of: datetime | None
    refused: str | None


class LinkRead(ChannelRead):
    """A link with its numbers.

    `qr_content` is its address with the channel in it: give out that one. `visits` to
    `visit_adds` are of pages and short links of the last 180 days that lead here; `profiles` and
    `requests` of the 30 days to today, and null where WeCom never told any (it tells some lines of
    business only). `cost_cents` is `adds_total` times the price; null without a price.
    """

    url: str | None
    department_ids: list[int]
    priority: Priority
    priority_staff: list[StaffRef]
    unavailable_at: datetime | None
    visits: int
    taps: int
    visit_adds: int
    profiles: int | None
    requests: int | None
    cost_cents: int | None
    counts: LinkCounts


class LinkPage(BaseModel):
    """One page, newest first; `next` goes into `after`."""

    items: list[LinkRead]
    next: str | None
    total: int
    as_of: datetime


class LinkOverview(BaseModel):
    """The quota of all links and what went through them.

    `room` is what is left of the last purchase, with the reason where it is not known; `ends` its
    parts by when they lapse. `adds_by_day` are the last 14 days, today last.
    """

    room: RoomRead
    warn_share: float
    ends: list[QuotaEnd]
    won: int | None
    price_cents: int | None
    adds_today: int
    adds_by_day: list[int]
    cost_cents_14_days: int | None
    as_of: datetime


class PriceWish(BaseModel):
    """What one use costs, in cents; null: nobody says."""

    cents: int | None = Field(ge=0, le=MOST_CENTS)


class VisitCustomer(BaseModel):
    """Who came, by name."""

    id: int
    name: str


class AttributedVisit(BaseModel):
    """A customer whose visit is known: from where he came and when he added."""

    at: datetime
    added_at: datetime
    customer: VisitCustomer | None
    """Null where you do not see him."""
    staff: StaffRef | None
    utm: dict[str, str]
    clicks: dict[str, str]
    referrer: str


class AttributedVisits(BaseModel):
    """The newest ones."""

    items: list[AttributedVisit]


class SourceDay(BaseModel):
    """One day of one source: opened, button tapped, became customers."""

    day: str
    source: str
    visits: int
    taps: int
    adds: int


class SourceDays(BaseModel):
    """Days with visits, oldest first."""

    items: list[SourceDay]
