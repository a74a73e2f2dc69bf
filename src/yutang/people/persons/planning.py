"""From who is who to what must change."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import Final

from .ids import rank
from .loading import MERGED
from .reasoning import Group, Known, Link, Reckoned, Refused
from .schemas import IDENTIFYING

RELATED: Final = frozenset({"friend", "half", "lost"})
_STATE_RANK: Final = {"friend": 0, "half": 0, "lost": 0, "group_member": 1, "lead": 2}
LEAST: Final = 3


@dataclass(frozen=True, slots=True)
class Merge:
    """Who becomes a part of whom."""

    from_id: int
    into_id: int
    why: str = "ids"


@dataclass(slots=True)
class Newcomer:
    """Somebody whom nobody knew; his place in the list stands for his number (-1, -2 …)."""

    home: str
    state: str


@dataclass(slots=True)
class Change:
    """What has to be written. Negative numbers are newcomers."""

    keys: set[str] = field(default_factory=set)
    """All that was looked at."""
    undo: list[int] = field(default_factory=list)
    """Merges that hold no longer, the newest first."""
    newcomers: list[Newcomer] = field(default_factory=list)
    merges: list[Merge] = field(default_factory=list)
    move: dict[str, int] = field(default_factory=dict)
    """Ids that are another's from now on."""
    insert: dict[str, int] = field(default_factory=dict)
    refused: list[tuple[Refused, int, int]] = field(default_factory=list)
    """With the person of each side."""
    made: list[Link] = field(default_factory=list)
    """Ties that are no conflict."""
    touched: set[int] = field(default_factory=set)
    """People whose ids changed."""
    apart: list[tuple[int, int]] = field(default_factory=list)


def plan(known: Known, reckoned: Reckoned, told: Collection[str]) -> Change:
    """Compare how it should be with how it is. `told`: the ids that a message shows just now."""
    change = Change(keys=set(known.keys), apart=known.apart)
    anchored = _anchored(known)
    named = {home for key, home in known.homes.items() if key.startswith("external:")}
    change.undo = _undone(known, reckoned, anchored)
    merges = {number: pair for number, pair in known.merges.items() if number not in change.undo}
    into = dict(merges.values())
    survivors: dict[int, int] = {}
    for group in reckoned.groups():
        survivor = _survivor(known, group, into, change, anchored, named)
        if survivor is None:
            survivor = _newcomer(known, group, told, change)
        if survivor is None:
            continue
        survivors[id(group)] = survivor
        _place(known, group, survivor, told, change)
    refused = {one.link for one in reckoned.refused}
    for one in reckoned.refused:
        pair = [survivors.get(id(reckoned.group_of[key])) for key in (one.link.a, one.link.b)]
        if pair[0] is not None and pair[1] is not None:
            change.refused.append((one, pair[0], pair[1]))
    change.made = [link for link in known.links if link not in refused]
    return change


def root_of(into: dict[int, int], customer: int) -> int:
    """Who he is now."""
    while customer in into:
        customer = into[customer]
    return customer


def _anchored(known: Known) -> set[int]:
    """Customers who go where their ids go; the others stay wherever they were merged."""
    return set(known.homes.values()) | {one for pair in known.joined for one in pair}


def _undone(known: Known, reckoned: Reckoned, anchored: Collection[int]) -> list[int]:
    """Merges of people who turn out to be two, and those that stand on them."""
    if not known.merges:
        return []
    into = dict(known.merges.values())
    first: dict[int, int] = {}
    for number, (one, other) in known.merges.items():
        if one in anchored and reckoned.group_of[one] is not reckoned.group_of[other]:
            root = root_of(into, one)
            first[root] = min(number, first.get(root, number))
    return sorted(
        (
            number
            for number, (one, _) in known.merges.items()
            if number >= first.get(root_of(into, one), number + 1)
        ),
        reverse=True,
    )


def _survivor(
    known: Known,
    group: Group,
    into: dict[int, int],
    change: Change,
    anchored: Collection[int],
    named: Collection[int],
) -> int | None:
    """Who of the group's customers goes on; `named`: those to whom WeCom's ids belong."""
    roots = {
        root_of(into, one) for one in group.customers if one in anchored or one not in into
    } & group.customers
    if not roots:
        return None

    def worth(customer: int) -> tuple[int, bool, int]:
        state = _STATE_RANK.get(known.customers.get(customer, MERGED), LEAST)
        return state, customer not in named, customer

    survivor, *others = sorted(roots, key=worth)
    for other in others:
        if known.customers.get(other) not in RELATED:
            change.merges.append(Merge(other, survivor))
            change.touched.add(survivor)
    return survivor


def _newcomer(known: Known, group: Group, told: Collection[str], change: Change) -> int | None:
    keys = [key for key in group.keys if key in told or key in known.held]
    if not keys:
        return None
    state = "lead" if any(key.partition(":")[0] in IDENTIFYING for key in keys) else "visitor"
    change.newcomers.append(Newcomer(min(keys, key=rank), state))
    return -len(change.newcomers)


def _place(known: Known, group: Group, survivor: int, told: Iterable[str], change: Change) -> None:
    for key in sorted(group.keys):
        holder = known.held.get(key)
        if holder is None:
            if key in told:
                change.insert[key] = survivor
                change.touched.add(survivor)
        elif holder != survivor:
            change.move[key] = survivor
            change.touched |= {holder, survivor}
