"""Make adds from histories: at each change of a person's relations, and of all by night."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.clock import day_bounds, today
from yutang.kernel.readers import Reader, Recorded
from yutang.kernel.runtime import Runtime
from yutang.people.corps import service as corps
from yutang.people.customers.events import (
    RelationAdded,
    RelationEnded,
    RelationHalfAdded,
    RelationHandedOver,
)

from . import repository
from .jobs import ReckonGrowth
from .models import GrowthPlace

CHUNK: Final = 2_000
DAYS_AT_ONCE: Final = 7
UNSETTLED_DAYS: Final = 2
"""A welcome ends within a minute of its add; so many days back are counted anew each hour."""
KINDS: Final = frozenset(
    one.kind for one in (RelationAdded, RelationEnded, RelationHalfAdded, RelationHandedOver)
)


async def reckon(session: AsyncSession, corp_id: int, customer_ids: Sequence[int]) -> None:
    """Reckon adds of these customers and the days they fall on. Needs the owner's session."""
    # Whoever reckons a corp reads what the one before him wrote.
    await session.execute(repository.LOCK, {"corp_id": corp_id})
    zone = (await corps.describe(session, corp_id)).timezone
    asked = {"corp_id": corp_id, "ids": list(customer_ids)}
    touched = {tuple(row) for row in await session.execute(repository.TOUCHED, asked)}
    await session.execute(repository.RECKON, {**asked, "zone": zone})
    touched |= {tuple(row) for row in await session.execute(repository.TOUCHED, asked)}
    if not touched:
        return
    cells = {
        "corp_id": corp_id,
        "members": [staff_id for staff_id, _ in touched],
        "days": [day for _, day in touched],
    }
    await session.execute(repository.DROP_CELLS, cells)
    await session.execute(repository.SUM_CELLS, cells)


async def follow_relations(session: AsyncSession, events: Sequence[Recorded]) -> None:
    """Reckon anew whose relations changed."""
    moved: dict[int, set[int]] = {}
    for event in events:
        if event.customer_id is not None:
            moved.setdefault(event.corp_id, set()).add(event.customer_id)
    for corp_id in sorted(moved):
        await reckon(session, corp_id, sorted(moved[corp_id]))


RECKONING: Final = Reader("growth", KINDS, follow_relations)


async def reckon_all(runtime: Runtime, corp_id: int) -> int:
    """Read all histories through and sum all days anew; returns how many customers were read.

    Finds what no event told of: an add that a reading found. Safe to repeat.
    """
    began_at, after, read = runtime.clock(), 0, 0
    while True:
        async with runtime.database.owner() as session:
            asked = {"corp_id": corp_id, "after": after, "limit": CHUNK}
            ids = list(await session.scalars(repository.CUSTOMERS, asked))
            if ids:
                await session.execute(repository.LOCK, {"corp_id": corp_id})
                zone = (await corps.describe(session, corp_id)).timezone
                await session.execute(
                    repository.RECKON, {"corp_id": corp_id, "ids": ids, "zone": zone}
                )
        read += len(ids)
        if len(ids) < CHUNK:
            break
        after = ids[-1]
    await _sum_days(runtime, corp_id)
    async with runtime.database.owner() as session:
        await session.execute(repository.REACHED, {"corp_id": corp_id, "now": began_at})
    return read


async def unreckoned(session: AsyncSession) -> list[int]:
    """Corps of which a reading ended since they were reckoned as a whole, and nobody asked for it.

    Needs the owner's session.
    """
    return list(await session.scalars(repository.READ_SINCE, {"task": ReckonGrowth.name}))


async def _sum_days(runtime: Runtime, corp_id: int) -> None:
    async with runtime.database.owner() as session:
        span = (await session.execute(repository.SPAN, {"corp_id": corp_id})).one()
    first: date | None = span.first
    while first is not None and first <= span.last:
        stop = first + timedelta(days=DAYS_AT_ONCE)
        asked = {"corp_id": corp_id, "first": first, "stop": stop}
        async with runtime.database.owner() as session:
            await session.execute(repository.LOCK, {"corp_id": corp_id})
            await session.execute(repository.DROP_DAYS, asked)
            await session.execute(repository.SUM_DAYS, asked)
        first = stop


async def sum_welcomes(runtime: Runtime, corp_id: int) -> None:
    """Sum the welcomes of the days that are over; the newest of them anew, for some end late."""
    now = runtime.clock()
    async with runtime.database.owner() as session:
        zone = (await corps.describe(session, corp_id)).timezone
        place = await session.get(GrowthPlace, corp_id)
        known = place.welcomes_to if place is not None else None
        if known is None:
            oldest = await session.scalar(repository.OLDEST_WELCOME, {"corp_id": corp_id})
            if oldest is None:
                return
            first = today(oldest, zone)
        else:
            first = known - timedelta(days=UNSETTLED_DAYS)
    last = today(now, zone)
    while first < last:
        stop = min(first + timedelta(days=DAYS_AT_ONCE), last)
        async with runtime.database.owner() as session:
            asked = {
                "corp_id": corp_id,
                "zone": zone,
                "first": first,
                "stop": stop,
                "live_from": day_bounds(first, zone)[0],
                "live_to": day_bounds(stop, zone)[0],
            }
            await session.execute(repository.DROP_WELCOMES, asked)
            await session.execute(repository.SUM_WELCOMES, asked)
            await session.execute(repository.WELCOMES_TO, {"corp_id": corp_id, "day": stop})
        first = stop
