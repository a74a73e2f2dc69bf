"""Many customers: found by what they are and by their relations, one page at a time."""

import time
from collections.abc import Sequence
from typing import Any

from pyroaring import BitMap
from sqlalchemy import func, literal_column, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.vault import Vault
from yutang.people.facets import service as facets
from yutang.people.tags import service as tags
from yutang.people.tags.schemas import TagOption

from .choosing import LIVING, conditions, matching
from .models import Customer, CustomerOrdinal
from .ordering import ORDERS, Order, cursor_of, place_of
from .paging import Rows, rows_of, rows_where
from .schemas import CustomerFilter, CustomerRow, OwnerRef, RowPage
from .solving import LOOKED_AT_ONCE, Solution, look_at, solve

COUNTED = 100_000
"""Larger filtered lists are told as "100,000+" where they would have to be read to be counted."""
COUNT_SECONDS = 0.3

_RELATIONS = text(
    """
    select f.customer_id, f.staff_id, f.state, f.added_at, f.channel, f.remark,
           s.name as staff_name
    from follows f
    join staff s on s.corp_id = f.corp_id and s.id = f.staff_id
    where f.corp_id = :corp_id and f.customer_id = any(cast(:ids as bigint[]))
    order by f.added_at
    """
)


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

    Raises BadCursorError.
    """
    order = ORDERS[wanted.sort]
    if before is not None:
        rows = await _rows(session, vault, corp_id, wanted, order.reversed(), before, limit + 1)
        shown = rows[:limit][::-1]
        return RowPage(
            items=await _describe(session, corp_id, shown),
            next=cursor_of(order, shown[-1]) if shown else None,
            previous=cursor_of(order, shown[0]) if len(rows) > limit else None,
        )
    rows = await _rows(session, vault, corp_id, wanted, order, after, limit + 1)
    shown = rows[:limit]
    return RowPage(
        items=await _describe(session, corp_id, shown),
        next=cursor_of(order, shown[-1]) if len(rows) > limit else None,
        previous=cursor_of(order, shown[0]) if shown and after is not None else None,
    )


async def _rows(
    session: AsyncSession,
    vault: Vault,
    corp_id: int,
    wanted: CustomerFilter,
    order: Order,
    cursor: str | None,
    limit: int,
) -> Rows:
    place = place_of(order, cursor) if cursor is not None else None
    if is_narrowed(wanted) and await facets.is_built(session, corp_id):
        solution = await solve(session, vault, corp_id, wanted)
        return await rows_of(session, corp_id, solution, order, place, limit)
    return await rows_where(session, conditions(vault, corp_id, wanted), order, place, limit)


def is_narrowed(wanted: CustomerFilter) -> bool:
    """Whether the filter asks for anything; its order is no condition."""
    return bool(wanted.model_dump(exclude={"sort"}, exclude_defaults=True))


async def next_matching(
    session: AsyncSession,
    vault: Vault,
    corp_id: int,
    wanted: CustomerFilter,
    after_id: int,
    limit: int,
) -> list[int]:
    """Ids of the next `limit` customers above `after_id` that the filter finds, ascending.

    Bulk work and exports walk by it, chunk by chunk; an empty answer is the end. Needs the
    corp's session.
    """
    if not (is_narrowed(wanted) and await facets.is_built(session, corp_id)):
        found = matching(vault, corp_id, wanted, after_id, limit)
        return list(await session.scalars(found))
    solution = await solve(session, vault, corp_id, wanted)
    ids: list[int] = []
    for chunk in _chunks(solution.ids, after_id, LOOKED_AT_ONCE if solution.rest else limit):
        fitting = await _rest(session, corp_id, solution, chunk)
        ids += list(fitting)
        if len(ids) >= limit:
            break
    return ids[:limit]


def _chunks(ids: BitMap, after_id: int, length: int) -> Any:
    start = ids.rank(after_id) if after_id > 0 else 0
    for at in range(start, len(ids), length):
        yield ids[at : at + length]


async def _rest(session: AsyncSession, corp_id: int, solution: Solution, ids: BitMap) -> BitMap:
    return await look_at(session, corp_id, ids, solution.rest) if solution.rest else ids


async def count_known(session: AsyncSession, corp_id: int) -> int:
    """How many persons the corp knows: ordinals are dense and never reused."""
    known = await session.scalar(
        select(CustomerOrdinal.next_id).where(CustomerOrdinal.corp_id == corp_id)
    )
    return (known or 1) - 1


async def count_customers(
    session: AsyncSession, vault: Vault, corp_id: int, wanted: CustomerFilter
) -> tuple[int, bool]:
    """How many there are, and whether that is exact; if not, there are at least so many.

    Without any condition the number comes from the corp's ordinals; where bitmaps answer it is
    exact at any size, else up to 100,000.
    """
    if not is_narrowed(wanted):
        return await count_known(session, corp_id), True
    if await facets.is_built(session, corp_id):
        return await _count_solved(session, corp_id, await solve(session, vault, corp_id, wanted))
    found = (
        select(literal_column("1"))
        .select_from(Customer)
        .where(*conditions(vault, corp_id, wanted))
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
    for chunk in _chunks(solution.ids, 0, LOOKED_AT_ONCE):
        if total > COUNTED or time.monotonic() > until:
            return min(total, COUNTED), False
        total += len(await _rest(session, corp_id, solution, chunk))
    return total, True


async def _describe(session: AsyncSession, corp_id: int, rows: Sequence[Any]) -> list[CustomerRow]:
    if not rows:
        return []
    ids = [row.id for row in rows]
    follows: dict[int, list[Any]] = {}
    for follow in await session.execute(_RELATIONS, {"corp_id": corp_id, "ids": ids}):
        follows.setdefault(follow.customer_id, []).append(follow)
    worn = await tags.worn_by(session, corp_id, ids)
    return [
        CustomerRow(
            id=row.id,
            name=row.name,
            remark=_remark(follows.get(row.id, [])),
            state=row.state,
            platform=row.platform,
            company=row.company,
            tags=[TagOption(id=tag.id, name=tag.name) for tag in worn.get(row.id, [])],
            owners=[
                OwnerRef(id=f.staff_id, name=f.staff_name, state=f.state)
                for f in _shown_owners(follows.get(row.id, []))
            ],
            first_added_at=row.first_added_at,
            added_at=max((f.added_at for f in follows.get(row.id, [])), default=None),
            first_channel=row.first_added_channel
            or next((f.channel for f in follows.get(row.id, []) if f.channel), None),
            stage=row.stage,
            last_active_at=row.last_active_at,
            silent_since=row.silent_since,
        )
        for row in rows
    ]


def _remark(follows: Sequence[Any]) -> str:
    return next((f.remark for f in reversed(follows) if f.remark), "")


def _shown_owners(follows: Sequence[Any]) -> Sequence[Any]:
    """Who follows him now; of a lost one, who did."""
    living = [follow for follow in follows if follow.state in LIVING]
    return living or follows
