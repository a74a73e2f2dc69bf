"""Whatever order news of orders come in, in whatever batches and however often, all ends alike."""

import asyncio
import os
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from tests.yutang.people.orders.stage import CUP, TEA, add_customers, back, news
from tests.yutang.world import World
from yutang.kernel.db import Database
from yutang.people.orders import service as orders
from yutang.people.orders.schemas import OrderNews, RefundNews, Status

Told = tuple[OrderNews, int | None]
LIFE: tuple[Status, ...] = ("placed", "paid", "shipped", "completed")
STORED = text(
    """
    select number, customer_id, status, placed_at, paid_at, shipped_at, completed_at, cancelled_at,
           bought_at, amount_fen, discount_fen, freight_fen, refunded_fen, store_number,
           staff_account, channel, credit, told_at,
           (select json_agg(json_build_array(sku, quantity, price_fen) order by place)
            from order_items i where i.corp_id = o.corp_id and i.order_id = o.id) as items,
           (select json_agg(json_build_array(number, amount_fen, at) order by number)
            from order_refunds r where r.corp_id = o.corp_id and r.order_id = o.id) as refunds
    from orders o where corp_id = :corp_id order by number
    """
)
LOGGED = text(
    """
    select o.number, e.customer_id, e.kind, e.at, e.props ->> 'amount_fen' as fen,
           e.props ->> 'skus' as skus
    from events e join orders o on o.corp_id = e.corp_id
      and o.id = cast(e.props ->> 'order_id' as bigint)
    where e.corp_id = :corp_id and e.kind like 'order.%' order by 1, 3, 4, 5
    """
)


@st.composite
def lives(draw: st.DrawFn) -> list[Told]:
    """The news of a few orders: one for each status, refunds, and what can never be."""
    found: list[Told] = []
    for number in range(draw(st.integers(1, 3))):
        begun = draw(st.integers(10, 400))
        amount = draw(st.integers(1_000, 50_000))
        customer = draw(st.sampled_from([None, 1, 2]))
        base = news(
            f"no{number}",
            "placed",
            begun,
            amount_fen=amount,
            discount_fen=draw(st.integers(0, 500)),
            items=draw(st.sampled_from([(TEA,), (TEA, CUP), ()])),
            paid_at=None,
        )
        steps = list(LIFE[: draw(st.integers(1, 4))])
        if draw(st.booleans()):
            steps.append("cancelled")
        left = amount
        for hours, status in enumerate(steps):
            at = base.placed_at + timedelta(hours=hours)
            refunds: tuple[RefundNews, ...] = ()
            if draw(st.booleans()) and left > 1 and status != "placed":
                fen = draw(st.integers(1, left))
                left -= fen
                refunds = (RefundNews(f"r{hours}", fen, at),)
            step = replace(
                base,
                status=status,
                at=at,
                refunds=refunds,
                store_number=draw(st.sampled_from([None, "001", "404"])),
                staff_account=draw(st.sampled_from([None, "Ann", "nobody"])),
                channel_state=draw(st.sampled_from([None, "yt1"])),
            )
            found.append((step, draw(st.sampled_from([None, customer]))))
        found.append((replace(base, refunds=(RefundNews("x", amount + 1, base.at),)), customer))
        found.append((replace(base, at=back(-1)), customer))
    return found


async def _play(database: Database, world: World, told: Sequence[Told], cuts: int) -> Any:
    """Take all in batches of `cuts`, in an empty house; what stands there in the end."""
    async with database.owner() as session:
        for table in ("orders", "order_items", "order_refunds", "events"):
            await session.execute(text(f"delete from {table}"))  # noqa: S608 - as listed
        await session.execute(text("update customers set last_active_at = null"))
    for start in range(0, len(told), cuts):
        part = told[start : start + cuts]
        async with database.owner() as session:
            await orders.take(
                world.runtime,
                session,
                world.corp_id,
                [one for one, _ in part],
                [customer for _, customer in part],
                actor="system",
                source="test",
            )
    async with database.owner() as session:
        asked = {"corp_id": world.corp_id}
        stored = [tuple(row) for row in await session.execute(STORED, asked)]
        logged = [tuple(row) for row in await session.execute(LOGGED, asked)]
        active = await session.execute(
            text("select id, last_active_at from customers where corp_id = :corp_id order by id"),
            asked,
        )
        return stored, logged, [tuple(row) for row in active]


async def test_any_order_and_repetition_of_the_same_news(world: World) -> None:
    async with world.runtime.database.owner() as session:
        await add_customers(session, world.corp_id, 1, 2)
        await session.execute(
            text("insert into staff (corp_id, account, name) values (:c, 'ann', '安')"),
            {"c": world.corp_id},
        )

    async def compare(told: list[Told], mixed: list[Told], cuts: int) -> None:
        database = Database(world.runtime.database.url)
        try:
            straight = await _play(database, world, told, len(told))
            assert await _play(database, world, mixed, cuts) == straight
        finally:
            await database.close()

    @settings(
        max_examples=300 if os.environ.get("YUTANG_PROOF") else 20,
        deadline=None,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(st.data(), lives(), st.integers(1, 7))
    def check(data: st.DataObject, told: list[Told], cuts: int) -> None:
        twice = told + data.draw(st.lists(st.sampled_from(told), max_size=5))
        mixed = data.draw(st.permutations(twice))
        asyncio.run(compare(told, mixed, cuts))

    await asyncio.to_thread(check)
