"""Take news of orders: any number at once, in any order, as often as they come."""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Result, TextClause
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import audit
from yutang.kernel.events import NewEvent, append
from yutang.kernel.runtime import Runtime
from yutang.people.activation import service as activation

from . import repository
from .checking import find_fault
from .events import (
    OrderCancelled,
    OrderCompleted,
    OrderEvent,
    OrderPaid,
    OrderPlaced,
    OrderRefunded,
    OrderShipped,
)
from .merging import BITS, Known, take_in
from .schemas import OrderItem, OrderNews, RefundNews, Status, Taken

Key = tuple[str, str]
ROUNDS: Final = 5
"""So often others may write the same new orders at the same moment."""
SKUS: Final = 50
_EVENTS: Final[dict[Status, type[OrderEvent]]] = {
    "placed": OrderPlaced,
    "paid": OrderPaid,
    "shipped": OrderShipped,
    "completed": OrderCompleted,
    "cancelled": OrderCancelled,
}


async def take(
    runtime: Runtime,
    session: AsyncSession,
    corp_id: int,
    news: Sequence[OrderNews],
    customers: Sequence[int | None],
    *,
    actor: str,
    source: str,
) -> list[Taken]:
    """Write orders, their items, refunds and events; what came of each, in the same order.

    `customers` are the buyers, None where nobody knows: such an order stands, and its events are
    written when its buyer is known. News may come in any order and more than once: the order and
    its events end the same. Needs the owner's session. `source` says what brought the news.
    """
    now = runtime.clock()
    found: list[Taken | None] = [
        Taken(None, "refused", fault) if (fault := find_fault(one, now)) else None for one in news
    ]
    waiting = [place for place, taken in enumerate(found) if taken is None]
    for _ in range(ROUNDS):
        if not waiting:
            break
        round_ = _Round(session, corp_id, actor, source)
        waiting = await round_.run(news, customers, waiting, found)
    taken = [
        one or Taken(None, "refused", "others write the same order: send it again") for one in found
    ]
    await _conclude(session, corp_id, news, taken, (actor, source), now)
    return taken


async def foresee(
    runtime: Runtime,
    session: AsyncSession,
    corp_id: int,
    news: Sequence[OrderNews],
    customers: Sequence[int | None],
) -> list[Taken]:
    """What `take` would say now. Writes nothing."""
    now = runtime.clock()
    faults = [find_fault(one, now) for one in news]
    places = [place for place, fault in enumerate(faults) if fault is None]
    round_ = _Round(session, corp_id, "", "")
    outcomes = await round_.foresee(news, customers, places)
    return [
        outcomes[place] if fault is None else Taken(None, "refused", fault)
        for place, fault in enumerate(faults)
    ]


async def _conclude(
    session: AsyncSession,
    corp_id: int,
    news: Sequence[OrderNews],
    taken: Sequence[Taken],
    by: tuple[str, str],
    now: datetime,
) -> None:
    told = sorted({one.source for one, what in zip(news, taken, strict=True) if what.order_id})
    if not told:
        return
    counts: dict[str, int] = {}
    for what in taken:
        counts[what.change] = counts.get(what.change, 0) + 1
    if counts.keys() - {"same", "refused"}:
        await audit.record(
            session,
            corp_id,
            actor=by[0],
            action="orders.taken",
            target=f"orders:{told[0]}",
            after={"through": by[1], "sources": told, **counts},
        )
    asked = {"corp_id": corp_id, "sources": told, "now": now}
    if (await session.execute(repository.NOTE_SOURCES, asked)).all():
        await activation.note_source(session, corp_id, now, activation.ORDERS)


class _Round:
    """Reads what is known, merges, writes; what somebody else just made waits for the next."""

    def __init__(self, session: AsyncSession, corp_id: int, actor: str, source: str) -> None:
        self.session = session
        self.corp_id = corp_id
        self.actor = actor
        self.source = source

    async def run(
        self,
        news: Sequence[OrderNews],
        customers: Sequence[int | None],
        places: Sequence[int],
        found: list[Taken | None],
    ) -> list[int]:
        """Take the news at `places`; returns those that have to be taken again."""
        keys = sorted({(news[place].source, news[place].number) for place in places})
        known = await self._read(keys)
        outcomes = {}
        for place in places:
            one = known[news[place].source, news[place].number]
            outcomes[place] = take_in(one, news[place], customers[place])
        touched = [one for one in known.values() if one.touched]
        await self._credit(touched)
        written = await self._write(touched)
        await self._log(written)
        again = []
        for place, (change, reason) in outcomes.items():
            one = known[news[place].source, news[place].number]
            if one.touched and one.id is None:
                again.append(place)
            else:
                found[place] = Taken(one.id, change, reason)
        return again

    async def foresee(
        self, news: Sequence[OrderNews], customers: Sequence[int | None], places: Sequence[int]
    ) -> dict[int, Taken]:
        """What would come of the news at `places`."""
        known = await self._read(sorted({(news[p].source, news[p].number) for p in places}))
        found = {}
        for place in places:
            one = known[news[place].source, news[place].number]
            change, reason = take_in(one, news[place], customers[place])
            found[place] = Taken(one.id, change, reason)
        return found

    async def _read(self, keys: Sequence[Key]) -> dict[Key, Known]:
        rows = await self.session.execute(
            repository.READ,
            {
                "corp_id": self.corp_id,
                "sources": [source for source, _ in keys],
                "numbers": [number for _, number in keys],
            },
        )
        known = {key: Known(*key) for key in keys}
        by_id = {row.id: _known(row) for row in rows}
        if by_id:
            asked = {"corp_id": self.corp_id, "ids": list(by_id)}
            for row in await self.session.execute(repository.READ_REFUNDS, asked):
                one = by_id[row.order_id]
                one.refunds[row.number] = RefundNews(row.number, row.amount_fen, row.at)
                if row.logged:
                    one.logged_refunds.add(row.number)
        known.update({(one.source, one.number): one for one in by_id.values()})
        return known

    async def _credit(self, orders: Sequence[Known]) -> None:
        """Who is credited: whom the order names, else who has the buyer, else who brought him."""
        await self._find_stores(orders)
        accounts = {one.staff_account for one in orders if one.staff_account is not None}
        members: dict[str, int] = {}
        if accounts:
            asked = {"corp_id": self.corp_id, "accounts": sorted(accounts)}
            rows = await self.session.execute(repository.MEMBERS, asked)
            members = {row.account: row.id for row in rows}
        open_ones = []
        for one in orders:
            if one.staff_account is not None:
                one.staff_id = members.get(one.staff_account)
                one.credit = "named" if one.staff_id is not None else "unknown"
            elif one.customer_id is None:
                one.staff_id = one.credit = None
            elif one.credit not in ("holder", "first") or one.credit_of != one.customer_id:
                open_ones.append(one)
        if not open_ones:
            return
        rows = await self.session.execute(
            repository.HOLDERS,
            {
                "corp_id": self.corp_id,
                "customers": [one.customer_id for one in open_ones],
                "moments": [one.moments["placed"] for one in open_ones],
            },
        )
        for row in rows:
            open_ones[row.place - 1].staff_id = row.staff_id
            open_ones[row.place - 1].credit = row.credit

    async def _find_stores(self, orders: Sequence[Known]) -> None:
        numbers = {one.store_number for one in orders if one.store_number is not None}
        if not numbers:
            return
        asked = {"corp_id": self.corp_id, "numbers": sorted(numbers)}
        stores = {
            row.number: row.id for row in await self.session.execute(repository.STORES, asked)
        }
        for one in orders:
            one.store_id = stores.get(one.store_number or "")

    async def _write(self, orders: Sequence[Known]) -> list[Known]:
        """Write rows, items and refunds; returns those that could be written."""
        new = {(one.source, one.number): one for one in orders if one.id is None}
        old = [one for one in orders if one.id is not None]
        if new:
            made = await self._send(repository.INSERT, [_row(one) for one in new.values()])
            for row in made.all():
                new[row.source, row.number].id = row.id
        if old:
            await self._send(repository.UPDATE, [{"id": one.id, **_row(one)} for one in old])
        written = [one for one in orders if one.id is not None]
        await self._write_items([one for one in written if one.items is not None], new)
        refunds = [
            {"order_id": one.id, "logged": one.customer_id is not None, **_refund(one.refunds[n])}
            for one in written
            for n in sorted(one.new_refunds | {r.number for r in one.due_refunds()})
        ]
        if refunds:
            await self._send(repository.WRITE_REFUNDS, refunds)
        return written

    async def _write_items(self, orders: Sequence[Known], new: dict[Key, Known]) -> None:
        if not orders:
            return
        replaced = [one.id for one in orders if (one.source, one.number) not in new]
        if replaced:
            await self.session.execute(
                repository.DROP_ITEMS, {"corp_id": self.corp_id, "ids": replaced}
            )
        rows = [
            {"order_id": one.id, "place": place, **_item(item)}
            for one in orders
            for place, item in enumerate(one.items or ())
        ]
        await self._send(repository.WRITE_ITEMS, rows)

    async def _send(self, statement: TextClause, rows: list[dict[str, Any]]) -> Result[Any]:
        asked = {"corp_id": self.corp_id, "rows": json.dumps(rows)}
        return await self.session.execute(statement, asked)

    async def _log(self, orders: Sequence[Known]) -> None:
        """Each transition once, and the newest sign of life of who ordered."""
        skus = await self._skus([one for one in orders if one.due()])
        events: list[NewEvent] = []
        signs: list[tuple[int, datetime]] = []
        for one in orders:
            if one.customer_id is None or one.id is None:
                continue
            for status in one.due():
                event = _EVENTS[status](
                    order_id=one.id,
                    shop=one.source,
                    amount_fen=one.amount_fen,
                    skus=skus.get(one.id, []),
                )
                events.append(self._event(one, one.moments[status], event))
                if status in ("placed", "paid"):
                    signs.append((one.customer_id, one.moments[status]))
            for refund in one.due_refunds():
                told = OrderRefunded(order_id=one.id, shop=one.source, amount_fen=refund.amount_fen)
                events.append(self._event(one, refund.at, told))
        await append(self.session, self.corp_id, events)
        await activation.saw_signs(self.session, self.corp_id, signs)

    async def _skus(self, orders: Sequence[Known]) -> dict[int, list[str]]:
        found = {
            one.id: list(dict.fromkeys(item.sku for item in one.items))[:SKUS]
            for one in orders
            if one.id is not None and one.items is not None
        }
        unread = [one.id for one in orders if one.items is None]
        if unread:
            asked = {"corp_id": self.corp_id, "ids": unread, "most": SKUS}
            rows = await self.session.execute(repository.SKUS, asked)
            found |= {row.order_id: list(dict.fromkeys(row.skus)) for row in rows}
        return found

    def _event(self, one: Known, at: datetime, event: OrderEvent | OrderRefunded) -> NewEvent:
        return NewEvent(
            customer_id=one.customer_id, at=at, actor=self.actor, source=self.source, event=event
        )


def _known(row: Any) -> Known:
    moments: dict[Status, datetime | None] = {
        "placed": row.placed_at,
        "paid": row.paid_at,
        "shipped": row.shipped_at,
        "completed": row.completed_at,
        "cancelled": row.cancelled_at,
    }
    return Known(
        row.source,
        row.number,
        id=row.id,
        customer_id=row.customer_id,
        status=row.status,
        moments={status: at for status, at in moments.items() if at is not None},
        amount_fen=row.amount_fen,
        discount_fen=row.discount_fen,
        freight_fen=row.freight_fen,
        store_number=row.store_number,
        staff_account=row.staff_account,
        channel=row.channel,
        told_at=row.told_at,
        said=row.said,
        logged=row.logged,
        erased=row.erased,
        store_id=row.store_id,
        staff_id=row.staff_id,
        credit=row.credit,
        credit_of=row.customer_id,
    )


def _row(one: Known) -> dict[str, Any]:
    logged = one.logged
    for status in one.due():
        logged |= BITS[status]
    moments = {
        f"{status}_at": at.isoformat() if (at := one.moments.get(status)) is not None else None
        for status in BITS
    }
    return {
        "source": one.source,
        "number": one.number,
        "customer_id": one.customer_id,
        "status": one.status,
        **moments,
        "bought_at": one.bought_at.isoformat() if one.bought_at is not None else None,
        "amount_fen": one.amount_fen,
        "discount_fen": one.discount_fen,
        "freight_fen": one.freight_fen,
        "refunded_fen": one.refunded_fen,
        "store_number": one.store_number,
        "store_id": one.store_id,
        "staff_account": one.staff_account,
        "staff_id": one.staff_id,
        "credit": one.credit,
        "channel": one.channel,
        "told_at": one.told_at.isoformat(),
        "said": one.said,
        "logged": logged,
    }


def _refund(refund: RefundNews) -> dict[str, Any]:
    return {
        "number": refund.number,
        "amount_fen": refund.amount_fen,
        "at": refund.at.isoformat(),
    }


def _item(item: OrderItem) -> dict[str, Any]:
    return {
        "sku": item.sku,
        "name": item.name,
        "category": item.category,
        "quantity": item.quantity,
        "price_fen": item.price_fen,
    }
