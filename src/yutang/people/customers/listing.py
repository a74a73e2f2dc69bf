"""Many customers: found by what they are and by their relations, one page at a time."""

import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from psycopg.errors import QueryCanceled
from pyroaring import BitMap
from sqlalchemy import func, literal_column, select, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.db import staff_in_scope
from yutang.kernel.vault import Vault
from yutang.people.facets import service as facets

from .choosing import conditions, matching
from .describing import describe
from .errors import TooBroadError
from .models import Customer, CustomerOrdinal
from .ordering import ORDERS, Order, cursor_of, place_of
from .paging import Rows, rows_of, rows_where
from .schemas import CustomerFilter, RowPage, Stretch
from .segmented import segmented
from .solving import LOOKED_AT_ONCE, Solution, chunks_of, look_at, solve

COUNTED = 100_000
"""Larger filtered lists are told as "100,000+" where they would have to be read to be counted."""
COUNT_SECONDS = 0.3
STRETCH_SECONDS = 1.5
_LIMIT = text("select set_config('statement_timeout', '2s', true)")


async def list_customers(
    session: AsyncSession,
    vault: Vault,
    corp_id: int,
    wanted: CustomerFilter,
    after: str | None,
    limit: int,
    before: str | None = None,
) -> RowPage:
    """One page in the filter's order: the first, the one behind `after` or that ahead of `before`.

    A page may be shorter than `limit` and still have a next one, where looking further would
    have taken too long. Raises BadCursorError, TooBroadError.
    """
    order = ORDERS[wanted.sort]
    back = before is not None
    rows, more = await _rows(
        session,
        vault,
        corp_id,
        wanted,
        order.reversed() if back else order,
        before if back else after,
        limit,
    )
    shown = rows[::-1] if back else rows
    items = await describe(session, corp_id, shown) if shown else []
    first, last = (cursor_of(shown[0]), cursor_of(shown[-1])) if shown else (None, None)
    if back:
        return RowPage(items=items, next=last, previous=first if more else None)
    return RowPage(
        items=items, next=last if more else None, previous=first if after is not None else None
    )


async def _rows(
    session: AsyncSession,
    vault: Vault,
    corp_id: int,
    wanted: CustomerFilter,
    order: Order,
    cursor: str | None,
    limit: int,
) -> tuple[Rows, bool]:
    """Up to `limit` rows, and whether there are or may be more."""
    place = place_of(order, cursor) if cursor is not None else None
    is_cut = False
    async with in_time(session, wanted):
        if is_asked(session, wanted) and await facets.is_built(session, corp_id):
            solution = await solve(session, vault, corp_id, wanted, order.kind)
            rows, is_cut = await rows_of(session, corp_id, solution, order, place, limit + 1)
        else:
            found = conditions(vault, corp_id, wanted, staff_in_scope(session))
            found += await segmented(session, corp_id, wanted)
            rows = await rows_where(session, found, order, place, limit + 1)
    if is_cut and not rows:
        raise TooBroadError
    return rows[:limit], is_cut or len(rows) > limit


@asynccontextmanager
async def in_time(session: AsyncSession, wanted: CustomerFilter) -> AsyncIterator[None]:
    """Conditions that no bitmap holds may find millions: they end with an error, not a crash."""
    asked = (wanted.q.strip(), wanted.fields, wanted.tail, wanted.ended_from, wanted.ended_before)
    if not any(asked):
        yield
        return
    await (await session.connection()).execute(_LIMIT)
    try:
        yield
    except DBAPIError as error:
        if isinstance(error.orig, QueryCanceled):
            raise TooBroadError from error
        raise


def is_narrowed(wanted: CustomerFilter) -> bool:
    """Whether the filter asks for anything; its order is no condition."""
    return bool(wanted.model_dump(exclude={"sort"}, exclude_defaults=True))


def is_asked(session: AsyncSession, wanted: CustomerFilter) -> bool:
    """Whether not everybody is to be found: something is asked, or not everybody may be seen."""
    return is_narrowed(wanted) or staff_in_scope(session) is not None


async def next_matching(
    session: AsyncSession,
    vault: Vault,
    corp_id: int,
    wanted: CustomerFilter,
    after_id: int,
    limit: int,
) -> Stretch:
    """The next customers above `after_id` that the filter finds: about `limit`, ascending.

    Bulk work and exports walk by it, stretch by stretch, until one is the last. Needs the corp's
    session. Raises TooBroadError.
    """
    async with in_time(session, wanted):
        if is_asked(session, wanted) and await facets.is_built(session, corp_id):
            solution = await solve(session, vault, corp_id, wanted)
            return await _next_solved(session, corp_id, solution, after_id, limit)
        found = matching(vault, corp_id, wanted, staff_in_scope(session), after_id, limit)
        found = found.where(*await segmented(session, corp_id, wanted))
        ids = list(await session.scalars(found))
    return Stretch(ids, ids[-1] if ids else after_id, is_last=len(ids) < limit)


async def _next_solved(
    session: AsyncSession, corp_id: int, solution: Solution, after_id: int, limit: int
) -> Stretch:
    until = time.monotonic() + STRETCH_SECONDS
    start = solution.ids.rank(after_id) if after_id > 0 else 0
    ids: list[int] = []
    through = after_id
    for chunk in chunks_of(solution.ids, start, LOOKED_AT_ONCE if solution.rest else limit):
        fitting = list(await _rest(session, corp_id, solution, chunk))
        ids += fitting
        through = chunk.max()
        if len(ids) > limit:
            ids = ids[:limit]
            through = ids[-1]
        # Where few of many fit, the next stretch begins behind those looked at, not at the last.
        if len(ids) >= limit or time.monotonic() > until:
            break
    return Stretch(ids, through, is_last=not solution.ids or through >= solution.ids.max())


async def _rest(session: AsyncSession, corp_id: int, solution: Solution, ids: BitMap) -> BitMap:
    return await look_at(session, corp_id, ids, solution.rest) if solution.rest else ids


async def count_known(session: AsyncSession, corp_id: int) -> int:
    """How many persons the corp knows: ordinals are dense, never reused, some merged away."""
    known = await session.scalar(
        select(CustomerOrdinal.next_id - CustomerOrdinal.merged).where(
            CustomerOrdinal.corp_id == corp_id
        )
    )
    return (known or 1) - 1


async def count_customers(
    session: AsyncSession, vault: Vault, corp_id: int, wanted: CustomerFilter
) -> tuple[int, bool]:
    """How many there are, and whether that is exact; if not, there are at least so many.

    Without any condition the number comes from the corp's ordinals; where bitmaps answer it is
    exact at any size, else up to 100,000. Raises TooBroadError.
    """
    if not is_asked(session, wanted):
        return await count_known(session, corp_id), True
    async with in_time(session, wanted):
        return await _count(session, vault, corp_id, wanted)


async def _count(
    session: AsyncSession, vault: Vault, corp_id: int, wanted: CustomerFilter
) -> tuple[int, bool]:
    if await facets.is_built(session, corp_id):
        return await _count_solved(session, corp_id, await solve(session, vault, corp_id, wanted))
    found = (
        select(literal_column("1"))
        .select_from(Customer)
        .where(*conditions(vault, corp_id, wanted, staff_in_scope(session)))
        .where(*await segmented(session, corp_id, wanted))
        .limit(COUNTED + 1)
        .subquery()
    )
    total = await session.scalar(select(func.count()).select_from(found)) or 0
    return min(total, COUNTED), total <= COUNTED


async def _count_solved(
    session: AsyncSession, corp_id: int, solution: Solution
) -> tuple[int, bool]:
    if not solution.rest:
        return len(solution.ids), True
    until = time.monotonic() + COUNT_SECONDS
    total = 0
    for chunk in chunks_of(solution.ids):
        if total > COUNTED or time.monotonic() > until:
            return min(total, COUNTED), False
        total += len(await _rest(session, corp_id, solution, chunk))
    return total, True
