"""Orders over HTTP, with the codes they came through by name."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Annotated, Final, Literal

from fastapi import APIRouter, Depends, Query
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.act.acquisition import service as acquisition
from yutang.act.acquisition.schemas import ChannelRef
from yutang.kernel.access.schemas import Principal
from yutang.kernel.runtime import Runtime
from yutang.kernel.web import CorpSession, CurrentPrincipal, CurrentRuntime, needs
from yutang.people.customers import service as customers
from yutang.people.exports import service as exports
from yutang.people.exports.schemas import ExportRead
from yutang.people.orders import service as orders
from yutang.people.orders.schemas import (
    MOST_FEN,
    NUMBER_LENGTH,
    SOURCE_LENGTH,
    CustomerOrders,
    Language,
    NewOrder,
    NewOrders,
    OrderFilter,
    OrderItem,
    OrderNews,
    OrderPage,
    OrderRead,
    OrderRow,
    RefundNews,
    Status,
    TakenList,
    TakenRead,
)
from yutang.people.persons import service as persons
from yutang.people.persons.schemas import STRENGTH, Claim
from yutang.sense.collector import service as collector

AT_ONCE: Final = 250
"""Orders of one transaction: a thousand and their buyers can take longer than it may."""

router = APIRouter(tags=["orders"], dependencies=[Depends(needs("customers.read"))])


class OrderDetail(OrderRead):
    """One order, whole, with the code it came through where it was one of ours."""

    code: ChannelRef | None


@dataclass(frozen=True, slots=True)
class Asked:
    """Conditions; all of them hold. Days are the corp's, both included; money in fen."""

    first: Annotated[date | None, Query(alias="from")] = None
    last: Annotated[date | None, Query(alias="to")] = None
    source: Annotated[str | None, Query(max_length=SOURCE_LENGTH)] = None
    status: Annotated[list[Status] | None, Query(max_length=5)] = None
    store_id: Annotated[int | None, Query(ge=1)] = None
    staff_id: Annotated[int | None, Query(ge=1)] = None
    customer_id: Annotated[int | None, Query(ge=1)] = None
    least: Annotated[int | None, Query(ge=0, le=MOST_FEN)] = None
    most: Annotated[int | None, Query(ge=0, le=MOST_FEN)] = None
    refunded: Literal["yes", "no"] | None = None
    number: Annotated[str | None, Query(min_length=1, max_length=NUMBER_LENGTH)] = None

    def filter(self) -> OrderFilter:
        """The same for the service."""
        return OrderFilter(
            first=self.first,
            last=self.last,
            source=self.source,
            status=tuple(self.status or ()),
            store_id=self.store_id,
            staff_id=self.staff_id,
            customer_id=self.customer_id,
            least_fen=self.least,
            most_fen=self.most,
            refunded=None if self.refunded is None else self.refunded == "yes",
            number=self.number,
        )


Question = Annotated[Asked, Depends(Asked)]


@router.get("/orders")
async def list_orders(
    asked: Question,
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
    after: Annotated[str | None, Query(max_length=100)] = None,
    limit: Annotated[int, Query(ge=1, le=100)] = 50,
) -> OrderPage:
    """Orders of every source, the newest first; every given condition holds.

    `number` is how it begins. `sources` is empty while nobody ever told of orders: WeCom itself
    does not. 422 `orders.bad_span`, `orders.bad_cursor`.
    """
    page = await orders.list_orders(
        session, principal.corp_id, asked.filter(), after, limit, runtime.clock()
    )
    names = await collector.names_of(session, principal.corp_id)
    for one in page.sources:
        one.name = names.get(one.source)
    _name(page.items, names)
    return page


def _name(rows: Iterable[OrderRow], names: Mapping[str, str]) -> None:
    for row in rows:
        row.source_name = names.get(row.source)


@router.post("/orders/export", status_code=202, dependencies=[Depends(needs("customers.export"))])
async def export_orders(
    asked: Question,
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
    lang: Language = "zh-CN",
) -> ExportRead:
    """Ask for a CSV of all orders that the conditions find; it stands in the register of exports.

    422 `orders.bad_span`.
    """
    export_id = await orders.ask_for_file(session, asked.filter(), lang, principal, runtime.clock())
    return await exports.read_export(
        runtime, session, principal.corp_id, export_id, principal.actor
    )


@router.get("/orders/{order_id}")
async def read_order(
    order_id: int, principal: CurrentPrincipal, session: CorpSession
) -> OrderDetail:
    """One order with its lines and refunds. 404 `orders.unknown`."""
    read = await orders.read_order(session, principal.corp_id, order_id)
    _name([read], await collector.names_of(session, principal.corp_id))
    return OrderDetail(**dict(read), code=await _code(session, principal.corp_id, read.channel))


async def _code(session: AsyncSession, corp_id: int, state: str | None) -> ChannelRef | None:
    if state is None:
        return None
    return (await acquisition.channels_by_state(session, corp_id, {state})).get(state)


@router.get("/customers/{customer_id}/orders")
async def list_customer_orders(
    customer_id: int,
    principal: CurrentPrincipal,
    session: CorpSession,
    runtime: CurrentRuntime,
    limit: Annotated[int, Query(ge=1, le=100)] = 20,
) -> CustomerOrders:
    """What a customer bought, what it came to, and what may suit him, with the reason.

    `known` is false where nobody ever told of orders: then nothing can be said. 404
    `customers.unknown`.
    """
    corp_id = principal.corp_id
    await customers.demand_known(session, corp_id, customer_id)
    found = await orders.customer_orders(session, corp_id, customer_id, limit, runtime.clock())
    _name(found.items, await collector.names_of(session, corp_id))
    return found


@router.post("/orders", dependencies=[Depends(needs("customers.import"))])
async def take_orders(
    body: NewOrders | NewOrder, principal: CurrentPrincipal, runtime: CurrentRuntime
) -> TakenList:
    """Tell of one order or up to 1,000: their state, lines and refunds; from systems, by token.

    Send as often and in whatever order you like: of an order's news the one with the newest `at`
    counts, and each transition is in the customer's life once. What cannot be is refused by itself
    with the `reason`; the others are taken. A buyer whose ids nobody has is new here: a lead by
    phone or member number, else a visitor. An order that names none stands without a customer
    until news of it name one. They are written 250 at a time: who got no answer sends all again.
    """
    sent = [body] if isinstance(body, NewOrder) else body.orders
    items: list[TakenRead] = []
    for start in range(0, len(sent), AT_ONCE):
        items += await _take(runtime, principal, sent[start : start + AT_ONCE])
    return TakenList(items=items)


async def _take(
    runtime: Runtime, principal: Principal, sent: Sequence[NewOrder]
) -> list[TakenRead]:
    now, corp_id = runtime.clock(), principal.corp_id
    news = [_news(one, now) for one in sent]
    async with runtime.database.owner() as session:
        # Of what is refused nothing is kept, its buyer neither.
        ahead = await orders.foresee(runtime, session, corp_id, news, [None] * len(news))
        claims = [
            _claim(one, told, is_refused=what.change == "refused")
            for one, told, what in zip(sent, news, ahead, strict=True)
        ]
        buyers = await persons.settle(runtime, session, corp_id, claims, now)
        taken = await orders.take(
            runtime, session, corp_id, news, buyers, actor=principal.actor, source="api"
        )
    return [
        TakenRead(
            number=one.number,
            order_id=what.order_id,
            customer_id=buyer if what.order_id is not None else None,
            change=what.change,
            reason=what.reason,
        )
        for one, what, buyer in zip(sent, taken, buyers, strict=True)
    ]


def _claim(one: NewOrder, told: OrderNews, *, is_refused: bool) -> Claim:
    given = {} if one.customer is None or is_refused else one.customer.model_dump(exclude_none=True)
    return Claim(
        tuple((kind, given[kind]) for kind in STRENGTH if kind in given),
        told.at,
        f"order:{one.source}:{one.number}",
    )


def _news(one: NewOrder, now: datetime) -> OrderNews:
    return OrderNews(
        source=one.source,
        number=one.number,
        status=one.status,
        at=one.at or now.astimezone(UTC),
        placed_at=one.placed_at,
        paid_at=one.paid_at,
        amount_fen=one.amount_fen,
        discount_fen=one.discount_fen,
        freight_fen=one.freight_fen,
        currency=one.currency,
        items=tuple(OrderItem(**item.model_dump()) for item in one.items),
        refunds=tuple(RefundNews(r.number, r.amount_fen, r.at) for r in one.refunds),
        store_number=one.store_number,
        staff_account=one.staff_account,
        channel_state=one.channel_state,
    )
