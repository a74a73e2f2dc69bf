"""Words of old pools."""

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

POOLS_AT_ONCE = 500
PoolKind = Literal["account", "group"]
PoolState = Literal["queued", "made", "failed"]
PoolName = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=30)]
"""It is the name of the code and of the tag: WeCom's tags have at most 30 characters."""


class NewPool(BaseModel):
    """One old account or group; `estimate`: how many people are there, as somebody thinks."""

    model_config = ConfigDict(extra="forbid")

    name: PoolName
    kind: PoolKind = "account"
    estimate: int | None = Field(default=None, ge=1, le=100_000_000)


class NewPools(BaseModel):
    """A list of them, and whom their people shall add."""

    model_config = ConfigDict(extra="forbid")

    items: Annotated[list[NewPool], Field(min_length=1, max_length=POOLS_AT_ONCE)]
    staff_ids: Annotated[list[int], Field(min_length=1, max_length=100)]


class PoolChange(BaseModel):
    """A new estimate; null: nobody knows."""

    model_config = ConfigDict(extra="forbid")

    estimate: int | None = Field(ge=1, le=100_000_000)


class PoolRead(BaseModel):
    """One of them with its code and who came."""

    id: int
    name: str
    kind: PoolKind
    estimate: int | None
    state: PoolState
    error: str | None
    channel_id: int | None
    channel_status: str | None
    """As channel codes have it; null while there is none."""
    link: str | None
    """What the code holds: WeCom's address, for a message in the old group."""
    adds: int
    stayed: int
    share: float | None
    """`adds` of `estimate`; null without one. An estimate may be too small: it may exceed 1."""


class PoolDay(BaseModel):
    """Who came on a day through all of their codes."""

    day: date
    adds: int


class PoolBoard(BaseModel):
    """All old pools and how far the move is."""

    as_of: datetime
    items: list[PoolRead]
    queued: int
    """Codes that are yet to be made."""
    estimate: int
    """Of those with an estimate."""
    adds: int
    adds_of_estimated: int
    """Who came from those with an estimate."""
    days: list[PoolDay]
