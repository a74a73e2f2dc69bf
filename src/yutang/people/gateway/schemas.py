"""Words of the gateway."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

from pydantic import BaseModel

from yutang.wecom.admission import Urgency

UrgencyName = Literal["welcome", "interactive", "scheduled", "bulk"]


@dataclass(frozen=True, slots=True)
class Bucket:
    """One window of one API; holds at most `limit` calls of any `seconds`.

    `burst` calls may go at once, `rate` more a second: in any stretch as long as the window that
    is `burst + rate * seconds`, which is less than `limit`. A natural day (`rate` 0) is counted.
    """

    owner: int
    seconds: int
    limit: int
    burst: float
    rate: float

    def floor(self, leaves: float) -> float:
        """What a class must leave in the bucket; never so much that it could take nothing."""
        return min(leaves * self.burst, self.burst - 1)


@dataclass(frozen=True, slots=True)
class Door:
    """Where calls of one kind wait: an API of a corp, one class."""

    corp_id: int
    path: str
    urgency: Urgency
    buckets: Sequence[Bucket]
    floors: Sequence[float]
    at_once: int | None
    reserved: int
    lease_seconds: float


@dataclass(frozen=True, slots=True)
class Taken:
    """What was granted; `retry_at` and `reason` speak of the rest. `slots` to be given back."""

    granted: int
    retry_at: datetime
    reason: str
    slots: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """A bulk run as its worker holds it; an empty `cursor` is the beginning."""

    corp_id: int
    id: int
    cursor: dict[str, Any] = field(default_factory=dict)
    done: int = 0


class WindowRead(BaseModel):
    """An API's use of one window of the clock."""

    seconds: int
    """60, 3600 or 86400; minutes and hours by the clock, days by Shanghai's."""
    used: int
    limit: int
    free: int
    """Calls that could go this moment; more flow in evenly."""


class WaitRead(BaseModel):
    """Calls that wait at an API's door now."""

    urgency: UrgencyName
    waiting: int
    reason: str
    """`quota`, `parallel` or `lockout`."""
    until: datetime
    """When the next of them may go."""


class BrakeRead(BaseModel):
    """What WeCom's refusals led to: `stop`, or `slow` with the calls that may be under way."""

    kind: Literal["stop", "slow"]
    errcode: int
    at_once: int | None
    strikes: int
    since: datetime
    until: datetime


class ApiRead(BaseModel):
    """One API of WeCom that was called within the last day, or is waited for."""

    path: str
    windows: list[WindowRead]
    at_once: int | None
    """Calls that may be under way at once over all processes; None is not bounded."""
    under_way: int
    """Of those; 0 where nothing is bounded."""
    waits: list[WaitRead]
    brakes: list[BrakeRead]


class RunRead(BaseModel):
    """A bulk run."""

    id: int
    kind: str
    path: str
    state: Literal["running", "failed", "ended", "dropped"]
    asked_by: str
    done: int
    total: int | None
    calls: int
    reason: str | None
    """Why it stopped, of a failed one; it goes on from where it stood."""
    started_at: datetime
    updated_at: datetime
    ended_at: datetime | None
    ends_at: datetime | None
    """When it will be through, by its pace and by what the quota allows; None: not known yet."""


class TokenRead(BaseModel):
    """The age of an app's access token; never the token."""

    agent_id: int
    fetched_at: datetime
    expires_at: datetime


class QuotaRead(BaseModel):
    """The gateway's page."""

    at: datetime
    apis: list[ApiRead]
    """Those that wait or are stopped first, then by use."""
    waiting: dict[UrgencyName, int]
    """Calls that wait now, by class, over all APIs."""
    runs: list[RunRead]
    """Running and failed ones, then the last that ended."""
    tokens: list[TokenRead]
