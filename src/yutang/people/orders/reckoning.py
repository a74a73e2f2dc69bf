"""By night: which goods go together, how soon they are bought again, what was unknown before."""

from datetime import timedelta
from typing import Any, Final

from sqlalchemy import TextClause, text

from yutang.kernel.runtime import Runtime
from yutang.people.corps import service as corps

from . import repository
from .repository import BOUGHT

ORDERS: Final = 10_000
PERSONS: Final = 5_000
"""So many at once: each chunk is a transaction of its own, far below five seconds."""
KEPT: Final = timedelta(days=730)
"""Older orders tell of goods and habits that are gone."""
MOST_LINES: Final = 20
"""An order of more goods is a shop's, not a person's: everything would go with everything."""
TOGETHER: Final = 10
SHARE: Final = 0.1
LIFT: Final = 1.5
"""B goes with A where 10 orders have both, a tenth of A's do, and half as often again as all."""
OTHERS: Final = 10
"""So many goods are kept for each."""
GAPS: Final = 20
"""From so many repeats on the median of a good's days means something."""

_CLEAR = text(
    "delete from order_counts where ctid = any(array("
    "select ctid from order_counts where corp_id = :corp_id limit 50000))"
)
_STRETCH = text(
    "select max(id) from (select id from orders where corp_id = :corp_id and id > :after"
    " order by id limit :rows) o"
)
_UPTO = text("select coalesce(max(next_id), 1) - 1 from customer_ordinals where corp_id = :corp_id")
_ADD: Final = """
    insert into order_counts as c (corp_id, kind, sku, other, days, count)
    select :corp_id, kind, sku, other, days, count from counted where count > 0
    order by kind, sku, other, days
    on conflict (corp_id, kind, sku, other, days) do update
      set count = case when c.kind = 'name' then greatest(c.count, excluded.count)
                       else c.count + excluded.count end
"""
_COUNT_ORDERS = text(
    f"""
    with chosen as materialized (
      select o.id from orders o
      where o.corp_id = :corp_id and o.id > :after and o.id <= :upto
        and o.placed_at >= :since and {BOUGHT}
    ), lines as materialized (
      select c.id, i.sku, max(i.name) as name
      from chosen c join order_items i on i.corp_id = :corp_id and i.order_id = c.id
      group by c.id, i.sku
    ), baskets as (
      -- As arrays: lines joined with themselves cost their square where no sizes are known.
      select array_agg(sku) as skus from lines group by id having count(*) between 2 and :lines
    ), counted as (
      select 'all' as kind, '' as sku, '' as other, 0 as days, count(*) as count from chosen
      union all
      select 'orders', sku, '', 0, count(*) from lines group by sku
      union all
      select 'name', sku, name, 0, max(id) from lines group by sku, name
      union all
      select 'pair', a.sku, b.sku, 0, count(*)
      from baskets cross join unnest(skus) as a(sku) cross join unnest(skus) as b(sku)
      where a.sku <> b.sku group by a.sku, b.sku
    )
    {_ADD}
    """  # noqa: S608 - its parts are constants
)
_COUNT_PERSONS = text(
    f"""
    with buys as materialized (
      select distinct o.customer_id, i.sku,
             (o.placed_at at time zone cast(:zone as text))::date as day
      from orders o join order_items i on i.corp_id = o.corp_id and i.order_id = o.id
      where o.corp_id = :corp_id and o.customer_id > :after and o.customer_id <= :upto
        and o.placed_at >= :since and {BOUGHT}
    ), gaps as (
      select sku, day - lag(day) over (partition by customer_id, sku order by day) as days
      from buys
    ), counted as (
      select 'buyers' as kind, sku, '' as other, 0 as days, count(distinct customer_id) as count
      from buys group by sku
      union all
      select 'gap', sku, '', days, count(*) from gaps where days is not null group by sku, days
    )
    {_ADD}
    """  # noqa: S608 - its parts are constants
)
_FORGET = text("delete from order_goods where corp_id = :corp_id")
_FORGET_PAIRS = text("delete from order_pairs where corp_id = :corp_id")
_GOODS = text(
    """
    with spread as (
      select sku, days, sum(count) over (partition by sku order by days) as upto,
             sum(count) over (partition by sku) as total
      from order_counts where corp_id = :corp_id and kind = 'gap'
    ), middle as (
      select sku, max(total) as gaps, min(days) filter (where 2 * upto >= total) as days
      from spread group by sku
    ), names as (
      select distinct on (sku) sku, other as name from order_counts
      where corp_id = :corp_id and kind = 'name' order by sku, count desc, other
    )
    insert into order_goods (corp_id, sku, name, orders, buyers, gaps, refill_days)
    select :corp_id, o.sku, n.name, o.count, coalesce(b.count, 0), coalesce(m.gaps, 0),
           case when m.gaps >= :gaps then m.days end
    from order_counts o
    join names n on n.sku = o.sku
    left join order_counts b on b.corp_id = :corp_id and b.kind = 'buyers' and b.sku = o.sku
    left join middle m on m.sku = o.sku
    where o.corp_id = :corp_id and o.kind = 'orders'
    """
)
_PAIRS = text(
    """
    with every as (
      select coalesce(max(count), 0) as orders from order_counts
      where corp_id = :corp_id and kind = 'all'
    ), measured as (
      select p.sku, p.other, p.count as together, a.count as of,
             (p.count::float / a.count) / (b.count::float / every.orders) as lift
      from order_counts p
      join order_counts a on a.corp_id = :corp_id and a.kind = 'orders' and a.sku = p.sku
      join order_counts b on b.corp_id = :corp_id and b.kind = 'orders' and b.sku = p.other
      cross join every
      where p.corp_id = :corp_id and p.kind = 'pair' and p.count >= :together
        and p.count >= :share * a.count
    ), placed as (
      select *, row_number() over (partition by sku order by together::float / of desc, other)
        as place
      from measured where lift >= :lift
    )
    insert into order_pairs (corp_id, sku, other, together, of, lift)
    select :corp_id, sku, other, together, of, lift from placed where place <= :others
    """
)
_REACHED = text(
    """
    insert into order_reckonings (corp_id, reckoned_at, orders)
    select :corp_id, :now, coalesce(max(count), 0) from order_counts
    where corp_id = :corp_id and kind = 'all'
    on conflict (corp_id) do update
      set reckoned_at = excluded.reckoned_at, orders = excluded.orders
    """
)


async def reckon_goods(runtime: Runtime, corp_id: int) -> int:
    """Count two years of orders anew; returns how many. Safe to repeat, also after a kill."""
    now = runtime.clock()
    await _clear(runtime, corp_id)
    async with runtime.database.owner() as session:
        zone = (await corps.describe(session, corp_id)).timezone
    asked = {"corp_id": corp_id, "since": now - KEPT}
    await _by_orders(runtime, _COUNT_ORDERS, {**asked, "lines": MOST_LINES})
    await _by_persons(runtime, {**asked, "zone": zone})
    async with runtime.database.owner() as session:
        # Just filled: without its sizes the joins below are planned for a handful of rows.
        await session.execute(text("analyze order_counts"))
    async with runtime.database.owner() as session:
        for statement in (_FORGET, _FORGET_PAIRS):
            await session.execute(statement, {"corp_id": corp_id})
        await session.execute(_GOODS, {"corp_id": corp_id, "gaps": GAPS})
        await session.execute(
            _PAIRS,
            {
                "corp_id": corp_id,
                "together": TOGETHER,
                "share": SHARE,
                "lift": LIFT,
                "others": OTHERS,
            },
        )
        await session.execute(_REACHED, {"corp_id": corp_id, "now": now})
        counted = await session.scalar(
            text("select orders from order_reckonings where corp_id = :corp_id"),
            {"corp_id": corp_id},
        )
    await _clear(runtime, corp_id)
    return counted or 0


async def _clear(runtime: Runtime, corp_id: int) -> None:
    gone = 1
    while gone:
        async with runtime.database.owner() as session:
            result: Any = await session.execute(_CLEAR, {"corp_id": corp_id})
            gone = result.rowcount


async def _by_orders(runtime: Runtime, statement: TextClause, asked: dict[str, Any]) -> None:
    after = 0
    while True:
        async with runtime.database.owner() as session:
            stretch = {"corp_id": asked["corp_id"], "after": after, "rows": ORDERS}
            upto = await session.scalar(_STRETCH, stretch)
            if upto is None:
                return
            await session.execute(statement, {**asked, "after": after, "upto": upto})
        after = upto


async def _by_persons(runtime: Runtime, asked: dict[str, Any]) -> None:
    async with runtime.database.owner() as session:
        last = await session.scalar(_UPTO, {"corp_id": asked["corp_id"]}) or 0
    for after in range(0, last, PERSONS):
        async with runtime.database.owner() as session:
            stretch = {"after": after, "upto": after + PERSONS}
            await session.execute(_COUNT_PERSONS, {**asked, **stretch})


async def find_later(runtime: Runtime, corp_id: int) -> None:
    """Stores and members that were unknown when an order named them and are known by now."""
    await _by_orders(runtime, repository.FIND_LATER, {"corp_id": corp_id})
