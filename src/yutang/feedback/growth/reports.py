"""Growth of a span: by day, channel, member or store."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from typing import Any, Final

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.clock import day_bounds, today
from yutang.kernel.db import staff_in_scope
from yutang.people.corps import service as corps
from yutang.people.orders import service as orders

from . import repository
from .costs import cost_of
from .crews import CREWS, DEPARTMENT
from .errors import BadSpanError
from .models import GrowthPlace
from .schemas import By, GrowthFilter, GrowthNumbers, GrowthReport, GrowthRow, KeptShare, Untold

MOST_DAYS: Final = 366
ROWS: Final = 200
KEPT: Final = (1, 7, 30)

_CELLS: Final = f"""
    select g.day, g.channel, g.staff_id, g.adds, g.firsts, g.halves, g.kept1, g.kept7, g.kept30,
           g.stayed, 0 as sent, 0 as late, 0 as impossible, 0 as failed, 0 as by_customer,
           0 as by_staff, 0 as orders, 0 as orders_fen, g.staff_id as crew
    from growth_days g
    where g.corp_id = :corp_id and g.day between :first and :last
    union all
    select w.day, w.channel, w.staff_id, 0, 0, 0, 0, 0, 0, 0, w.sent, w.late, w.impossible,
           w.failed, 0, 0, 0, 0, w.staff_id
    from growth_welcomes w
    where w.corp_id = :corp_id and w.day between :first and :last and w.day < :live_day
    union all
    select w.day, w.channel, w.staff_id, 0, 0, 0, 0, 0, 0, 0, w.sent, w.late, w.impossible,
           w.failed, 0, 0, 0, 0, w.staff_id
    from ({repository.WELCOMES}) w
    union all
    select (l.at at time zone cast(:zone as text))::date, coalesce(l.channel, ''), l.staff_id,
           0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
           count(*) filter (where l.ending = 'deleted_by_customer'),
           count(*) filter (where l.ending = 'deleted_by_staff'), 0, 0, l.staff_id
    from losses l
    where l.corp_id = :corp_id and l.at >= :start and l.at < :stop
    group by 1, 2, 3
    union all
    select (o.bought_at at time zone cast(:zone as text))::date,
           coalesce(o.channel, k.first_channel, ''), coalesce(o.staff_id, 0),
           0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
           count(*), sum(o.amount_fen - o.refunded_fen), coalesce(-o.store_id, o.staff_id, 0)
    from orders o
    left join credits k on k.corp_id = o.corp_id and k.customer_id = o.customer_id
    where o.corp_id = :corp_id and o.bought_at >= :start and o.bought_at < :stop
    group by 1, 2, 3, o.store_id, o.staff_id
"""  # noqa: S608 - its parts are constants
_SUMS: Final = """
    coalesce(sum(c.adds), 0) as adds, coalesce(sum(c.firsts), 0) as firsts,
    coalesce(sum(c.halves), 0) as halves, coalesce(sum(c.stayed), 0) as stayed,
    coalesce(sum(c.kept1) filter (where c.day <= :known1), 0) as kept1,
    coalesce(sum(c.adds) filter (where c.day <= :known1), 0) as of1,
    coalesce(sum(c.kept7) filter (where c.day <= :known7), 0) as kept7,
    coalesce(sum(c.adds) filter (where c.day <= :known7), 0) as of7,
    coalesce(sum(c.kept30) filter (where c.day <= :known30), 0) as kept30,
    coalesce(sum(c.adds) filter (where c.day <= :known30), 0) as of30,
    coalesce(sum(c.sent), 0) as welcomed, coalesce(sum(c.late), 0) as late,
    coalesce(sum(c.impossible), 0) as impossible, coalesce(sum(c.failed), 0) as failed,
    coalesce(sum(c.by_customer), 0) as lost_by_customer,
    coalesce(sum(c.by_staff), 0) as lost_by_staff, coalesce(sum(c.orders), 0) as orders,
    coalesce(sum(c.orders_fen), 0) as orders_fen
"""
_CREWS: Final = f"""
    {CREWS}
    union all
    select id, -id from stores where corp_id = :corp_id
"""  # noqa: S608 - its parts are constants
_KEYS: Final[Mapping[By, tuple[str, str]]] = {
    "day": ("c.day::text", ""),
    "channel": (
        "coalesce(ch.id::text, case when c.channel = '' then 'none' else 'other' end)",
        "left join channels ch on ch.corp_id = :corp_id and ch.state = c.channel",
    ),
    "staff": ("case when c.staff_id = 0 then 'none' else c.staff_id::text end", ""),
    # An order's own store goes before those in which its member works: its crew is that store.
    "store": ("t.store_id::text", f"join ({_CREWS}) t on t.staff_id = c.crew"),
}
_NAMES: Final[Mapping[By, str]] = {
    "channel": "select id::text as key, name, status = 'deleted' as left from channels"
    " where corp_id = :corp_id and id = any(cast(:ids as bigint[]))",
    "staff": "select id::text as key, name, status = 'left' as left from staff"
    " where corp_id = :corp_id and id = any(cast(:ids as bigint[]))",
    "store": "select id::text as key, name, closed_at is not null as left from stores"
    " where corp_id = :corp_id and id = any(cast(:ids as bigint[]))",
}


async def read_report(
    session: AsyncSession, corp_id: int, wanted: GrowthFilter, by: By, now: datetime
) -> GrowthReport:
    """The span with its rows and the sums of as many days before it. Raises BadSpanError."""
    if not wanted.first <= wanted.last <= wanted.first + timedelta(days=MOST_DAYS - 1):
        raise BadSpanError(MOST_DAYS)
    rows, count = await _rows(session, corp_id, wanted, by, now, ROWS)
    days = (wanted.last - wanted.first).days + 1
    earlier = wanted.model_copy(
        update={
            "first": wanted.first - timedelta(days=days),
            "last": wanted.first - timedelta(days=1),
        }
    )
    total = await _total(session, corp_id, wanted, now)
    place = await session.get(GrowthPlace, corp_id)
    return GrowthReport(
        as_of=now,
        reckoned_at=place.reckoned_at if place is not None else None,
        total=total,
        before=await _total(session, corp_id, earlier, now),
        rows=rows,
        more=max(0, count - len(rows)),
        untold=_untold(total, has_cost=_has_cost(session, wanted)),
    )


def _untold(total: GrowthNumbers, *, has_cost: bool) -> dict[str, Untold]:
    """Why which number is null."""
    found: dict[str, Untold] = {"replied": "archive_off"}
    if total.orders is None:
        found["orders"] = "no_orders"
    if total.cost_fen is None:
        found["cost_fen"] = "no_cost" if has_cost else "per_channel_only"
    if total.cost_per_kept_fen is None:
        found["cost_per_kept_fen"] = found.get("cost_fen", "no_adds")
    for kept in total.kept:
        if kept.kept is None:
            found[f"kept{kept.days}"] = "not_yet"
    return found


def _has_cost(session: AsyncSession, wanted: GrowthFilter) -> bool:
    """What a channel costs is for all who add through it: of some of them nobody knows a share."""
    members = (wanted.staff_id, wanted.department_id, wanted.store_id, staff_in_scope(session))
    return all(one is None for one in members)


async def export_rows(
    session: AsyncSession, corp_id: int, wanted: GrowthFilter, by: By, now: datetime
) -> list[GrowthRow]:
    """All rows of a report. Raises BadSpanError."""
    if not wanted.first <= wanted.last <= wanted.first + timedelta(days=MOST_DAYS - 1):
        raise BadSpanError(MOST_DAYS)
    rows, _ = await _rows(session, corp_id, wanted, by, now, 100_000)
    return rows


async def _asked(
    session: AsyncSession, corp_id: int, wanted: GrowthFilter, now: datetime
) -> tuple[str, dict[str, Any]]:
    zone = (await corps.describe(session, corp_id)).timezone
    place = await session.get(GrowthPlace, corp_id)
    live_day = place.welcomes_to if place is not None else None
    live_day = live_day or date(1970, 1, 1)
    start, stop = day_bounds(wanted.first, zone)[0], day_bounds(wanted.last, zone)[1]
    here = today(now, zone)
    asked: dict[str, Any] = {
        "corp_id": corp_id,
        "zone": zone,
        "first": wanted.first,
        "last": wanted.last,
        "start": start,
        "stop": stop,
        "live_day": live_day,
        "live_from": max(start, day_bounds(live_day, zone)[0]),
        "live_to": stop,
        **{f"known{days}": here - timedelta(days=days + 1) for days in KEPT},
    }
    more: list[str] = []
    if wanted.channel is not None:
        more.append("c.channel = :channel")
        asked["channel"] = wanted.channel
    if wanted.staff_id is not None:
        more.append("c.staff_id = :staff_id")
        asked["staff_id"] = wanted.staff_id
    if wanted.department_id is not None:
        more.append(f"c.staff_id in ({DEPARTMENT})")
        asked["department_id"] = wanted.department_id
    if wanted.store_id is not None:
        crew = f"select staff_id from ({_CREWS}) s where store_id = :store_id"  # noqa: S608 - as above
        more.append(f"c.crew in ({crew})")
        asked["store_id"] = wanted.store_id
    return (f"where {' and '.join(more)}" if more else ""), asked


async def _total(
    session: AsyncSession, corp_id: int, wanted: GrowthFilter, now: datetime
) -> GrowthNumbers:
    where, asked = await _asked(session, corp_id, wanted, now)
    row = (
        await session.execute(text(f"select {_SUMS} from ({_CELLS}) c {where}"), asked)  # noqa: S608 - its parts are constants
    ).one()
    cost = None
    if _has_cost(session, wanted):
        costs = await cost_of(session, corp_id, wanted.first, wanted.last, asked["zone"])
        states = [one for one in costs if wanted.channel in (None, one.state)]
        cost = sum(one.fen for one in states) if states else None
    return _numbers(row, cost, told=await orders.has_orders(session, corp_id))


async def _rows(
    session: AsyncSession,
    corp_id: int,
    wanted: GrowthFilter,
    by: By,
    now: datetime,
    limit: int,
) -> tuple[list[GrowthRow], int]:
    where, asked = await _asked(session, corp_id, wanted, now)
    key, joined = _KEYS[by]
    order = "key" if by == "day" else "adds desc, key"
    found = await session.execute(
        text(
            f"select r.*, count(*) over () as found from (select {key} as key, {_SUMS}"  # noqa: S608 - its parts are constants
            f" from ({_CELLS}) c {joined} {where} group by 1) r order by {order} limit :limit"
        ),
        {**asked, "limit": limit if by != "day" else MOST_DAYS},
    )
    rows = found.all()
    costs: dict[str, int] = {}
    if by == "channel" and _has_cost(session, wanted):
        for one in await cost_of(session, corp_id, wanted.first, wanted.last, asked["zone"]):
            costs[str(one.channel_id)] = one.fen
    names = await _names(session, corp_id, by, (row.key for row in rows))
    told = await orders.has_orders(session, corp_id)
    items = [
        GrowthRow(
            key=row.key,
            name=names.get(row.key, ("", False))[0],
            left=names.get(row.key, ("", False))[1],
            **_numbers(row, costs.get(row.key), told=told).model_dump(),
        )
        for row in rows
    ]
    if by == "day":
        items = _every_day(items, wanted, told=told)
    return items, len(items) if by == "day" else (rows[0].found if rows else 0)


def _every_day(items: list[GrowthRow], wanted: GrowthFilter, *, told: bool) -> list[GrowthRow]:
    nothing = _NOTHING.model_copy(update={"orders": 0, "orders_fen": 0} if told else {})
    found = {row.key: row for row in items}
    days = [
        (wanted.first + timedelta(days=ahead)).isoformat()
        for ahead in range((wanted.last - wanted.first).days + 1)
    ]
    return [found.get(day) or GrowthRow(key=day, name="", **nothing.model_dump()) for day in days]


async def _names(
    session: AsyncSession, corp_id: int, by: By, keys: Iterable[str]
) -> dict[str, tuple[str, bool]]:
    ids = [int(key) for key in keys if key.isdigit()]
    if by not in _NAMES or not ids:
        return {}
    rows = await session.execute(text(_NAMES[by]), {"corp_id": corp_id, "ids": ids})
    return {row.key: (row.name, row.left) for row in rows}


def _numbers(row: Any, cost: int | None, *, told: bool) -> GrowthNumbers:
    return GrowthNumbers(
        adds=row.adds,
        firsts=row.firsts,
        halves=row.halves,
        stayed=row.stayed,
        kept=[
            KeptShare(
                days=days,
                kept=getattr(row, f"kept{days}") if getattr(row, f"of{days}") else None,
                of=getattr(row, f"of{days}"),
            )
            for days in KEPT
        ],
        welcomed=row.welcomed,
        late=row.late,
        impossible=row.impossible,
        failed=row.failed,
        lost_by_customer=row.lost_by_customer,
        lost_by_staff=row.lost_by_staff,
        replied=None,
        orders=row.orders if told else None,
        orders_fen=row.orders_fen if told else None,
        cost_fen=cost,
        cost_per_kept_fen=round(cost / row.stayed) if cost is not None and row.stayed else None,
    )


_NOTHING: Final = GrowthNumbers(
    adds=0,
    firsts=0,
    halves=0,
    stayed=0,
    kept=[KeptShare(days=days, kept=None, of=0) for days in KEPT],
    welcomed=0,
    late=0,
    impossible=0,
    failed=0,
    lost_by_customer=0,
    lost_by_staff=0,
    replied=None,
    orders=None,
    orders_fen=None,
    cost_fen=None,
    cost_per_kept_fen=None,
)
