"""What a person's news make of him, folded in plain Python over the whole set: the reference.

Written apart from the product's own code, from the words of its rules alone.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby
from typing import NamedTuple

BEGINS = {"half": "half", "add": "friend", "shared": "friend", "assigned": "friend"}
ENDS = ["deleted_by_customer", "deleted_by_staff", "transferred"]


class News(NamedTuple):
    """One thing WeCom tells: a second of the test's time, a kind, a member."""

    at: int
    kind: str
    account: str
    channel: str | None = None


@dataclass
class Stand:
    """One relation: how it is, since when, when it last began, and its endings that count."""

    state: str = ""
    changed_at: int = 0
    began_at: int | None = None
    losses: list[tuple[str, int]] = field(default_factory=list)
    friend_spans: list[tuple[int, bool]] = field(default_factory=list)
    """(second, whether a friendship began) for each turn."""


@dataclass
class Whole:
    """A person."""

    state: str
    relations: dict[str, Stand]
    first: tuple[int, set[str]] | None
    """Second of the oldest true add, and the members who may have it (more than one in a tie)."""
    last: tuple[int, set[str]] | None
    returns: list[int]
    adds: int


def fold(news: Iterable[News]) -> Whole:
    """The person these news make, however often each was told."""
    # Two adds of one second may differ in nothing but that one came through a code.
    facts = sorted(set(news), key=lambda one: (one.at, one.kind, one.account, one.channel or ""))
    relations: dict[str, Stand] = {}
    for account in sorted({fact.account for fact in facts}):
        own = [f for f in facts if f.account == account and f.kind in {*BEGINS, *ENDS}]
        if own:
            relations[account] = _relation(own)
    trues = [f for f in facts if f.kind == "add"]
    states = {stand.state for stand in relations.values()}
    return Whole(
        state=next((s for s in ("friend", "half") if s in states), "lost"),
        relations=relations,
        first=_touch(trues, min(f.at for f in trues)) if trues else None,
        last=_touch(trues, max(f.at for f in trues)) if trues else None,
        returns=_returns(trues, relations),
        adds=len(trues),
    )


def _touch(trues: list[News], at: int) -> tuple[int, set[str]]:
    return at, {fact.account for fact in trues if fact.at == at}


def _relation(facts: list[News]) -> Stand:
    stand = Stand()
    for second, group in groupby(facts, key=lambda f: f.at):
        kinds = [fact.kind for fact in group]
        begins = [BEGINS[kind] for kind in kinds if kind in BEGINS]
        begin = [max(begins, key=["half", "friend"].index)] if begins else []
        ends = [kind for kind in ENDS if kind in kinds]
        for kind in ends + begin if stand.state == "friend" else begin + ends:
            _step(stand, kind, second)
    return stand


def _step(stand: Stand, kind: str, second: int) -> None:
    was = stand.state
    if kind in {"half", "friend"}:
        stand.state, stand.changed_at, stand.began_at = kind, second, second
    elif was not in ENDS:
        stand.state, stand.changed_at = kind, second
        stand.losses.append((kind, second))
    if (was == "friend") != (stand.state == "friend"):
        stand.friend_spans.append((second, stand.state == "friend"))


def _returns(trues: list[News], relations: dict[str, Stand]) -> list[int]:
    """Seconds of true adds before which he had been a friend of somebody, and was of nobody."""
    turns = [
        (second, account, began)
        for account, stand in relations.items()
        for second, began in stand.friend_spans
    ]
    found = set()
    for second, account, began in turns:
        true = any(f.at == second and f.account == account for f in trues)
        earlier = [b for s, _, b in turns if s < second]
        if began and true and earlier and sum(1 if b else -1 for b in earlier) == 0:
            found.add(second)
    return sorted(found)
