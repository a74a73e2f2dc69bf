"""Words of targets."""

from datetime import date, datetime
from typing import Annotated, Final, Literal

from pydantic import BaseModel, ConfigDict, Field

MOST_AT_ONCE: Final = 2_000
MOST_AIM: Final = 10_000_000
SHEET_BYTES: Final = 5 << 20

HolderKind = Literal["staff", "department", "store"]
KeptDays = Literal[0, 1, 7, 30]


class TargetHolder(BaseModel):
    """Whose target it is."""

    kind: HolderKind
    id: int
    name: str


class AddTarget(BaseModel):
    """A target and how far it is. Customers count once, however often they were added."""

    id: int
    holder: TargetHolder
    first: date
    last: date
    aim: int
    kept_days: KeptDays
    """So long a customer must have stayed to count; 0: he is a friend now."""
    kept: int
    """Added in the period, by those who work there now, and stayed; halves, transfers, shares and
    assignments are none."""
    added: int
    pending: int
    """Friends still, whose days have not passed yet."""
    lost: int
    """Added and gone again: they are subtracted."""
    left: int
    """To the goal; 0 when it is reached."""
    rank: int
    """Among those of the same kind and period, by `kept`; equals share a place."""
    of: int
    pace: float
    """The part of the period that has passed."""
    mine: bool
    """The asker's own."""


class TargetRulesRead(BaseModel):
    """When leaders and those who set targets are told each day, in the corp's zone."""

    digest: bool
    hour: int


class TargetBoard(BaseModel):
    """Targets of a day, the furthest first.

    `hidden`: how many are behind their pace and shown to who sets targets only.
    """

    as_of: datetime
    on: date
    items: list[AddTarget]
    hidden: int
    rules: TargetRulesRead


class TargetWish(BaseModel):
    """One target of a list: `ref_id`, or `who` as people write it.

    `who`: a member's account or name, a department's name, a store's number or name.
    """

    model_config = ConfigDict(extra="forbid")

    ref_id: int | None = Field(default=None, ge=1)
    who: str = Field(default="", max_length=120)
    aim: int = Field(ge=1, le=MOST_AIM)


class Period(BaseModel):
    """Whose targets, from when until when, and who counts."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    kind: HolderKind
    first: date
    last: date
    kept_days: KeptDays = 0


class NewTargets(Period):
    """Targets of one period; who has one of the same days gets the new one."""

    items: Annotated[list[TargetWish], Field(min_length=1, max_length=MOST_AT_ONCE)]


class TargetsSet(BaseModel):
    """How many were set."""

    count: int


class RulesWish(BaseModel):
    """When leaders shall be told."""

    model_config = ConfigDict(extra="forbid")

    digest: bool
    hour: int = Field(ge=0, le=23)


class Ahead(BaseModel):
    """One of the two who are just ahead."""

    name: str
    kept: int


class OwnTarget(BaseModel):
    """A member's own target: his number, his place, the two above him."""

    first: date
    last: date
    aim: int
    kept_days: KeptDays
    kept: int
    added: int
    pending: int
    left: int
    rank: int
    of: int
    above: list[Ahead]


class OwnTargets(BaseModel):
    """A member's targets of today."""

    as_of: datetime
    items: list[OwnTarget]
