"""What can be asked about what a person did: events, sequences, orders; and what came of it."""

from typing import Annotated, Final, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from .limits import VALUES, Days, FaultError, Ids, Part, Scalars, Texts, count_values, in_order
from .nodes import Compare, Leaf
from .windows import Window

Kind = Annotated[
    str,
    StringConstraints(min_length=1, max_length=100, pattern=r"^[a-z][a-z_]*\.[^\x00-\x20\x7f]+$"),
]
Property = Annotated[str, StringConstraints(min_length=1, max_length=200, pattern=r"^[^\x00]+$")]
WhereIs = Literal["equals", "in", "less", "more", "between", "contains", "known", "absent"]
_COUNTS: Final[dict[WhereIs, tuple[int, int]]] = {
    "equals": (1, 1),
    "in": (1, VALUES),
    "less": (1, 1),
    "more": (1, 1),
    "between": (2, 2),
    "contains": (1, 1),
    "known": (0, 0),
    "absent": (0, 0),
}


class Where(Part):
    """How a property of an event must be. `less` and `more` leave the end out.

    Numbers compare with numbers and texts with texts, character by character (times as they are
    written); `contains` finds a part of a text or an item of a list. Null is absent.
    """

    prop: Property
    is_: WhereIs = Field(alias="is")
    values: Scalars = ()

    @model_validator(mode="after")
    def _has_its_values(self) -> Self:
        count_values(self.is_, self.values, *_COUNTS[self.is_])
        if self.is_ in {"less", "more", "between"}:
            kinds = {isinstance(one, str) for one in self.values}
            if len(kinds) > 1 or any(isinstance(one, bool) for one in self.values):
                raise FaultError(key="no_order", how=self.is_)
        if self.is_ == "between" and not in_order(*self.values):
            raise FaultError(key="ends_turned")
        return self


Wheres = Annotated[tuple[Where, ...], Field(max_length=20)]
EventMeasure = Literal["count", "days", "sum", "first", "last"]
OrderMeasure = Literal["count", "amount", "average", "largest", "pieces", "first", "last"]
NUMBERED: Final = frozenset({"count", "days", "sum", "amount", "average", "largest", "pieces"})
SUM_SCALE: Final = 1_000_000
"""Sums count millionths, so that the order of adding changes nothing."""
SUM_MOST: Final = 10**12
"""Larger values of a property are left out of sums."""


class Did(Leaf):
    """Did something, so often or so much; whoever did nothing has a count and a sum of 0.

    `first` and `last`: the first or last such event that ever was lies in the window. `did: false`
    is whom it does not hold for.
    """

    leaf: Literal["event"] = "event"
    kind: Kind
    did: bool = True
    where: Wheres = ()
    measure: EventMeasure = "count"
    prop: Property | None = None
    compare: Compare | None = None
    window: Window

    @model_validator(mode="after")
    def _measures(self) -> Self:
        if (self.measure == "sum") != (self.prop is not None):
            raise FaultError(key="prop_missing" if self.prop is None else "prop_needless")
        check_compare(self.measure, self.compare)
        return self


def check_compare(measure: str, compare: Compare | None) -> None:
    """Raises FaultError where a measure and what it is compared with do not fit."""
    if measure in {"first", "last"} and compare is not None:
        raise FaultError(key="compare_needless", measure=measure)
    if measure not in {"count", "first", "last"} and compare is None:
        raise FaultError(key="compare_missing", measure=measure)
    if compare is not None and measure != "sum":
        compare.whole(measure)


class Step(Part):
    """One event of a sequence."""

    kind: Kind
    where: Wheres = ()


class Sequence(Leaf):
    """Did one thing and later, within N × 24 hours, another; the window is about the first."""

    leaf: Literal["sequence"] = "sequence"
    first: Step
    then: Step
    within_days: Days
    did: bool = True
    window: Window


Status = Literal["placed", "paid", "shipped", "completed", "cancelled"]


class Bought(Leaf):
    """Bought something: orders count by when they were bought, with what was not refunded.

    Goods and categories are looked for in one and the same line, and pieces are those of such
    lines. Whoever bought nothing has a count, amount and pieces of 0, and no average or largest.
    Amounts are fen.
    """

    leaf: Literal["orders"] = "orders"
    did: bool = True
    measure: OrderMeasure = "count"
    compare: Compare | None = None
    statuses: Annotated[tuple[Status, ...], Field(max_length=5)] = ()
    skus: Texts = ()
    categories: Texts = ()
    stores: Ids = ()
    sources: Texts = ()
    window: Window

    @model_validator(mode="after")
    def _measures(self) -> Self:
        check_compare(self.measure, self.compare)
        return self


Score = Annotated[int, Field(ge=1, le=20)]
Scores = Annotated[tuple[Score, Score], Field(description="lowest and highest, both included")]
RfmClass = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z_]{0,29}$")]


class Rfm(Leaf):
    """Is in an RFM class or has such scores, by the newest run."""

    leaf: Literal["rfm"] = "rfm"
    classes: Annotated[tuple[RfmClass, ...], Field(max_length=20)] = ()
    r: Scores | None = None
    f: Scores | None = None
    m: Scores | None = None

    @model_validator(mode="after")
    def _asks_something(self) -> Self:
        if not self.classes and self.r is None and self.f is None and self.m is None:
            raise FaultError(key="rfm_empty")
        for scores in (self.r, self.f, self.m):
            if scores is not None and scores[0] > scores[1]:
                raise FaultError(key="scores_turned")
        return self
