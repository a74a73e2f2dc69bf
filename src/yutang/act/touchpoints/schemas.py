"""Words of touchpoints."""

from datetime import date, datetime
from typing import Annotated, Final, Literal

from pydantic import BaseModel, Field, StringConstraints

from yutang.act.acquisition.schemas import ChannelRef
from yutang.people.staff.schemas import StaffRef

TOUCHPOINTS: Final = 1_000
LARGEST_FEN: Final = 10_000_000_000
SILENT_DAYS: Final = 14
SHEET_BYTES: Final = 5 << 20
NAME_CHARACTERS: Final = 40
SHORT_CHARACTERS: Final = 100

Kind = Literal[
    "parcel", "order_page", "article", "video", "ad", "table", "till", "door", "other"
]  # fmt: skip
Hook = Literal["none", "text", "gift"]
Gap = Literal["no_hook", "hook_over", "no_code", "owner_gone", "silent"]
Standing = Literal["now", "archived"]
Name = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=NAME_CHARACTERS)
]
Short = Annotated[str, StringConstraints(strip_whitespace=True, max_length=SHORT_CHARACTERS)]
Fen = Annotated[int, Field(ge=0, le=LARGEST_FEN)]


class NewTouchpoint(BaseModel):
    """A touchpoint as it is wished for. Money is in fen."""

    name: Name
    kind: Kind
    place: Short = ""
    store_id: int | None = None
    hook: Hook = "none"
    hook_text: Short = ""
    """What the customer gets; only with `text`."""
    gift_id: int | None = None
    """Only with `gift`."""
    channel_id: int | None = None
    owner_id: int | None = None
    cost_once: Fen = 0
    cost_monthly: Fen = 0
    starts_on: date
    ends_on: date | None = None


class TouchpointChange(NewTouchpoint):
    """The same of the version that was read."""

    version: int


class Named(BaseModel):
    """A store or a gift by name."""

    id: int
    name: str


class Owner(StaffRef):
    """Who looks after it."""

    left: bool


class Funnel(BaseModel):
    """What came of a touchpoint, from its first day to its last."""

    adds: int
    half: int
    """Of `adds`, those that began as half ones."""
    firsts: int
    """Persons whose true first add it was."""
    lost: int
    """Of `firsts`, who has no living relation now."""
    ripe_7: int
    """Of `firsts`, those added at least so many days ago; `kept_7` of them stayed that long."""
    kept_7: int
    ripe_30: int
    kept_30: int
    gifts: int
    cost: int
    """Once, by month that began, and the codes of gifts; in fen."""
    cost_per_kept_7: int | None
    """Null while nobody stayed seven days."""
    last_add_at: datetime | None


class TouchpointRead(BaseModel):
    """A touchpoint with its gaps and numbers.

    `funnel` is null without a code, and where another touchpoint has the same code at the same
    time (`shared`): whose people they are WeCom does not tell then.
    """

    id: int
    name: str
    kind: Kind
    place: str
    store: Named | None
    hook: Hook
    hook_text: str
    gift: Named | None
    channel: ChannelRef | None
    owner: Owner | None
    cost_once: int
    cost_monthly: int
    starts_on: date
    ends_on: date | None
    gaps: list[Gap]
    shared: bool
    funnel: Funnel | None
    version: int
    created_at: datetime
    archived_at: datetime | None


class GapCount(BaseModel):
    """How many have a gap."""

    gap: Gap
    touchpoints: int


class TouchpointList(BaseModel):
    """All that match, the newest first; gaps are counted over all that stand now."""

    items: list[TouchpointRead]
    total: int
    gaps: list[GapCount]
    silent_days: int
    as_of: datetime
