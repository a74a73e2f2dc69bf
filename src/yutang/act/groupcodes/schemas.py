"""Words of group codes."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, Final, Literal

from pydantic import BaseModel, Field, StringConstraints

from yutang.act.acquisition.schemas import ChannelRef
from yutang.people.staff.schemas import StaffRef
from yutang.people.tags.schemas import TagRef

SCAN_SIZE: Final = 200
"""As many as may come into a group by scanning, by WeCom's own rule."""
TOTAL_SIZE: Final = 500
"""As many as a group may hold."""
QUEUE: Final = 5_000
AT_ONCE: Final = 1_000
PICTURE_DAYS: Final = 7
SPARK_DAYS: Final = 14
TASK_SOURCE: Final = "group_code"

Opens = Literal["nobody", "member", "wecom"]
"""Who opens the next group."""
Status = Literal["idle", "making", "active", "updating", "failed", "deleting", "deleted"]
Problem = Literal["quota", "not_ours", "gone", "refused", "unreadable"]
Standing = Literal["open", "full", "paused", "gone"]
Level = Literal["low", "out"]
Shown = Literal["way", "picture", "staff", "none"]
"""What a visitor finds: WeCom's code, an uploaded picture, a staff code, an honest word."""
Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=60)]
Title = Annotated[str, StringConstraints(strip_whitespace=True, max_length=30)]
RoomName = Annotated[str, StringConstraints(strip_whitespace=True, max_length=34)]


class GroupCodeWish(BaseModel):
    """A group code as it shall be.

    A group is full when `scan_size` persons came into it by this code, or `total_size` are in it.
    The next group is called `room_base_name` and `next_number`; WeCom opens it by itself
    (`opens` wecom), or the member `opener_staff_id` gets a task (member). `tag_ids` may be ours,
    which everybody gets who comes, and WeCom's, which friends get.
    """

    name: Name
    title: Title = ""
    scan_size: int = Field(default=SCAN_SIZE, ge=1, le=TOTAL_SIZE)
    total_size: int = Field(default=TOTAL_SIZE, ge=2, le=TOTAL_SIZE)
    opens: Opens = "nobody"
    room_base_name: RoomName = ""
    next_number: int = Field(default=1, ge=1, le=999_999)
    opener_staff_id: int | None = Field(default=None, ge=1)
    tag_ids: list[int] = Field(default_factory=list, max_length=20)
    fallback_channel_id: int | None = Field(default=None, ge=1)


class GroupCodeCreate(GroupCodeWish):
    """A new one with the first groups of its queue."""

    group_ids: list[int] = Field(default_factory=list, max_length=AT_ONCE)


class GroupCodeUpdate(GroupCodeWish):
    """A code as it shall be; `version` is the one the change was made on."""

    version: int = Field(ge=1)


class GroupSearch(BaseModel):
    """Groups that match all of it; dismissed ones never do."""

    q: str = Field(default="", max_length=60)
    owner_ids: list[int] = Field(default_factory=list, max_length=100)
    tier: list[Literal["pond", "transit", "core", "none"]] = Field(default_factory=list)
    label: str = Field(default="", max_length=30)


class GroupsAdded(BaseModel):
    """How many stand at the end of the queue that were not in it."""

    added: int


class GroupsToAdd(BaseModel):
    """Groups by id, or all that a search finds, by name."""

    group_ids: list[int] = Field(default_factory=list, max_length=AT_ONCE)
    search: GroupSearch | None = None


class GroupMove(BaseModel):
    """Where a group shall stand: before another one, at the end without."""

    before: int | None = None


class QueueCounts(BaseModel):
    """Groups of a queue by how they stand."""

    all: int
    open: int
    full: int
    paused: int
    gone: int


class CodeGroup(BaseModel):
    """A group of a queue; its name is null where the caller does not see it."""

    id: int
    name: str | None
    owner: StaffRef | None
    standing: Standing
    scanned: int
    """Persons who came into it by this code, each once."""
    present: int
    """All who are there, members too."""
    in_way: bool
    """The code leads there now."""
    full_at: datetime | None
    added_at: datetime


class CodeGroupPage(BaseModel):
    """A stretch of a queue, first come first; `next` goes into `after`."""

    items: list[CodeGroup]
    next: int | None


class CurrentGroup(BaseModel):
    """The group that fills up now."""

    id: int
    name: str | None
    scanned: int
    present: int


class PictureRead(BaseModel):
    """An uploaded picture; `current` is the one that a visitor sees when no group is open."""

    id: int
    group: CurrentGroup | None
    most: int | None
    joined: int
    """Persons who came into its group by a code without mark since; only of a known group."""
    shown: int
    expires_at: datetime
    state: Literal["waiting", "current", "full", "expired"]
    created_at: datetime


class PictureList(BaseModel):
    """Pictures in the order in which they are shown."""

    items: list[PictureRead]


class GroupCodeRead(GroupCodeWish):
    """A group code with its numbers.

    `places_left` are those of open groups by the code's own sizes; with `opens` wecom they never
    run out. `joins_by_day` are the last 14 days of the corp, today last.
    """

    id: int
    state: str
    link: str
    """The address that never changes: what is printed."""
    status: Status
    problem: Problem | None
    said: str
    config_id: str | None
    qr_content: str | None
    """What WeCom's own picture of the join way holds."""
    opener: StaffRef | None
    tags: list[TagRef]
    fallback: ChannelRef | None
    groups: QueueCounts
    current: CurrentGroup | None
    places: int
    places_left: int
    warned: Level | None
    shows: Shown
    pictures: int
    """Uploaded pictures that still work."""
    picture_until: datetime | None
    joins_today: int
    joins_total: int
    here: int
    """Of all who came, who is still in the group."""
    joins_by_day: list[int]
    views_today: int
    created_at: datetime
    version: int


class GroupCodePage(BaseModel):
    """A stretch of codes, newest first."""

    items: list[GroupCodeRead]
    next: int | None
    total: int
    as_of: datetime


class GroupCodeDay(BaseModel):
    """A day of a code: who came, who of all left on it, who of those that came is still there."""

    day: date
    joined: int = 0
    left: int = 0
    stayed: int = 0
    views: int = 0


class GroupCodeStatistics(BaseModel):
    """Day by day, both ends included."""

    start: date
    stop: date
    days: list[GroupCodeDay]
    totals: GroupCodeDay
    views: dict[Shown, int]
    """Openings of the page in the span, by what it showed."""
    as_of: datetime


class JoinRead(BaseModel):
    """A person who came."""

    customer_id: int
    name: str
    is_friend: bool
    """Some member's; others are tagged with ours alone."""
    group: CurrentGroup
    joined_at: datetime
    left_at: datetime | None


class JoinPage(BaseModel):
    """Who came, newest first; `next` goes into `after`."""

    items: list[JoinRead]
    next: str | None


@dataclass(frozen=True, slots=True)
class PublicPage:
    """What the page of a code shows at this moment."""

    corp: str
    title: str
    shown: Shown
    content: str | None
    """Of the QR code."""
    until: datetime | None
    timezone: str


@dataclass(frozen=True, slots=True)
class NewPicture:
    """A group's own code that was read from a picture; seven days where `expires_at` is None."""

    qr_content: str
    expires_at: datetime | None = None
    most: int | None = None
    group_id: int | None = None
