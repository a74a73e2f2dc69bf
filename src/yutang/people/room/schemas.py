"""Words of the room that is left."""

from datetime import datetime
from typing import Literal

from pydantic import BaseModel


class RoomRead(BaseModel):
    """One ceiling: `used` of `limit`; both None where it is not known, with the reason.

    Of links the limit is what there was after the last purchase. `share` is of 0 to 1 and above;
    `warned` from the corp's share on.
    """

    kind: Literal["customers", "codes", "tags", "links"]
    used: int | None
    limit: int | None
    left: int | None
    share: float | None
    warned: bool
    as_of: datetime | None
    reason: str | None


class QuotaEnd(BaseModel):
    """A part of the links' quota and the moment at which it lapses."""

    left: int
    ends_at: datetime


class StaffRoomCount(BaseModel):
    """Members by how full their lists are; None before the first count."""

    limit: int
    counted: int | None
    warned: int
    """From the corp's share on, the full ones among them."""
    full: int
    as_of: datetime | None
    """The oldest count among them."""


class RoomOverview(BaseModel):
    """All ceilings of a corp, and how its members stand."""

    warn_share: float
    rooms: list[RoomRead]
    link_quota: list[QuotaEnd]
    """Which part of the links' quota lapses when, the next first."""
    link_customers: int | None
    """How many customers links have won so far."""
    staff: StaffRoomCount


class StaffRoom(BaseModel):
    """A member's list: `used` counts friends and those who deleted him, whom WeCom keeps in it."""

    staff_id: int
    name: str
    account: str
    status: str
    friends: int
    used: int
    limit: int
    left: int
    share: float
    warned: bool
    as_of: datetime


class StaffRoomPage(BaseModel):
    """One page, the fullest first; `next` goes into `after`."""

    items: list[StaffRoom]
    next: str | None


class Left(BaseModel):
    """How many customers a member can still take; None before he was ever counted."""

    left: int | None
    as_of: datetime | None
