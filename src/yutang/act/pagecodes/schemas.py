"""Words of page codes."""

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import BaseModel, Field, StringConstraints

from yutang.act.acquisition.schemas import STAFF_OF_A_CODE, ChannelCreate
from yutang.people.staff.schemas import StaffRef

By = Literal["weights", "round_robin", "least_total", "least_today"]
"""How it picks among who is free: by shares, in turn, fewest customers, fewest adds today."""
Why = Literal["rule", "city", "friend", "sticky", "stand_in", "fallback", "off_duty"]
"""Why somebody was shown."""
WayStatus = Literal["wanted", "making", "active", "failed"]
MOST_VISITORS = 2000

Title = Annotated[str, StringConstraints(strip_whitespace=True, max_length=30)]
Hint = Annotated[str, StringConstraints(strip_whitespace=True, max_length=60)]


class PageMember(BaseModel):
    """What the rule says of one member; who is not named has weight 1 and no cap."""

    staff_id: int = Field(ge=1)
    weight: int = Field(default=1, ge=1, le=100)
    daily_cap: int | None = Field(default=None, ge=1, le=5000)
    """So many adds a day by this code; a place is held for who is being shown him."""


class PageRule(BaseModel):
    """Whom the page shows.

    `by_city`: the page asks for the city, since WeCom tells none, and picks among the members who
    work in stores there, else among all. `sticky_days`: for so long somebody sees the same member
    again; 0: only while his place is held. `fallback_staff_id` answers when nobody is free, without
    a cap. `recognise`: in WeChat the page asks WeCom who came, which needs a trusted domain.
    """

    by: By = "round_robin"
    by_city: bool = False
    members: list[PageMember] = Field(default_factory=list, max_length=STAFF_OF_A_CODE)
    sticky_days: int = Field(default=30, ge=0, le=365)
    hold_minutes: int = Field(default=10, ge=1, le=60)
    fallback_staff_id: int = Field(ge=1)
    recognise: bool = True
    show_name: bool = True
    title: Title = ""
    hint: Hint = ""


class PageCodeCreate(ChannelCreate):
    """A new page code: a channel code with the rule of its page."""

    rule: PageRule


class PageCodeUpdate(PageCodeCreate):
    """A page code as it shall be; `version` is the channel's that the change was made on."""

    version: int = Field(ge=1)


class PageCodeMade(BaseModel):
    """The channel's id, and where its page is."""

    channel_id: int
    url: str


class PageMemberRead(BaseModel):
    """A member of the code, or who answers when nobody is free; numbers are today's.

    `held` places are shown and not yet added; `way` None: none was asked for yet.
    """

    staff: StaffRef
    left: bool
    is_member: bool
    on: bool
    weight: int
    daily_cap: int | None
    cities: list[str]
    way: WayStatus | None
    error: str | None
    shown: int
    held: int
    adds: int


class PageCodeRead(BaseModel):
    """The page of a channel code: its address, its rule, and how far its ways are."""

    channel_id: int
    slug: str
    url: str
    rule: PageRule
    made: int
    """Ways that WeCom made, of those the members need."""
    wanted: int
    failed: int
    members: list[PageMemberRead]
    as_of: datetime


class PageDay(BaseModel):
    """One day of the page in the corp's zone; one person or browser scans once in ten minutes."""

    day: date
    scans: int = 0
    shown: int = 0
    adds: int = 0


class PageShare(BaseModel):
    """Who got how many."""

    staff: StaffRef
    left: bool
    shown: int
    adds: int


class PageResults(BaseModel):
    """What came of a page, by day and by member; `adds` are those of the members one sees."""

    start: date
    stop: date
    days: list[PageDay]
    totals: PageDay
    members: list[PageShare]
    as_of: datetime


class AssignmentRead(BaseModel):
    """Somebody was shown a member; `state` none: no place was held, for they are friends."""

    id: int
    staff: StaffRef
    reason: Why
    city: str
    shown_at: datetime
    hold_until: datetime | None
    added_at: datetime | None
    state: Literal["held", "added", "given_back", "none"]


class AssignmentPage(BaseModel):
    """One page, newest first; `next` goes into `after`."""

    items: list[AssignmentRead]
    next: str | None
    as_of: datetime


class PageSimulationWish(BaseModel):
    """So many strangers come on a day between 9 and 21 o'clock, and this share of them adds."""

    staff_ids: list[int] = Field(min_length=1, max_length=STAFF_OF_A_CODE)
    rule: PageRule
    visitors: int = Field(default=200, ge=1, le=MOST_VISITORS)
    add_share: float = Field(default=0.5, ge=0, le=1)
    seed: int = Field(default=1, ge=0, le=2**31 - 1)
    channel_id: int | None = Field(default=None, ge=1)
    """Whose duty hours count; None: everybody is on all day."""


class PageSimulatedMember(BaseModel):
    """What one member would get; `as_fallback` of them because nobody was free."""

    staff: StaffRef
    shown: int
    adds: int
    as_fallback: int
    daily_cap: int | None
    cities: list[str]


class PageSimulation(BaseModel):
    """Who would get how many; the same seed gives the same answer."""

    members: list[PageSimulatedMember]
    visitors: int
    adds: int
    unserved: int
    """To whom nobody could be shown."""
