"""Words of rotas."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from pydantic import AwareDatetime, BaseModel, Field, model_validator

from yutang.people.staff.schemas import StaffRef

DAY_MINUTES = 1440
WEEK_MINUTES = 7 * DAY_MINUTES
SPANS = 2_000
STAND_INS = 20
MOST_CAP = 100_000

OffReason = Literal["left", "inactive", "off_duty", "off_hours", "full", "capped"]
"""Why a member takes nobody now; the first that holds is told."""
Fallback = Literal["stand_in", "everybody", "nobody"]
"""What stands in where the rules leave nobody: the first stand-in who can, then all of the list
who work here whatever the rules say; `nobody`: none of the list works here any more."""
Warned = Literal["cap_zero", "gaps", "no_stand_in"]


@dataclass(frozen=True, slots=True)
class Fact:
    """What is known of one member of a code at a moment; `place` of a stand-in only."""

    staff_id: int
    name: str
    account: str
    status: str
    """active, disabled, inactive or left."""
    place: int | None = None
    off_duty: bool = False
    off_until: datetime | None = None
    in_hours: bool = True
    day_cap: int | None = None
    adds_today: int = 0
    room_left: int | None = None
    """None: his list was never counted."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A member at a moment: `reason` None where the rules let him take customers."""

    fact: Fact
    reason: OffReason | None


@dataclass(frozen=True, slots=True)
class Roster:
    """Who takes a code's customers at a moment.

    `staff_ids` is the list for WeCom, or what a page chooses from: 100 at most, never empty while
    anybody of the list or of the stand-ins works here. `fallback` says that the rules alone would
    have left nobody, and what was done about it.
    """

    channel_id: int
    members: tuple[Standing, ...]
    """Of the list, then the stand-ins in their order."""
    staff_ids: tuple[int, ...]
    fallback: Fallback | None

    def standing(self, staff_id: int) -> Standing | None:
        """How a member of the list stands, or a stand-in; None for anybody else."""
        return next((one for one in self.members if one.fact.staff_id == staff_id), None)

    @property
    def accounts(self) -> list[str]:
        """WeCom's userids of `staff_ids`."""
        known = {one.fact.staff_id: one.fact.account for one in self.members}
        return [known[one] for one in self.staff_ids]


class Span(BaseModel):
    """A span of the week in minutes of the corp's day; above 1,440 it ends on the next day."""

    staff_id: int | None = Field(default=None, ge=1)
    """None: for all who have no spans of their own."""
    weekday: int = Field(ge=1, le=7)
    """1 is Monday."""
    start: int = Field(ge=0, lt=DAY_MINUTES)
    stop: int = Field(gt=0, le=2 * DAY_MINUTES)

    @model_validator(mode="after")
    def _check(self) -> "Span":
        if not 0 < self.stop - self.start <= DAY_MINUTES:
            message = "a span ends after it begins, and lasts 24 hours at most"
            raise ValueError(message)
        return self


class Cap(BaseModel):
    """How many adds a day a member takes through this code; 0 takes nobody."""

    staff_id: int = Field(ge=1)
    day_cap: int = Field(ge=0, le=MOST_CAP)


class RotaWrite(BaseModel):
    """A code's rules as they shall be: without spans at all hours, without a cap without end."""

    hours: list[Span] = Field(default_factory=list, max_length=SPANS)
    day_cap: int | None = Field(default=None, ge=0, le=MOST_CAP)
    """Of each member of the list who has none of his own."""
    caps: list[Cap] = Field(default_factory=list, max_length=200)
    stand_in_ids: list[int] = Field(default_factory=list, max_length=STAND_INS)
    """Who takes over when nobody of the list is on: the first of them who can."""


class RotaUpdate(RotaWrite):
    """`version` is the one the change was made on: 0 where there was none."""

    version: int = Field(ge=0)


class RotaWarning(BaseModel):
    """What is allowed and probably not meant.

    `cap_zero` takes nobody, `gaps` are minutes of the week in which nobody of the list is on.
    """

    kind: Warned
    staff_ids: list[int] = Field(default_factory=list)
    minutes: int = 0


class RotaRead(RotaWrite):
    """A code's rules; of who is no longer in its list nothing is said."""

    channel_id: int
    version: int
    timezone: str
    stand_ins: list[StaffRef]
    changed_at: datetime | None
    warnings: list[RotaWarning]


class RosterMember(StaffRef):
    """A member now; `on`: customers come to him, by the rules or because nobody else is there."""

    stand_in: bool
    on: bool
    reason: OffReason | None
    off_until: datetime | None
    adds_today: int
    day_cap: int | None
    room_left: int | None


class RosterRead(BaseModel):
    """Who is on now, and why the others are not.

    `told_at` is when WeCom last took a list over, `waits` that it still has another than this,
    `refused` what it said when it did not take one. All None where no code of WeCom's is kept.
    """

    channel_id: int
    as_of: datetime
    members: list[RosterMember]
    fallback: Fallback | None
    next_change_at: datetime | None
    """When hours begin or end next, a day's caps begin anew, or somebody is back."""
    told_at: datetime | None
    waits: bool
    refused: str | None
    refused_at: datetime | None


class DutyWish(BaseModel):
    """On duty, or off until a moment; off without one is until somebody says otherwise."""

    off: bool
    until: AwareDatetime | None = None


class DutyRead(BaseModel):
    """Whether a member takes new customers."""

    off: bool
    off_since: datetime | None
    off_until: datetime | None
    codes: int
    """In how many codes he is."""


class MemberDuty(StaffRef):
    """A member who is off duty; `by_himself` is the one who said so."""

    off_since: datetime
    off_until: datetime | None
    by_himself: bool


class DutyList(BaseModel):
    """Members off duty now, the latest first, 500 at most."""

    items: list[MemberDuty]


class OvershootDay(BaseModel):
    """Of one day: how many caps were reached, and how far adds went over them."""

    day: date
    hits: int
    median: int
    p99: int
    most: int
    median_seconds: float
    p99_seconds: float


class OvershootRead(BaseModel):
    """How far over their caps members got until WeCom had the list without them.

    `seconds` run from the add that reached the cap until WeCom's yes. Days without a hit are left
    out; all figures are of the hits of the span, None without any.
    """

    start: date
    stop: date
    hits: int
    median: int | None
    p99: int | None
    most: int | None
    median_seconds: float | None
    p99_seconds: float | None
    days: list[OvershootDay]


class SimulationWish(BaseModel):
    """A day to play through.

    `hours` weighs the 24 hours: how the scans spread over the day, evenly if all are alike.
    `update_seconds` is how long WeCom takes to have a new list. `rota` replaces the code's own.
    """

    scans: int = Field(ge=1, le=100_000)
    day: date
    hours: list[int] | None = Field(default=None, min_length=24, max_length=24)
    seed: int = Field(default=1, ge=0, le=2**31)
    update_seconds: float = Field(default=2.0, ge=0, le=600)
    rota: RotaWrite | None = None

    @model_validator(mode="after")
    def _check(self) -> "SimulationWish":
        if self.hours is not None and (min(self.hours) < 0 or not 0 < sum(self.hours) < 10**9):
            message = "weights of hours are 0 or more, and one at least is more"
            raise ValueError(message)
        return self


class SimulatedMember(StaffRef):
    """What a member would get, and how many of it above his cap."""

    stand_in: bool
    adds: int
    day_cap: int | None
    over: int


class SimulatedGap(BaseModel):
    """A time of the day in which the rules alone left nobody; minutes of the corp's day."""

    start: int
    stop: int
    fallback: Fallback
    scans: int


class SimulationRead(BaseModel):
    """Who gets how many; `lost` are scans while nobody works here at all."""

    scans: int
    day: date
    seed: int
    members: list[SimulatedMember]
    over: int
    lost: int
    gaps: list[SimulatedGap]
    updates: int
    """How often WeCom would be told another list."""
