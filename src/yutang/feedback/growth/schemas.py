"""Words of growth: reports, attribution, costs."""

from datetime import date, datetime
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from yutang.people.staff.schemas import StaffRef

By = Literal["day", "channel", "staff", "store"]
Untold = Literal["archive_off", "no_orders", "per_channel_only", "no_cost", "not_yet", "no_adds"]
"""Why a number is not there: WeCom tells who replied by the chat archive only; nobody told of
orders yet; a cost belongs to a channel, not to a member or store; none was entered; its days have
not passed yet; nobody was added."""
Language = Literal["zh-CN", "en"]


class GrowthFilter(BaseModel):
    """Which adds; every given condition holds. Days are the corp's, both ends included."""

    first: date
    last: date
    channel: str | None = None
    staff_id: int | None = None
    department_id: int | None = None
    """The department and all below it."""
    store_id: int | None = None
    """Who works there now, by name or by its department."""


class KeptShare(BaseModel):
    """Adds that were kept for so many days, of those of which it can be known already."""

    days: Literal[1, 7, 30]
    kept: int | None
    of: int
    """Adds of days that lie back so far; `kept` is null where there is none."""


class GrowthNumbers(BaseModel):
    """What came in, and what became of it. Null where nobody can know it: see `untold`."""

    adds: int
    """Transfers, shares, assignments and half adds are none."""
    firsts: int
    """Persons whose first add of all it was."""
    halves: int
    """Half adds that no whole one followed."""
    stayed: int
    """Of these adds those of which no end is known."""
    kept: list[KeptShare]
    welcomed: int
    late: int
    impossible: int
    failed: int
    lost_by_customer: int
    """Relations that ended in the span, whenever they had begun."""
    lost_by_staff: int
    replied: int | None
    orders: int | None
    """Bought in the span and not cancelled, each with its member and its channel: what the order
    names, else who has the buyer or added him first, and the code of his first add. Of stores:
    the order's own, else those in which that member works."""
    orders_fen: int | None
    """What they came to, less refunds."""
    cost_fen: int | None
    cost_per_kept_fen: int | None
    """For each add that stayed."""


class GrowthRow(GrowthNumbers):
    """One day, channel, member or store."""

    key: str
    """The day, or the id; `none`: no channel is known; `other`: a code that is not ours."""
    name: str
    left: bool = False
    """A member who left, a channel that was deleted, a store that was closed."""


class GrowthReport(BaseModel):
    """A span by day, channel, member or store, with as many days before it to compare."""

    as_of: datetime
    reckoned_at: datetime | None
    """When all histories were last read through; null: adds from before this are missing yet."""
    total: GrowthNumbers
    before: GrowthNumbers
    rows: list[GrowthRow]
    more: int
    """Rows beyond the 200 with most adds."""
    untold: dict[str, Untold]
    """Why which number of `total` is null."""


class WayShare(BaseModel):
    """Adds that came by one way."""

    kind: Literal["channel", "other_code", "way", "unknown"]
    """A channel of ours; a code of somebody else's; WeCom's add_way; neither is known."""
    way: int | None
    adds: int


class AttributionReport(BaseModel):
    """Of how many adds it is known how they came."""

    as_of: datetime
    adds: int
    known: int
    share: float | None
    ways: list[WayShare]
    inviters: int
    """Persons of these adds with a known inviter."""


class UnknownAdd(BaseModel):
    """An add without channel and way."""

    id: int
    customer_id: int
    customer_name: str
    staff: StaffRef
    at: datetime
    why: Literal["not_read", "not_told", "gone"]
    """WeCom was not read yet; WeCom itself says that it does not know; the two parted before WeCom
    was read, which shows friends only."""


class UnknownAdds(BaseModel):
    """One page, the newest first; `next` goes into `after`."""

    items: list[UnknownAdd]
    next: str | None


class ChannelMonthCost(BaseModel):
    """What a channel costs in a month."""

    model_config = ConfigDict(extra="forbid")

    month: date
    fen: int = Field(ge=0, le=10_000_000_000)


class CostList(BaseModel):
    """Of one channel, the newest first."""

    items: list[ChannelMonthCost]


class CostChange(BaseModel):
    """Months with what they cost; null takes the entry away. What is left out stays."""

    model_config = ConfigDict(extra="forbid")

    months: dict[date, int | None] = Field(min_length=1, max_length=60)
