"""Words of days: what we saw beside what WeCom counts."""

from datetime import date, datetime
from typing import Literal

from pydantic import BaseModel


class OurDay(BaseModel):
    """One day by our own stays. Who came and left between two readings may be missing.

    `joined`, `left` and `seats` count persons; `members_joined` and `members` count the corp's own
    members too, as WeCom's numbers do.
    """

    joined: int
    left: int
    groups: int
    seats: int
    """At the end of the day, as `groups`."""
    members_joined: int
    members: int


class WeComDay(BaseModel):
    """One day as WeCom counts it, of the owners that were asked for."""

    new_groups: int
    groups: int
    groups_talking: int
    joined: int
    members: int
    members_talking: int
    messages: int
    owners: int
    """Of so many owners."""


class GroupDayRead(BaseModel):
    """One day, both ways."""

    day: date
    ours: OurDay
    wecom: WeComDay | None
    why_null: Literal["by_owner", "not_yet", "too_old", "not_read"] | None
    """by_owner: WeCom counts by owner, not by group; not_yet: it tells a day after its end;
    too_old: more than 180 days ago; not_read: nobody asked it yet, or it refused."""


class GroupDays(BaseModel):
    """Days in order, of UTC+8 as WeCom's."""

    items: list[GroupDayRead]
    as_of: datetime
