"""The leaves about events, orders and RFM in plain Python."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any, Final

from .naive_people import Verdict, wanted
from .naive_time import ago, inside, local_day
from .registry import MembersOf
from .schemas import Bought, Deed, Did, Fact, Life, Plain, Purchase, Rfm, Scene, Sequence, Where
from .schemas.deeds import SUM_MOST, SUM_SCALE
from .schemas.limits import Scalar

_INTEGERS: Final = range(-(2**63), 2**64)


def _number(value: Any) -> float | None:
    """A number of JSON as ClickHouse reads it; yes and no are none."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return None if isinstance(value, int) and value not in _INTEGERS else float(value)


def _same(value: Any, wanted_value: Scalar) -> bool:
    if isinstance(wanted_value, bool) or isinstance(value, bool):
        return isinstance(wanted_value, bool) and value is wanted_value
    if isinstance(wanted_value, str):
        return isinstance(value, str) and value == wanted_value
    return _number(value) == float(wanted_value)


def _is(where: Where, props: Mapping[str, Any]) -> bool:
    value = props.get(where.prop)
    match where.is_:
        case "known":
            return value is not None
        case "absent":
            return value is None
        case "equals" | "in":
            return any(_same(value, one) for one in where.values)
        case "contains":
            first = where.values[0]
            if isinstance(value, list):
                return any(_same(one, first) for one in value)
            return isinstance(value, str) and isinstance(first, str) and first in value
    ends: list[Any] = list(where.values)
    found: Any = value if isinstance(ends[0], str) else _number(value)
    if found is None or isinstance(found, str) != isinstance(ends[0], str):
        return False
    if where.is_ == "between":
        return bool(ends[0] <= found <= ends[1])
    return bool(found < ends[0] if where.is_ == "less" else found > ends[0])


def _matching(life: Life, kind: str, wheres: tuple[Where, ...]) -> list[Deed]:
    return [
        deed
        for deed in life.deeds
        if deed.kind == kind and all(_is(where, deed.props) for where in wheres)
    ]


def test_event(leaf: Did, life: Life, scene: Scene, members: MembersOf) -> Verdict:
    """How often, on how many days, how much; and when last."""
    del members
    ever = _matching(life, leaf.kind, leaf.where)
    lying = [deed for deed in ever if inside(deed.at, leaf.window, scene)]
    last = [ago("event.last", max(deed.at for deed in ever), scene)] if ever else []
    never = [] if ever else [Fact(key="event.never")]
    if leaf.measure in {"first", "last"}:
        return _edge(leaf.measure, [one.at for one in ever], leaf, scene) == leaf.did, [
            *([ago("event.first", min(deed.at for deed in ever), scene)] if ever else []),
            *last,
            *never,
        ]
    number: float
    match leaf.measure:
        case "days":
            number = len({local_day(deed.at, scene.zone) for deed in lying})
            holds = leaf.compare is None or leaf.compare.holds(number)
        case "sum":
            millionths = _sum(leaf.prop or "", lying)
            number = millionths / SUM_SCALE
            holds = leaf.compare is None or _holds_sum(leaf, millionths)
        case _:
            number = len(lying)
            holds = leaf.compare.holds(number) if leaf.compare is not None else bool(lying)
    fact = Fact(key=f"event.{leaf.measure}", values={"n": number, **wanted(leaf.compare)})
    return holds == leaf.did, [fact, *last, *never]


def _edge(measure: str, moments: list[datetime], leaf: Did | Bought, scene: Scene) -> bool:
    if not moments:
        return False
    edge = min(moments) if measure == "first" else max(moments)
    return inside(edge, leaf.window, scene)


def _sum(prop: str, deeds: list[Deed]) -> int:
    numbers = (_number(deed.props.get(prop)) for deed in deeds)
    return sum(
        round(one * SUM_SCALE) for one in numbers if one is not None and abs(one) <= SUM_MOST
    )


def _holds_sum(leaf: Did, millionths: int) -> bool:
    if leaf.compare is None:
        return False
    low = round(leaf.compare.n * SUM_SCALE)
    high = round((leaf.compare.to or 0) * SUM_SCALE)
    match leaf.compare.is_:
        case "at_least":
            return millionths >= low
        case "at_most":
            return millionths <= low
        case "exactly":
            return millionths == low
        case "between":
            return low <= millionths <= high


def test_sequence(leaf: Sequence, life: Life, scene: Scene, members: MembersOf) -> Verdict:
    """The first, and whether the second came in time."""
    del members
    firsts = [
        deed
        for deed in _matching(life, leaf.first.kind, leaf.first.where)
        if inside(deed.at, leaf.window, scene)
    ]
    thens = _matching(life, leaf.then.kind, leaf.then.where)
    span = timedelta(days=leaf.within_days)
    pairs = [
        (first, then) for first in firsts for then in thens if first.at < then.at <= first.at + span
    ]
    if pairs:
        first, then = max(pairs, key=lambda pair: (pair[0].at, -pair[1].at.timestamp()))
        later = (local_day(then.at, scene.zone) - local_day(first.at, scene.zone)).days
        return leaf.did, [ago("sequence.both", first.at, scene, later=later)]
    if firsts:
        newest = max(deed.at for deed in firsts)
        return not leaf.did, [ago("sequence.first", newest, scene, want=leaf.within_days)]
    return not leaf.did, [Fact(key="sequence.never")]


def _fits(leaf: Bought, order: Purchase) -> bool:
    return (
        order.bought_at is not None
        and (not leaf.statuses or order.status in leaf.statuses)
        and (not leaf.stores or order.store_id in leaf.stores)
        and (not leaf.sources or order.source in leaf.sources)
        and (not (leaf.skus or leaf.categories) or bool(_lines(leaf, order)))
    )


def _lines(leaf: Bought, order: Purchase) -> list[int]:
    """Pieces of the lines that are asked for."""
    return [
        pieces
        for sku, category, pieces in order.lines
        if (not leaf.skus or sku in leaf.skus)
        and (not leaf.categories or category in leaf.categories)
    ]


def test_orders(leaf: Bought, life: Life, scene: Scene, members: MembersOf) -> Verdict:
    """How many orders, how much, and when last."""
    del members
    ever = [order for order in life.purchases if _fits(leaf, order)]
    moments = [order.bought_at for order in ever if order.bought_at is not None]
    lying = [
        order
        for order in ever
        if order.bought_at is not None and inside(order.bought_at, leaf.window, scene)
    ]
    last = [ago("orders.last", max(moments), scene)] if moments else [Fact(key="orders.never")]
    if leaf.measure in {"first", "last"}:
        first = [ago("orders.first", min(moments), scene)] if moments else []
        holds = _edge(leaf.measure, moments, leaf, scene)
        return holds == leaf.did, [*first, *last]
    number = _measure(leaf, lying)
    compare = leaf.compare
    if compare is None:
        holds = bool(lying)
    elif leaf.measure == "average":
        total, count = sum(_kept(one) for one in lying), len(lying)
        ends = [compare.n * count, (compare.to or 0) * count]
        scaled = compare.model_copy(
            update={"n": ends[0], "to": None if compare.to is None else ends[1]}
        )
        holds = bool(lying) and scaled.holds(total)
    else:
        holds = number is not None and compare.holds(number)
    fact = Fact(key=f"orders.{leaf.measure}", values={"n": number, **wanted(compare)})
    if number is None:
        fact = Fact(key="orders.none")
    return holds == leaf.did, [fact, *last]


def _kept(order: Purchase) -> int:
    return order.amount_fen - order.refunded_fen


def _measure(leaf: Bought, lying: list[Purchase]) -> int | None:
    kept = [_kept(order) for order in lying]
    match leaf.measure:
        case "amount":
            return sum(kept)
        case "average":
            return sum(kept) // len(kept) if kept else None
        case "largest":
            return max(kept, default=None)
        case "pieces":
            return sum(sum(_lines(leaf, order)) for order in lying)
        case _:
            return len(lying)


def test_rfm(leaf: Rfm, life: Life, scene: Scene, members: MembersOf) -> Verdict:
    """Class and scores of the newest run."""
    del members
    if scene.rfm_run is None or life.rfm is None:
        return False, [Fact(key="rfm.none")]
    found = life.rfm
    holds = not leaf.classes or found.klass in leaf.classes
    for score, wanted_scores in ((found.r, leaf.r), (found.f, leaf.f), (found.m, leaf.m)):
        if wanted_scores is not None:
            holds = holds and wanted_scores[0] <= score <= wanted_scores[1]
    values: dict[str, Plain] = {"class": found.klass, "r": found.r, "f": found.f, "m": found.m}
    return holds, [Fact(key="rfm.is", values=values)]
