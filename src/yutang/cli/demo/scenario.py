"""Who scans when, and how WeCom delivers it: a mix that a seed decides."""

import random
from dataclasses import dataclass
from enum import StrEnum

from .company import people_names

HALF_SHARE = 0.10
DUPLICATE_SHARE = 0.05
REORDERED_SHARE = 0.05
RETURNING_SHARE = 0.05


class Kind(StrEnum):
    """What is special about one add."""

    PLAIN = "plain"
    HALF = "half"
    DUPLICATE = "duplicate"
    REORDERED = "reordered"
    RETURNING = "returning"


@dataclass(frozen=True, slots=True)
class Visit:
    """One person who scans the code once."""

    number: int
    kind: Kind
    name: str
    unionid: str
    at_seconds: float
    """When he scans, from the start of the run."""
    delay_ms: int = 0
    """How long WeCom holds the first callback back, so that later ones overtake it."""
    complete_after_seconds: float | None = None
    """When the half add is completed, from the scan; None for a whole add."""


def plan(adds: int, seed: int, rate: float, run: str) -> list[Visit]:
    """`adds` visits at `rate` a second: 10 % half, 5 % each duplicate, reordered, returning.

    From 20 adds on every kind is there. Every second reordered add is a half one whose whole
    event overtakes it. `run` keeps the people of one run apart from those of the next.
    """
    chance = random.Random(seed)  # noqa: S311 - a repeatable mix, not a secret
    kinds = _kinds(adds)
    chance.shuffle(kinds)
    names = people_names(adds, seed)
    reordered = 0
    visits = []
    for number, kind in enumerate(kinds):
        complete_after = delay = None
        if kind is Kind.HALF:
            complete_after = chance.uniform(0.3, 4.0)
        elif kind is Kind.REORDERED:
            reordered += 1
            delay = chance.randint(1500, 3000)
            # WeCom stamps whole seconds: the whole event must bear a later one than its half.
            complete_after = 1.1 if reordered % 2 else None
        visits.append(
            Visit(
                number=number,
                kind=kind,
                name=names[number],
                unionid=f"o{run}{number:06d}",
                at_seconds=number / rate,
                delay_ms=delay or 0,
                complete_after_seconds=complete_after,
            )
        )
    return visits


def _kinds(adds: int) -> list[Kind]:
    special = [
        *[Kind.HALF] * round(adds * HALF_SHARE),
        *[Kind.DUPLICATE] * round(adds * DUPLICATE_SHARE),
        *[Kind.REORDERED] * round(adds * REORDERED_SHARE),
        *[Kind.RETURNING] * round(adds * RETURNING_SHARE),
    ][:adds]
    return special + [Kind.PLAIN] * (adds - len(special))
