"""A day of strangers against a rule: who would get how many."""

import heapq
import random
from collections.abc import Sequence
from dataclasses import dataclass, field

from .picking import Candidate, pick
from .schemas import By

OPENS, CLOSES = 9 * 60, 21 * 60
"""Minutes of the day between which strangers come."""


@dataclass(slots=True)
class Share:
    """What one member got."""

    shown: int = 0
    adds: int = 0
    as_fallback: int = 0


@dataclass(slots=True)
class Day:
    """What came of it."""

    shares: dict[int, Share] = field(default_factory=dict)
    adds: int = 0
    unserved: int = 0


@dataclass(frozen=True, slots=True)
class Strangers:
    """Who comes: how many, what share of them adds, and by what luck."""

    visitors: int
    add_share: float
    seed: int


def simulate(
    by: By,
    candidates: Sequence[Candidate],
    strangers: Strangers,
    *,
    fallback_id: int,
    hold_minutes: int,
    on_by_hour: Sequence[frozenset[int]] | None = None,
    by_city: bool = False,
) -> Day:
    """Let them come one by one; `candidates` are left as they are at the end of the day.

    `on_by_hour` names who is on in each of the 24 hours; None: everybody always. By city each
    stranger is of a city that members have, or, as often as of one of them, of none.
    """
    luck = random.Random(strangers.seed)  # noqa: S311 - the same seed gives the same day
    known = {one.staff_id: one for one in candidates}
    day = Day(shares={one: Share() for one in known})
    cities = ["", *sorted({city for one in candidates for city in one.cities})]
    comes = sorted(luck.uniform(OPENS, CLOSES) for _ in range(strangers.visitors))
    ends: list[tuple[float, int, int, bool]] = []
    for number, minute in enumerate(comes):
        _settle(ends, known, day, minute)
        if on_by_hour is not None:
            on = on_by_hour[int(minute // 60)]
            for one in candidates:
                one.on = one.staff_id in on
        city = luck.choice(cities) if by_city else ""
        adds = luck.random() < strangers.add_share
        picked = pick(by, candidates, fallback_id=fallback_id, city=city)
        if picked is None:
            day.unserved += 1
            continue
        share = day.shares[picked.staff_id]
        share.shown += 1
        share.as_fallback += picked.why == "fallback"
        known[picked.staff_id].held += 1
        after = luck.uniform(0.2, hold_minutes) if adds else float(hold_minutes)
        heapq.heappush(ends, (minute + after, number, picked.staff_id, adds))
    _settle(ends, known, day, float("inf"))
    return day


def _settle(
    ends: list[tuple[float, int, int, bool]],
    known: dict[int, Candidate],
    day: Day,
    until: float,
) -> None:
    """Holds that ended by then: each became an add, or its place was given back."""
    while ends and ends[0][0] <= until:
        _, _, staff_id, added = heapq.heappop(ends)
        one = known[staff_id]
        one.held -= 1
        if added:
            one.adds += 1
            one.load += 1
            if one.room is not None:
                one.room -= 1
            day.shares[staff_id].adds += 1
            day.adds += 1
