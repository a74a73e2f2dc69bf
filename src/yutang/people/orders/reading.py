"""Orders as a list, one by one, and by who bought."""

from collections.abc import Collection
from datetime import datetime
from typing import Any, Final

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.clock import day_bounds
from yutang.people.corps import service as corps
from yutang.people.staff.schemas import StaffRef

from .errors import BadOrderCursorError, BadOrderSpanError, UnknownOrderError
from .repository import BOUGHT
from .schemas import (
    OrderCustomer,
    OrderFilter,
    OrderItemRead,
    OrderPage,
    OrderRead,
    OrderRefundRead,
    OrderRow,
    OrderSourceRead,
    OrderStore,
    OrderTotals,
)

COUNTED: Final = 100_000
NAMED: Final = 3
"""So many lines' names stand in a list."""
_ROWS: Final = """
    select o.*, c.name as customer_name, s.name as store_name, m.name as staff_name,
           m.account as account, i.goods, i.pieces
    from orders o
    left join customers c on c.corp_id = o.corp_id and c.id = o.customer_id
    left join stores s on s.corp_id = o.corp_id and s.id = o.store_id
    left join staff m on m.corp_id = o.corp_id and m.id = o.staff_id
    left join lateral (
      select (array_agg(name order by place))[1 : :named] as goods, sum(quantity) as pieces
      from order_items where corp_id = o.corp_id and order_id = o.id
    ) i on true
    where o.corp_id = :corp_id {more}
    order by o.placed_at desc, o.id desc limit :limit
"""
_COUNT: Final = """
    select count(*) as total, coalesce(sum(fen), 0) as fen from (
      select case when o.bought_at is not null then o.amount_fen - o.refunded_fen end as fen
      from orders o where o.corp_id = :corp_id {more} limit :limit
    ) found
"""
_TOTALS = text(
    f"""
    select o.customer_id, count(*) filter (where {BOUGHT}) as bought,
           coalesce(sum(o.amount_fen - o.refunded_fen), 0) as spent_fen,
           coalesce(sum(o.refunded_fen), 0) as refunded_fen,
           min(o.placed_at) filter (where {BOUGHT}) as first_at,
           max(o.placed_at) filter (where {BOUGHT}) as last_at,
           count(distinct (o.placed_at at time zone cast(:zone as text))::date)
             filter (where {BOUGHT}) as days,
           max((o.placed_at at time zone cast(:zone as text))::date) filter (where {BOUGHT})
             - min((o.placed_at at time zone cast(:zone as text))::date) filter (where {BOUGHT})
             as span
    from orders o
    where o.corp_id = :corp_id and o.customer_id = any(cast(:ids as bigint[]))
      and o.bought_at is not null
    group by o.customer_id
    """  # noqa: S608 - its parts are constants
)
_SOURCES = text(
    "select source, first_at, last_at from order_sources where corp_id = :corp_id order by source"
)
_ITEMS = text(
    "select sku, name, category, quantity, price_fen from order_items"
    " where corp_id = :corp_id and order_id = :id order by place"
)
_REFUNDS = text(
    "select number, amount_fen, at from order_refunds"
    " where corp_id = :corp_id and order_id = :id order by at, number"
)


async def list_sources(session: AsyncSession, corp_id: int) -> list[OrderSourceRead]:
    """Who ever told of orders; nobody: nothing is known of anybody's."""
    rows = await session.execute(_SOURCES, {"corp_id": corp_id})
    return [OrderSourceRead.model_validate(dict(row)) for row in rows.mappings()]


async def has_orders(session: AsyncSession, corp_id: int) -> bool:
    """Whether anybody ever told of orders."""
    return bool(await list_sources(session, corp_id))


async def list_orders(
    session: AsyncSession,
    corp_id: int,
    wanted: OrderFilter,
    after: str | None,
    limit: int,
    now: datetime,
) -> OrderPage:
    """One page of orders, the newest first. Raises BadOrderSpanError, BadOrderCursorError."""
    more, asked = await conditions(session, corp_id, wanted)
    counted = (
        await session.execute(text(_COUNT.format(more=more)), {**asked, "limit": COUNTED + 1})
    ).one()
    if after is not None:
        head, _, tail = after.partition("~")
        if not (head.isascii() and head.isdigit()):
            raise BadOrderCursorError
        try:
            asked |= {"before_id": int(head), "before": datetime.fromisoformat(tail)}
        except ValueError as error:
            raise BadOrderCursorError from error
        more += " and (o.placed_at, o.id) < (:before, :before_id)"
    rows = await read_rows(session, more, asked, limit + 1)
    end = rows[limit - 1] if len(rows) > limit else None
    return OrderPage(
        items=rows[:limit],
        next=f"{end.id}~{end.placed_at.isoformat()}" if end is not None else None,
        total=min(counted.total, COUNTED),
        fen=counted.fen,
        exact=counted.total <= COUNTED,
        sources=await list_sources(session, corp_id),
        as_of=now,
    )


async def conditions(
    session: AsyncSession, corp_id: int, wanted: OrderFilter
) -> tuple[str, dict[str, Any]]:
    """What must hold of an order `o`, and the values bound to it. Raises BadOrderSpanError."""
    more: list[str] = []
    asked: dict[str, Any] = {"corp_id": corp_id}
    if wanted.first is not None and wanted.last is not None and wanted.first > wanted.last:
        raise BadOrderSpanError
    if (wanted.least_fen or 0) > (wanted.most_fen if wanted.most_fen is not None else 2**62):
        raise BadOrderSpanError
    zone = (await corps.describe(session, corp_id)).timezone
    if wanted.first is not None:
        more.append("o.placed_at >= :start")
        asked["start"] = day_bounds(wanted.first, zone)[0]
    if wanted.last is not None:
        more.append("o.placed_at < :stop")
        asked["stop"] = day_bounds(wanted.last, zone)[1]
    if wanted.status:
        more.append("o.status = any(cast(:status as text[]))")
        asked["status"] = list(wanted.status)
    if wanted.refunded is not None:
        more.append(f"o.refunded_fen {'>' if wanted.refunded else '='} 0")
    if wanted.number is not None:
        more.append("o.number ^@ :number")
        asked["number"] = wanted.number
    for name, column, sign in (
        ("source", "source", "="),
        ("store_id", "store_id", "="),
        ("staff_id", "staff_id", "="),
        ("customer_id", "customer_id", "="),
        ("least_fen", "amount_fen", ">="),
        ("most_fen", "amount_fen", "<="),
    ):
        if (value := getattr(wanted, name)) is not None:
            more.append(f"o.{column} {sign} :{name}")
            asked[name] = value
    return "".join(f" and {one}" for one in more), asked


async def read_rows(
    session: AsyncSession, more: str, asked: dict[str, Any], limit: int
) -> list[OrderRow]:
    """Orders that meet conditions, the newest first."""
    found = await session.execute(
        text(_ROWS.format(more=more)), {**asked, "limit": limit, "named": NAMED}
    )
    return [OrderRow.model_validate(_facts(row)) for row in found]


async def orders_of(
    session: AsyncSession, corp_id: int, customer_id: int, limit: int
) -> list[OrderRow]:
    """A customer's newest orders."""
    asked = {"corp_id": corp_id, "customer_id": customer_id}
    return await read_rows(session, " and o.customer_id = :customer_id", asked, limit)


async def read_order(session: AsyncSession, corp_id: int, order_id: int) -> OrderRead:
    """One order, whole. Raises UnknownOrderError."""
    asked = {"corp_id": corp_id, "id": order_id}
    row = (
        await session.execute(
            text(_ROWS.format(more="and o.id = :id")), {**asked, "limit": 1, "named": NAMED}
        )
    ).one_or_none()
    if row is None:
        raise UnknownOrderError(order_id)
    items = (await session.execute(_ITEMS, asked)).mappings()
    refunds = (await session.execute(_REFUNDS, asked)).mappings()
    return OrderRead(
        **_facts(row),
        items=[OrderItemRead.model_validate(dict(one)) for one in items],
        refunds=[OrderRefundRead.model_validate(dict(one)) for one in refunds],
    )


def _facts(row: Any) -> dict[str, Any]:
    known = {name: getattr(row, name) for name in OrderRow.model_fields if hasattr(row, name)}
    store = None
    if row.store_number is not None:
        store = OrderStore(number=row.store_number, id=row.store_id, name=row.store_name)
    staff = None
    if row.staff_name is not None:
        staff = StaffRef(id=row.staff_id, name=row.staff_name, account=row.account)
    customer = None
    if row.customer_name is not None:
        customer = OrderCustomer(id=row.customer_id, name=row.customer_name)
    return {
        **known,
        "customer": customer,
        "store": store,
        "staff": staff,
        "goods": " · ".join(row.goods or ()),
        "pieces": row.pieces or 0,
    }


async def totals_of(
    session: AsyncSession, corp_id: int, customer_ids: Collection[int]
) -> dict[int, OrderTotals]:
    """What each of them bought in all; who bought nothing that is known has zeros.

    Ask `has_orders` first: where nobody tells of orders, nothing is known, and 0 would be false.
    """
    nothing = OrderTotals(
        count=0, spent_fen=0, refunded_fen=0, first_at=None, last_at=None, average_days=None
    )
    found = dict.fromkeys(customer_ids, nothing)
    if not found:
        return found
    zone = (await corps.describe(session, corp_id)).timezone
    asked = {"corp_id": corp_id, "ids": sorted(found), "zone": zone}
    for row in await session.execute(_TOTALS, asked):
        found[row.customer_id] = OrderTotals(
            count=row.bought,
            spent_fen=row.spent_fen,
            refunded_fen=row.refunded_fen,
            first_at=row.first_at,
            last_at=row.last_at,
            average_days=row.span / (row.days - 1) if row.days > 1 else None,
        )
    return found
