"""What counts as what: the rules of relations that every writer keeps, in any order of news.

Each piece of news says that a relation began (half or whole) or ended at WeCom's time of it. A
relation is what its news, sorted by time, make of it:

- a begin is the newest word on how it stands, and an ending ends what lives;
- an ending of what has ended already changes nothing: who was deleted first is who it was;
- within one second a whole add beats a half one, and an ending ends what began in it, except
  where a friendship lived before: that one ended, and began again.

A reading says that a relation began at its `createtime`; older readings change nothing, which is
how *deleted by the customer* survives them: WeCom goes on showing such customers.

An add is true unless its `add_way` says that a colleague shared him or an administrator assigned
him: those change the owner, and are nobody's first add.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby
from typing import Literal

How = Literal["shared", "assigned"]

OWNER_CHANGES: dict[int, How] = {201: "shared", 202: "assigned"}
"""WeCom's add_way of whom a colleague shared, and of whom an administrator assigned."""
TRUE_ADD = "coalesce({way}, 0) not in (201, 202)"
"""The same as SQL; `{way}` is the column."""
SAME_ADD = timedelta(seconds=60)
"""A reading's createtime and the callback's time of one add may lie so far apart."""

ENDINGS = ("deleted_by_customer", "deleted_by_staff", "transferred")
"""Of one second the first of these is the one that counts."""
BEGINS = {
    "half_added": "half",
    "added": "friend",
    "shared": "friend",
    "assigned": "friend",
    "synced": "friend",
}
"""What a change in the history begins; every other one that is no ending begins nothing."""


def owner_change(add_way: int | None) -> How | None:
    """How he changed owner, None for an add of his own or one nothing is known of."""
    return OWNER_CHANGES.get(add_way or 0)


@dataclass(frozen=True, slots=True)
class Fact:
    """One piece of news of a relation: `state` is half, friend or how it ended."""

    at: datetime
    state: str
    id: int | None = None
    """Its row in the history."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A moment at which a friendship began, or ceased."""

    at: datetime
    lives: bool
    fact: Fact


@dataclass(frozen=True, slots=True)
class Settled:
    """What a relation's news make of it; `idle` are the history rows that changed nothing."""

    state: str
    changed_at: datetime
    began_at: datetime | None
    """None where no news tell of a beginning."""
    idle: frozenset[int]
    turns: tuple[Turn, ...]


def settle(facts: Iterable[Fact]) -> Settled | None:
    """Fold news in any order; None without any."""
    state: str | None = None
    changed_at: datetime | None = None
    began_at: datetime | None = None
    idle: set[int] = set()
    turns: list[Turn] = []
    for at, group in groupby(sorted(facts, key=lambda f: f.at), key=lambda f: f.at):
        told = list(group)
        begin = _begin(told)
        ends = sorted((f for f in told if f.state in ENDINGS), key=_rank)
        steps = [begin] if begin is not None else []
        # What lived before ended and began again; else it began and ended.
        steps = ends + steps if state == "friend" else steps + ends
        for fact in steps:
            before = state
            if fact.state not in ENDINGS:
                state, changed_at, began_at = fact.state, at, at
            elif state in ENDINGS:
                idle.add(fact.id or 0)
            else:
                state, changed_at = fact.state, at
            if (before == "friend") != (state == "friend"):
                turns.append(Turn(at, lives=state == "friend", fact=fact))
    if state is None or changed_at is None:
        return None
    return Settled(state, changed_at, began_at, frozenset(idle - {0}), tuple(turns))


def _begin(told: Sequence[Fact]) -> Fact | None:
    begins = [fact for fact in told if fact.state not in ENDINGS]
    return min(begins, key=lambda f: (f.state != "friend", f.id is None, f.id or 0), default=None)


def _rank(fact: Fact) -> tuple[int, bool, int]:
    return ENDINGS.index(fact.state), fact.id is None, fact.id or 0
