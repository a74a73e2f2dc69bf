"""Whom a filter finds, as one bitmap: for corps whose facets are drawn.

Every condition becomes a set of customers: those with facets by union and intersection of
bitmaps, the others by a statement each, or by looking at those who are left where they are few.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from pyroaring import BitMap
from sqlalchemy import (
    ARRAY,
    ColumnElement,
    Integer,
    Select,
    Text,
    any_,
    cast,
    func,
    literal,
    or_,
    select,
)
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.db import staff_in_scope
from yutang.kernel.vault import Vault
from yutang.people.facets import service as facets
from yutang.people.facets.schemas import Reading

from . import choosing
from .describing import array_of
from .models import Customer, Follow, FollowHistory
from .naming import query_grams, query_tokens
from .schemas import CustomerFilter
from .segmented import in_segment
from .traits import DAY_SECONDS, OFFSET_SECONDS, day_facet, day_of, facets_of, start_of

FEW = 2_000
"""So many are looked at one by one rather than compared as a set."""
MANY_FACETS = 64
LAST_DAY = 999_999
LONGEST_LEAF = 200_000
LONGEST_NAMES = 20_000
"""A name that more people have is looked for among those who are left, in the list's order."""
LOOKED_AT_ONCE = 10_000


@dataclass(slots=True)
class Solution:
    """Whom the bitmaps find; `rest` still has to be asked of each of them, where it is not None."""

    ids: BitMap
    rest: list[ColumnElement[bool]] = field(default_factory=list)
    pieces: tuple[str, ...] = ()
    """The facets of the order's kind."""
    moved: BitMap = field(default_factory=BitMap)
    """Whose piece may be another by now."""


@dataclass(slots=True)
class _Leaf:
    """A condition without facets: all it finds, and how it is asked of one row."""

    found: Select[int]
    asked: ColumnElement[bool]
    longest: int = LONGEST_LEAF
    sure: bool = True
    """False where `found` finds also some whom `asked` refuses."""


@dataclass(slots=True)
class _Sets:
    """Facets that are asked for: any of each group, none of `without`."""

    groups: list[tuple[str, ...]] = field(default_factory=list)
    without: tuple[str, ...] = ()

    def names(self) -> set[str]:
        return {name for group in (*self.groups, self.without) for name in group}


async def solve(
    session: AsyncSession,
    vault: Vault,
    corp_id: int,
    wanted: CustomerFilter,
    kind: str | None = None,
) -> Solution:
    """Who fits; the corp's facets must be drawn.

    With the `kind` of an order the solution is meant for one page along it: what would have to be
    asked of thousands is left to be asked of those whose turn comes.
    """
    sets = _of_person(wanted)
    relation = await _relation(session, corp_id, wanted)
    if wanted.state != "lost":
        sets.groups += relation
    solution = await _intersect(session, corp_id, sets, kind)
    if (members := staff_in_scope(session)) is not None:
        solution.ids &= await _whom_they_have(session, corp_id, members)
    if wanted.segment_id is not None:
        solution.ids &= await in_segment(session, corp_id, wanted.segment_id)
    if wanted.added_from is not None or wanted.added_before is not None:
        solution.ids &= await _added(session, corp_id, wanted.added_from, wanted.added_before)
    if wanted.state != "lost" and len(relation) > 1:
        await _on_one_relation(session, corp_id, wanted, solution, postpone=kind is not None)
    await _narrow(session, corp_id, solution, _leaves(vault, corp_id, wanted))
    return solution


def _of_person(wanted: CustomerFilter) -> _Sets:
    sets = _Sets()
    without: list[str] = [f"tag:{tag_id}" for tag_id in wanted.tag_none]
    if wanted.state is not None:
        sets.groups.append((f"state:{wanted.state}",))
    if wanted.stages:
        sets.groups.append(tuple(f"stage:{stage}" for stage in wanted.stages))
    if wanted.tag_any:
        sets.groups.append(tuple(f"tag:{tag_id}" for tag_id in wanted.tag_any))
    sets.groups += [tuple(f"tag:{tag_id}" for tag_id in levels) for levels in wanted.tag_levels]
    sets.groups += [(f"tag:{tag_id}",) for tag_id in wanted.tag_all]
    for name, value in (
        ("silent", wanted.silent),
        ("refused", wanted.refused),
        ("tagged", False if wanted.untagged else None),
        ("owned", False if wanted.unowned else None),
    ):
        if value:
            sets.groups.append((name,))
        elif value is not None:
            without.append(name)
    sets.without = tuple(without)
    return sets


async def _relation(
    session: AsyncSession, corp_id: int, wanted: CustomerFilter
) -> list[tuple[str, ...]]:
    members = await choosing.members_asked(session, corp_id, wanted)
    found: list[tuple[str, ...]] = []
    if members is not None:
        found.append(tuple(f"staff:{one}" for one in sorted(members)))
    if wanted.channels:
        found.append(tuple(f"channel:{one}" for one in wanted.channels))
    if wanted.add_ways:
        found.append(tuple(f"way:{one}" for one in wanted.add_ways))
    return found


async def _intersect(
    session: AsyncSession, corp_id: int, sets: _Sets, kind: str | None
) -> Solution:
    if not sets.groups:
        sets.groups.append(("all",))
    long = [group for group in sets.groups if len(group) > MANY_FACETS]
    short = _Sets([group for group in sets.groups if len(group) <= MANY_FACETS], sets.without)
    found = [await _union(session, corp_id, group) for group in long]
    reading, true = Reading(), dict[str, BitMap]()
    # A group may be empty: a department without members finds nobody.
    if short.groups or short.without or kind:
        reading = await facets.read(session, corp_id, short.names(), kind)
        true = await _truth(session, corp_id, reading)
        found += [_now(reading, true, group) for group in short.groups]
    # The smallest first: what follows can only be smaller.
    found.sort(key=len)
    ids = BitMap.intersection(*found) if len(found) > 1 else found[0].copy()
    if short.without:
        ids -= _now(reading, true, short.without)
    return Solution(ids, pieces=reading.listed, moved=reading.moved)


def _now(reading: Reading, true: dict[str, BitMap], group: Sequence[str]) -> BitMap:
    sets = []
    for name in group:
        marked = reading.marked_of(name)
        drawn = reading.drawn_of(name)
        sets.append((drawn - marked) | (true.get(name, BitMap()) & marked) if marked else drawn)
    if not sets:
        return BitMap()
    return sets[0] if len(sets) == 1 else BitMap.union(*sets)


async def _truth(session: AsyncSession, corp_id: int, reading: Reading) -> dict[str, BitMap]:
    """What is true now of those who changed since the bitmaps were drawn."""
    if not reading.marked:
        return {}
    changed = BitMap.union(BitMap(), *reading.marked.values())
    return await facets_of(session, corp_id, changed, reading.marked)


async def _union(session: AsyncSession, corp_id: int, group: Sequence[str]) -> BitMap:
    drawn, marked = await facets.union_of(session, corp_id, group)
    if not marked:
        return drawn
    true = await facets_of(session, corp_id, marked, group)
    return (drawn - marked) | BitMap.union(BitMap(), *true.values())


async def _added(
    session: AsyncSession, corp_id: int, start: datetime | None, stop: datetime | None
) -> BitMap:
    """First added in the span: whole days by bitmap, the edges by index."""
    first = None if start is None else -((-_seconds(start)) // DAY_SECONDS)
    last = None if stop is None else _seconds(stop) // DAY_SECONDS - 1
    drawn, marked = await facets.union_between(
        session,
        corp_id,
        day_facet("added", first or 0),
        day_facet("added", LAST_DAY if last is None else last),
    )
    found = drawn - marked
    edges = [
        (Customer.first_added_at >= a) & (Customer.first_added_at < b)
        for a, b in _edges(start, stop)
    ]
    if edges:
        found |= await ids_of(
            session, select(Customer.id).where(Customer.corp_id == corp_id, or_(*edges))
        )
    if marked:
        span = [
            *([Customer.first_added_at >= start] if start is not None else []),
            *([Customer.first_added_at < stop] if stop is not None else []),
        ]
        found |= await look_at(session, corp_id, marked, span)
    return found


def _seconds(moment: datetime) -> int:
    """Since the first day began, rounded so that whole days stay inside the span."""
    return int(moment.timestamp()) + OFFSET_SECONDS


def _edges(start: datetime | None, stop: datetime | None) -> list[tuple[datetime, datetime]]:
    """Parts of days at the ends of the span."""
    if start is not None and stop is not None and day_of(start) == day_of(stop):
        return [(start, stop)]
    found = []
    if start is not None and start > start_of(day_of(start)):
        found.append((start, start_of(day_of(start) + 1)))
    if stop is not None and stop > start_of(day_of(stop)):
        found.append((start_of(day_of(stop)), stop))
    return found


async def _whom_they_have(session: AsyncSession, corp_id: int, members: Sequence[int]) -> BitMap:
    """Whom these members have or had: the same as the policy on customers lets them see."""
    ended = choosing.had_by(corp_id, members, choosing.ENDED)
    living = await _union(session, corp_id, [f"staff:{one}" for one in members])
    met = await ids_of(session, choosing.met_by(corp_id, members))
    return living | met | await ids_of(session, ended)


async def _on_one_relation(
    session: AsyncSession,
    corp_id: int,
    wanted: CustomerFilter,
    solution: Solution,
    *,
    postpone: bool,
) -> None:
    """Of those with several relations: who has all that is asked on one and the same."""
    if len(solution.ids) <= FEW:
        several = solution.ids
    else:
        reading = await facets.read(session, corp_id, ("many",))
        true = await _truth(session, corp_id, reading)
        several = solution.ids & _now(reading, true, ("many",))
    if postpone and len(several) > FEW:
        related = choosing.related(corp_id, wanted)
        solution.rest += [related] if related is not None else []
        return
    asked = choosing.asked_of_relation(corp_id, wanted)
    fitting = BitMap()
    for chunk in chunks_of(several):
        fitting |= await ids_of(
            session,
            select(Follow.customer_id).where(
                Follow.corp_id == corp_id,
                Follow.customer_id == any_(array_of(chunk)),
                Follow.state.in_(choosing.LIVING),
                *asked,
            ),
        )
    solution.ids = (solution.ids - several) | fitting


def _leaves(vault: Vault, corp_id: int, wanted: CustomerFilter) -> list[_Leaf]:
    found = []
    if query := wanted.q.strip():
        by_name = choosing.named(vault, corp_id, query)
        if choosing.is_identity(query):
            found.append(_Leaf(_where(corp_id, by_name), by_name))
        else:
            found.append(
                _Leaf(
                    choosing.found_by_name(corp_id, query, LONGEST_NAMES + 1),
                    _sounds(corp_id, query),
                    longest=LONGEST_NAMES,
                )
            )
    if wanted.state == "lost" and (asked := choosing.asked_of_relation(corp_id, wanted)):
        mine = select(Follow.customer_id).where(Follow.corp_id == corp_id, *asked)
        found.append(_Leaf(mine, Customer.id.in_(mine)))
    if wanted.ended_from is not None or wanted.ended_before is not None:
        found.append(_ended(corp_id, wanted.ended_from, wanted.ended_before))
    chosen = choosing.chosen(corp_id, wanted)
    return found + [_Leaf(one, Customer.id.in_(one)) for one in chosen]


def _where(corp_id: int, asked: ColumnElement[bool]) -> Select[int]:
    return select(Customer.id).where(Customer.corp_id == corp_id, asked)


def _ended(corp_id: int, start: datetime | None, stop: datetime | None) -> _Leaf:
    """The history has an index by day; whether the relation is ended still, the relation tells."""
    told = select(FollowHistory.customer_id).where(
        FollowHistory.corp_id == corp_id,
        FollowHistory.change.in_(choosing.ENDED),
        *([FollowHistory.at >= start] if start is not None else []),
        *([FollowHistory.at < stop] if stop is not None else []),
    )
    return _Leaf(told, choosing.ended(corp_id, start, stop), sure=False)


def _sounds(corp_id: int, query: str) -> ColumnElement[bool]:
    """The same as the function behind `find_customers` finds, asked of one row."""
    text = query.lower()
    tokens = query_tokens(query)
    return or_(
        Customer.grams.bool_op("@>")(literal(query_grams(query), ARRAY(Text)))
        & (
            (func.strpos(func.lower(Customer.name), text) > 0)
            | select(Follow.customer_id)
            .where(
                Follow.corp_id == corp_id,
                Follow.customer_id == Customer.id,
                func.strpos(func.lower(Follow.remark), text) > 0,
            )
            .exists()
        ),
        *([Customer.grams.bool_op("&&")(literal(tokens, ARRAY(Text)))] if tokens else []),
    )


async def _narrow(
    session: AsyncSession, corp_id: int, solution: Solution, leaves: list[_Leaf]
) -> None:
    for leaf in leaves:
        if len(solution.ids) <= FEW:
            solution.rest.append(leaf.asked)
            continue
        found = await ids_of(session, leaf.found, leaf.longest + 1)
        if len(found) > leaf.longest:
            solution.rest.append(leaf.asked)
            continue
        solution.ids &= found
        if not leaf.sure:
            solution.ids = await look_at(session, corp_id, solution.ids, [leaf.asked])
    if solution.rest and len(solution.ids) <= FEW:
        solution.ids = await look_at(session, corp_id, solution.ids, solution.rest)
        solution.rest = []


async def look_at(
    session: AsyncSession, corp_id: int, ids: BitMap, asked: Sequence[ColumnElement[bool]]
) -> BitMap:
    """Those of whom it is true, asked of each row."""
    found = BitMap()
    for chunk in chunks_of(ids):
        found |= await ids_of(
            session,
            select(Customer.id).where(
                Customer.corp_id == corp_id, Customer.id == any_(array_of(chunk)), *asked
            ),
        )
    return found


def chunks_of(ids: BitMap, start: int = 0, length: int | None = None) -> Iterator[BitMap]:
    """Parts of a set, ascending, from its `start`th on; as many each as one statement looks at."""
    length = length or LOOKED_AT_ONCE
    for at in range(start, len(ids), length):
        yield ids[at : at + length]


async def ids_of(session: AsyncSession, found: Select[int], longest: int | None = None) -> BitMap:
    """What a statement finds, four bytes an id; not more rows than `longest`."""
    rows = found.limit(longest).subquery() if longest is not None else found.subquery()
    packed = await session.scalar(
        select(func.string_agg(func.int4send(cast(rows.c[0], Integer)), literal(b"")))
    )
    return facets.unpacked(packed) if packed is not None else BitMap()
