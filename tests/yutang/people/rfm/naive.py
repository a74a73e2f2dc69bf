"""RFM in plain Python, one buyer after another: what the product has to agree with."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from yutang.people.rfm.schemas import (
    DIMENSIONS,
    ByBounds,
    ByScore,
    Dimension,
    OfEvents,
    RfmSettings,
)


@dataclass(frozen=True)
class Bought:
    """One order, or what a test needs of it."""

    customer_id: int
    ago: timedelta
    amount: int
    refunded: int = 0
    status: str = "paid"


@dataclass(frozen=True)
class Did:
    """One event."""

    customer_id: int
    ago: timedelta
    kind: str


Row = tuple[str, int, int, int, int, int, int]
"""Class, r, f, m, days, times, amount."""


def score(
    bought: Sequence[Bought],
    did: Sequence[Did],
    people: Sequence[int],
    aliases: Mapping[int, int],
    settings: RfmSettings,
) -> dict[int, Row]:
    """Everybody in a class, by id."""
    facts: dict[int, tuple[int, int, int]] = {}
    for who in people:
        own = [o for o in bought if aliases.get(o.customer_id, o.customer_id) == who]
        own = [o for o in own if _counts(o, settings)]
        if not own:
            continue
        days = min(max(o.ago, timedelta(0)) for o in own) // timedelta(days=1)
        times = len(own)
        if isinstance(settings.frequency, OfEvents):
            times = sum(
                aliases.get(d.customer_id, d.customer_id) == who
                and d.kind in settings.frequency.kinds
                and d.ago <= timedelta(days=settings.days)
                for d in did
            )
        paid = sum(o.amount - (o.refunded if settings.net else 0) for o in own)
        facts[who] = (days, times, paid)
    scores = {
        who: tuple(
            _score(dimension, [all_[place] for all_ in facts.values()], mine[place], settings)
            for place, dimension in enumerate(DIMENSIONS)
        )
        for who, mine in facts.items()
    }
    return {
        who: (_class(scores, who, settings), *scores[who], *facts[who])  # type: ignore[misc]
        for who in facts
    }


def _counts(order: Bought, settings: RfmSettings) -> bool:
    paid = order.amount - (order.refunded if settings.net else 0)
    whole_back = settings.net and order.amount > 0 and order.refunded == order.amount
    return (
        order.ago <= timedelta(days=settings.days)
        and order.status in settings.statuses
        and paid >= settings.least_fen
        and not whole_back
    )


def _score(dimension: Dimension, everybody: Sequence[int], mine: int, settings: RfmSettings) -> int:
    binning = settings.binning(dimension)
    if isinstance(binning, ByBounds):
        if dimension == "r":
            return 1 + sum(mine <= bound for bound in binning.bounds)
        return 1 + sum(mine >= bound for bound in binning.bounds)
    less = sum((one > mine) if dimension == "r" else (one < mine) for one in everybody)
    return 1 + binning.bins * less // len(everybody)


def _class(scores: Mapping[int, tuple[int, ...]], who: int, settings: RfmSettings) -> str:
    high = []
    for place in range(3):
        mine = scores[who][place]
        if isinstance(settings.threshold, ByScore):
            least = (settings.threshold.r, settings.threshold.f, settings.threshold.m)[place]
            high.append(mine >= least)
        else:
            high.append(mine * len(scores) >= sum(one[place] for one in scores.values()))
    recent, frequent, paying = high
    first = "important" if paying else "general"
    second = {
        (True, True): "value",
        (True, False): "develop",
        (False, True): "keep",
        (False, False): "retain",
    }[recent, frequent]
    return f"{first}_{second}"


def moment(now: datetime, ago: timedelta) -> datetime:
    """When it was."""
    return now - ago
