"""Words of RFM."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Annotated, Final, Literal, get_args

from pydantic import BaseModel, Field

ClassKey = Literal[
    "important_value",
    "important_develop",
    "important_keep",
    "important_retain",
    "general_value",
    "general_develop",
    "general_keep",
    "general_retain",
]
CLASSES: Final[tuple[ClassKey, ...]] = get_args(ClassKey)
"""重要价值, 重要发展, 重要保持, 重要挽留, and the same of 一般.

Important ones pay much; those of value and develop came lately, those of value and keep come often.
"""
Status = Literal["paid", "shipped", "completed"]
Dimension = Literal["r", "f", "m"]
DIMENSIONS: Final[tuple[Dimension, ...]] = ("r", "f", "m")

DAYS: Final = 3_650
LEAST_BINS, MOST_BINS = 2, 5
KINDS: Final = 20


class ByQuantile(BaseModel):
    """So many bins of equal size; equals share a bin, the lower one."""

    by: Literal["quantile"] = "quantile"
    bins: int = 5


class ByBounds(BaseModel):
    """Bins between bounds, ascending: of R in days, of F in times, of M in fen.

    Of R a value up to the first bound has the highest score; of F and M a value from the last
    bound on.
    """

    by: Literal["bounds"]
    bounds: list[int]


Binning = Annotated[ByQuantile | ByBounds, Field(discriminator="by")]


class OfOrders(BaseModel):
    """How often: how many of the orders that count."""

    of: Literal["orders"] = "orders"


class OfEvents(BaseModel):
    """How often: how many events of these kinds within the window."""

    of: Literal["events"]
    kinds: Annotated[list[str], Field(max_length=100)]


Frequency = Annotated[OfOrders | OfEvents, Field(discriminator="of")]


class ByMean(BaseModel):
    """High is who scores at least the mean of all scores."""

    by: Literal["mean"] = "mean"


class ByScore(BaseModel):
    """High is who scores at least this."""

    by: Literal["score"]
    r: int
    f: int
    m: int


Threshold = Annotated[ByMean | ByScore, Field(discriminator="by")]


def _every_status() -> list[Status]:
    return ["paid", "shipped", "completed"]


class RfmSettings(BaseModel):
    """How customers are scored.

    An order counts when it was bought in the last `days`, has one of `statuses`, is at least
    `least_fen`, and with `net` was not given back whole; what was refunded is then taken off.
    """

    days: int = 365
    statuses: list[Status] = Field(default_factory=_every_status)
    least_fen: int = 0
    net: bool = True
    frequency: Frequency = Field(default_factory=OfOrders)
    r: Binning = Field(default_factory=ByQuantile)
    f: Binning = Field(default_factory=ByQuantile)
    m: Binning = Field(default_factory=ByQuantile)
    threshold: Threshold = Field(default_factory=ByMean)

    def binning(self, dimension: Dimension) -> ByQuantile | ByBounds:
        """How one of the three is cut."""
        return {"r": self.r, "f": self.f, "m": self.m}[dimension]


def bins_of(binning: ByQuantile | ByBounds) -> int:
    """How many scores there are."""
    return binning.bins if isinstance(binning, ByQuantile) else len(binning.bounds) + 1


class RfmSettingsRead(BaseModel):
    """The settings in force; version 0: the ones it begins with, never saved."""

    version: int
    settings: RfmSettings
    updated_at: datetime | None
    updated_by: str | None


class RfmSettingsChange(BaseModel):
    """New settings; `version` is the one that was read."""

    version: int
    settings: RfmSettings


class RfmSettingsWish(BaseModel):
    """Settings to look at before they are saved."""

    settings: RfmSettings


class RfmCuts(BaseModel):
    """Where the bins of one dimension lie, and from which score on it is high.

    Of R a score is one more than the bounds that are not below the days; of F and M one more than
    the bounds that the value reaches.
    """

    bins: int
    bounds: list[int]
    mean: float
    high: int


class RfmScale(BaseModel):
    """All that is needed to score one person as a run did."""

    r: RfmCuts
    f: RfmCuts
    m: RfmCuts


class RfmCellRead(BaseModel):
    """Who share scores and class."""

    r: int
    f: int
    m: int
    key: ClassKey
    people: int
    orders: int
    amount_fen: int


class RfmClassSize(BaseModel):
    """One class of a run."""

    key: ClassKey
    people: int
    orders: int
    amount_fen: int


class RfmPreview(BaseModel):
    """What settings would give now; nothing of it is kept."""

    people: int
    orders: int
    amount_fen: int
    scale: RfmScale | None
    """None where nobody bought."""
    classes: list[RfmClassSize]
    at: datetime


RunState = Literal["waiting", "reckoning", "moving", "done"]


class RfmRunRead(BaseModel):
    """One reckoning.

    `progress` goes from 0 to 1; `moves` are changes of class since the one before it, `moved` those
    that stand in the event log already.
    """

    id: int
    state: RunState
    asked_by: str
    """`user:<id>`, or `system` by night."""
    version: int
    days: int
    at: datetime
    """The moment from which days are counted back."""
    started_at: datetime
    ended_at: datetime | None
    people: int
    moves: int
    moved: int
    progress: float
    reason: str | None
    """Why it waits, as the code of an error."""


class RfmRunList(BaseModel):
    """Reckonings, the newest first."""

    items: list[RfmRunRead]


class RfmRead(BaseModel):
    """The classes as they stand: whom the asker may see, by the run in force."""

    settings: RfmSettingsRead
    run: RfmRunRead | None
    """In force; None before the first."""
    running: RfmRunRead | None
    run_settings: RfmSettings | None
    scale: RfmScale | None
    """None also where nobody bought."""
    cells: list[RfmCellRead]
    classes: list[RfmClassSize]
    scoped: bool
    """Only people of the asker's members are counted."""
    may_write: bool
    as_of: datetime


class RfmFlow(BaseModel):
    """So many went from one class to another; None: they were in none."""

    before: ClassKey | None
    after: ClassKey | None
    people: int


class RfmFlows(BaseModel):
    """What became of the people of an older run's classes; who stayed is told too."""

    before: RfmRunRead | None
    after: RfmRunRead | None
    items: list[RfmFlow]


class RfmSizes(BaseModel):
    """Classes of one run."""

    run: RfmRunRead
    classes: list[RfmClassSize]


class RfmHistory(BaseModel):
    """Sizes of classes by run, the oldest first."""

    items: list[RfmSizes]


class RfmScored(BaseModel):
    """One buyer with his scores and what they stand on."""

    customer_id: int
    name: str
    key: ClassKey
    r: int
    f: int
    m: int
    days: int
    """Since the last order that counts, when it was reckoned."""
    orders: int
    """How often: orders, or events where settings say so."""
    amount_fen: int


class RfmPeople(BaseModel):
    """One page, who paid most first; `next` goes into `after`."""

    items: list[RfmScored]
    next: str | None
    total: int


WhyNone = Literal["never_reckoned", "never_bought", "long_ago", "not_counted"]


class PersonRfm(BaseModel):
    """One customer's class with its reason, or why he is in none.

    `why` is set where `scored` is not: nothing was reckoned yet; he never bought; not within the
    window (`last_days` ago); he bought, but after the reckoning or nothing that counts.
    """

    scored: RfmScored | None
    why: WhyNone | None
    last_days: int | None
    window_days: int
    counts_events: bool
    scale: RfmScale | None
    at: datetime | None


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which people of the run in force; all given conditions hold."""

    key: ClassKey | None = None
    r: int | None = None
    f: int | None = None
    m: int | None = None
    after: tuple[int, int] | None = field(default=None)
    """Amount and id of the last one seen."""
    limit: int = 50
