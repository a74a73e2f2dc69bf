"""What may suit a person, each with its reason; nothing where the basis is thin."""

from collections.abc import Sequence
from datetime import date, datetime
from statistics import median
from typing import Any, Final

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.clock import today
from yutang.people.corps import service as corps

from .reading import has_orders, orders_of, totals_of
from .repository import BOUGHT
from .schemas import Advice, Basis, CustomerOrders
from .wording import reason

AGAIN: Final = 2
"""So often must somebody have bought a good."""
OWN_BUYS: Final = 3
"""From so many buys on his own habit counts."""
DUE: Final = 0.9
"""Of the usual days have passed."""
GIVEN_UP: Final = 3
"""Times the usual days: he has stopped buying it, or buys it elsewhere."""
FRESH_DAYS: Final = 365
"""What was bought longer ago recommends nothing."""
EACH: Final = 3
"""At most so much advice of a kind."""

_BUYS = text(
    f"""
    select i.sku, (array_agg(i.name order by o.placed_at desc, o.id desc))[1] as name,
           count(distinct o.id) as times,
           array_agg(distinct (o.placed_at at time zone cast(:zone as text))::date) as days
    from orders o join order_items i on i.corp_id = o.corp_id and i.order_id = o.id
    where o.corp_id = :corp_id and o.customer_id = :customer_id and {BOUGHT}
    group by i.sku
    """  # noqa: S608 - its parts are constants
)
_GOODS = text(
    """
    select sku, gaps, refill_days from order_goods
    where corp_id = :corp_id and sku = any(cast(:skus as text[])) and refill_days is not null
    """
)
_PAIRS = text(
    """
    select p.sku, p.other, p.together, p.of, g.name
    from order_pairs p join order_goods g on g.corp_id = p.corp_id and g.sku = p.other
    where p.corp_id = :corp_id and p.sku = any(cast(:fresh as text[]))
      and p.other <> all(cast(:skus as text[]))
    order by p.together::float / p.of desc, p.together desc, p.sku, p.other
    """
)
_RECKONED = text("select reckoned_at from order_reckonings where corp_id = :corp_id")


async def customer_orders(
    session: AsyncSession, corp_id: int, customer_id: int, limit: int, now: datetime
) -> CustomerOrders:
    """His newest orders, what they came to, and what may suit him."""
    if not await has_orders(session, corp_id):
        return CustomerOrders(
            known=False, totals=None, items=[], more=False, advice=[], advice_as_of=None
        )
    rows = await orders_of(session, corp_id, customer_id, limit + 1)
    return CustomerOrders(
        known=True,
        totals=(await totals_of(session, corp_id, [customer_id]))[customer_id],
        items=rows[:limit],
        more=len(rows) > limit,
        advice=await advise(session, corp_id, customer_id, now),
        advice_as_of=await session.scalar(_RECKONED, {"corp_id": corp_id}),
    )


async def advise(
    session: AsyncSession, corp_id: int, customer_id: int, now: datetime
) -> list[Advice]:
    """What is due to be bought again, what he buys often, what goes with what he has."""
    zone = (await corps.describe(session, corp_id)).timezone
    asked: dict[str, Any] = {"corp_id": corp_id, "customer_id": customer_id, "zone": zone}
    rows = await session.execute(_BUYS, asked)
    buys = [Basis(row.sku, row.name, row.times, sorted(row.days)) for row in rows]
    if not buys:
        return []
    day = today(now, zone)
    due = await _refills(session, corp_id, buys, day)
    told = {advice.sku for advice in due}
    return [
        *due,
        *_again([one for one in buys if one.sku not in told]),
        *await _going_with(session, corp_id, buys, day),
    ]


async def _refills(
    session: AsyncSession, corp_id: int, buys: Sequence[Basis], day: date
) -> list[Advice]:
    asked = {"corp_id": corp_id, "skus": [one.sku for one in buys]}
    usual = {row.sku: row for row in await session.execute(_GOODS, asked)}
    found: list[tuple[float, Advice]] = []
    for one in buys:
        passed = (day - one.days[-1]).days
        numbers: dict[str, int | float | str]
        if len(one.days) >= OWN_BUYS:
            gaps = [(b - a).days for a, b in zip(one.days, one.days[1:], strict=False)]
            key, days = "refill_own", round(median(gaps))
            numbers = {"times": len(one.days)}
        elif one.sku in usual:
            key, days = "refill_all", usual[one.sku].refill_days
            numbers = {"gaps": usual[one.sku].gaps}
        else:
            continue
        if not DUE * days <= passed <= GIVEN_UP * days:
            continue
        numbers |= {"days": days, "passed": passed}
        told = Advice(
            kind="refill",
            sku=one.sku,
            name=one.name,
            reason=reason(key, **numbers),
            numbers=numbers,
        )
        found.append((passed / days, told))
    found.sort(key=lambda pair: (-pair[0], pair[1].sku))
    return [told for _, told in found[:EACH]]


def _again(buys: Sequence[Basis]) -> list[Advice]:
    often = sorted(
        (one for one in buys if one.times >= AGAIN),
        key=lambda one: (-one.times, -one.days[-1].toordinal(), one.sku),
    )
    found = []
    for one in often[:EACH]:
        numbers: dict[str, int | float | str] = {
            "times": one.times,
            "last": one.days[-1].isoformat(),
        }
        told = reason("again", **numbers)
        found.append(Advice(kind="again", sku=one.sku, name=one.name, reason=told, numbers=numbers))
    return found


async def _going_with(
    session: AsyncSession, corp_id: int, buys: Sequence[Basis], day: date
) -> list[Advice]:
    names = {one.sku: one.name for one in buys if (day - one.days[-1]).days <= FRESH_DAYS}
    asked = {"corp_id": corp_id, "fresh": sorted(names), "skus": [one.sku for one in buys]}
    found: dict[str, Advice] = {}
    for row in await session.execute(_PAIRS, asked):
        if row.other in found or len(found) == EACH:
            continue
        numbers: dict[str, int | float | str] = {
            "first": names[row.sku],
            "together": row.together,
            "of": row.of,
            "share": round(100 * row.together / row.of),
        }
        found[row.other] = Advice(
            kind="goes_with",
            sku=row.other,
            name=row.name,
            reason=reason("goes_with", name=row.name, **numbers),
            numbers=numbers,
        )
    return list(found.values())
