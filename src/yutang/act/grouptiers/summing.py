"""How the three tiers stand: sets of persons by tier, read group by group, compared here."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Final

from pyroaring import BitMap
from sqlalchemy import text

from yutang.kernel.db import Seer
from yutang.kernel.runtime import Runtime
from yutang.people.facets import service as facets
from yutang.people.groups.schemas import SCANNED_UP_TO, Tier

from .schemas import TIERS

SPAN: Final = timedelta(days=30)
AT_ONCE: Final = 1_000
"""Groups whose stays one transaction reads."""
CHUNK: Final = 20_000
_PACKED: Final = "string_agg(int4send(m.customer_id::int), '')"
_GROUPS = text(
    """
    select g.id, g.tier, g.people + g.staff >= :full as is_full
    from group_chats g where g.corp_id = :corp_id and g.state <> 'dismissed'
    """
)
_GONE = text(
    """
    select g.id, g.tier from group_chats g
    where g.corp_id = :corp_id and g.state = 'dismissed' and g.tier is not null
    """
)
# Everybody's stays, each read once: a set of four bytes an id is all that comes back.
_STAYS = text(
    f"""
    select {_PACKED} filter (where m.left_at is null) as present,
           {_PACKED} filter (where m.joined_at < :since) as earlier,
           {_PACKED} filter (where m.joined_at >= :since
                             and (m.left_at is null or m.left_at > m.joined_at)) as fresh,
           {_PACKED} filter (where m.left_at >= :since and m.left_at > m.joined_at) as gone
    from group_members m
    where m.corp_id = :corp_id and m.customer_id is not null
      and m.group_id = any(cast(:ids as bigint[]))
    """  # noqa: S608 - a constant
)
_TASKS = text(
    """
    select t.customer_id, count(*) as done from tasks t
    where t.corp_id = :corp_id and t.state = 'done' and t.done_at >= :since
      and t.customer_id is not null
    group by 1
    """
)
# Who came into both tiers lately: into the lower one first?
_FIRST_BELOW = text(
    """
    select count(*)
    from unnest(cast(:ids as bigint[])) as v(id)
    cross join lateral (
      select min(m.joined_at) filter (where g.tier = :tier) as here,
             min(m.joined_at) filter (where g.tier = any(cast(:lower as text[]))) as below
      from group_members m join group_chats g on g.corp_id = m.corp_id and g.id = m.group_id
      where m.corp_id = :corp_id and m.customer_id = v.id
    ) s
    where s.below < s.here
    """
)


@dataclass(slots=True)
class Sets:
    """Persons of one tier."""

    present: BitMap = field(default_factory=BitMap)
    earlier: BitMap = field(default_factory=BitMap)
    fresh: BitMap = field(default_factory=BitMap)
    gone: BitMap = field(default_factory=BitMap)


@dataclass(frozen=True, slots=True)
class TierSum:
    """How one tier stands."""

    groups: int
    full_groups: int
    persons: int
    tasks_done: int
    came: int
    came_up: int
    fell_out: int


@dataclass(frozen=True, slots=True)
class Sums:
    """How all of them stand."""

    tiers: Mapping[Tier, TierSum]
    in_several: int
    without_tier: int
    as_of: datetime
    took: timedelta


async def reckon(runtime: Runtime, corp_id: int, seer: Seer | None, now: datetime) -> Sums:
    """Read all stays of groups with a tier that the seer sees, some groups at a time."""
    began = runtime.clock()
    asked: dict[str, Any] = {"corp_id": corp_id, "since": now - SPAN, "full": SCANNED_UP_TO}
    async with runtime.database.corp(corp_id, seer) as session:
        groups = (await session.execute(_GROUPS, asked)).all()
        dismissed = (await session.execute(_GONE, asked)).all()
        done = {row.customer_id: row.done for row in await session.execute(_TASKS, asked)}
    sets: dict[Tier, Sets] = {}
    for tier in TIERS:
        # Who sat in a group that is gone was in the tier all the same.
        ids = sorted(row.id for row in (*groups, *dismissed) if row.tier == tier)
        sets[tier] = await _read(runtime, corp_id, seer, ids, asked)
    ups = {tier: await _ups(runtime, corp_id, seer, tier, sets) for tier in TIERS}
    tasks = _by_highest(done, sets)
    tiers: dict[Tier, TierSum] = {
        tier: TierSum(
            groups=sum(row.tier == tier for row in groups),
            full_groups=sum(row.tier == tier and row.is_full for row in groups),
            persons=len(sets[tier].present),
            tasks_done=tasks[tier],
            came=len(sets[tier].fresh - sets[tier].earlier),
            came_up=ups[tier],
            fell_out=len(sets[tier].gone - sets[tier].present),
        )
        for tier in TIERS
    }
    pond, transit, core = (sets[tier].present for tier in TIERS)
    return Sums(
        tiers=tiers,
        in_several=len((pond & transit) | (pond & core) | (transit & core)),
        without_tier=sum(row.tier is None for row in groups),
        as_of=now,
        took=runtime.clock() - began,
    )


async def _read(
    runtime: Runtime, corp_id: int, seer: Seer | None, ids: Sequence[int], asked: dict[str, Any]
) -> Sets:
    found = Sets()
    for at in range(0, len(ids), AT_ONCE):
        async with runtime.database.corp(corp_id, seer) as session:
            part = {**asked, "ids": list(ids[at : at + AT_ONCE])}
            row = (await session.execute(_STAYS, part)).one()
        for name in ("present", "earlier", "fresh", "gone"):
            packed = getattr(row, name)
            if packed is not None:
                setattr(found, name, getattr(found, name) | facets.unpacked(packed))
    return found


async def _ups(
    runtime: Runtime, corp_id: int, seer: Seer | None, tier: Tier, sets: Mapping[Tier, Sets]
) -> int:
    """Of those who came, how many sat in a lower tier before."""
    lower = TIERS[: TIERS.index(tier)]
    came = sets[tier].fresh - sets[tier].earlier
    before = BitMap.union(BitMap(), *(sets[one].earlier for one in lower))
    both = (came & BitMap.union(BitMap(), *(sets[one].fresh for one in lower))) - before
    total = len(came & before)
    for at in range(0, len(both), CHUNK):
        values = {"corp_id": corp_id, "tier": tier, "lower": list(lower)}
        async with runtime.database.corp(corp_id, seer) as session:
            total += (
                await session.scalar(_FIRST_BELOW, {**values, "ids": list(both[at : at + CHUNK])})
                or 0
            )
    return total


def _by_highest(done: Mapping[int, int], sets: Mapping[Tier, Sets]) -> dict[Tier, int]:
    """Tasks by the highest tier in which their person sits."""
    about, found = BitMap(done), dict.fromkeys(TIERS, 0)
    for tier in reversed(TIERS):
        there = about & sets[tier].present
        about -= there
        found[tier] = _sum(done, there)
    return found


def _sum(done: Mapping[int, int], ids: Iterable[int]) -> int:
    return sum(done[one] for one in ids)
