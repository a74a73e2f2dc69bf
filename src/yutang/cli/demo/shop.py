"""What the demo company's customers bought: the same for the same seed."""

import asyncio
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import text

from yutang.bootstrap import build_runtime
from yutang.kernel.jobs import enqueue
from yutang.kernel.runtime import Runtime
from yutang.kernel.settings import Settings
from yutang.people.audience import service as audience
from yutang.people.corps import service as corps
from yutang.people.orders import service as orders
from yutang.people.orders.jobs import ReckonGoods
from yutang.people.orders.schemas import OrderItem, OrderNews, RefundNews, Status
from yutang.people.rfm import service as rfm

from .company import CUSTOMERS, SEED

BUYERS: Final = 0.45
"""So many of the customers ever bought."""
WAIT_SECONDS: Final = 120.0
AT_ONCE: Final = 500
_FRIENDS = text(
    "select c.id from customers c where c.corp_id = :corp_id and c.state = 'friend' order by c.id"
)


@dataclass(frozen=True, slots=True)
class _Good:
    item: OrderItem
    every: int
    """Days after which it is used up; 0: bought now and then."""
    beside: OrderItem | None = None


_WIPES = OrderItem("QH-2101", "婴儿手口湿巾 80 抽×5", "洗护", 1, 3_990)
_GOODS: Final = (
    _Good(OrderItem("QH-1001", "婴儿奶粉 1 段 800 克", "奶粉", 1, 26_800), 18),
    _Good(OrderItem("QH-1003", "幼儿奶粉 3 段 800 克", "奶粉", 1, 23_800), 24),
    _Good(OrderItem("QH-2001", "纸尿裤 M 码 64 片", "纸尿裤", 1, 12_900), 21, _WIPES),
    _Good(OrderItem("QH-2003", "拉拉裤 XL 码 42 片", "纸尿裤", 1, 11_900), 21, _WIPES),
    _Good(OrderItem("QH-3001", "高铁米粉 225 克", "辅食", 1, 5_800), 30),
    _Good(OrderItem("QH-4001", "连体衣 两件装", "童装", 1, 15_900), 0),
    _Good(OrderItem("QH-5001", "宽口奶瓶 240 毫升", "喂养", 1, 8_900), 0),
)


def orders_of(customer_id: int, now: datetime, seed: int = SEED) -> Iterator[OrderNews]:
    """What one of them bought in the last half year, with what became of it."""
    chance = random.Random(f"{seed}:{customer_id}")  # noqa: S311 - a demo, not a secret
    if chance.random() > BUYERS:
        return
    for place, good in enumerate(chance.sample(_GOODS, k=chance.choice((1, 1, 2)))):
        days = chance.uniform(2, 175)
        for turn in range(chance.randint(2, 7) if good.every else 1):
            if days < 0:
                break
            yield _order(
                f"{customer_id:05d}{place}{turn}", good, now - timedelta(days=days), chance
            )
            days -= max(5.0, chance.gauss(good.every, good.every / 8))


def _order(number: str, good: _Good, at: datetime, chance: random.Random) -> OrderNews:
    items = [good.item]
    if good.beside is not None and chance.random() < 0.6:  # noqa: PLR2004 - most mothers
        items.append(good.beside)
    amount = sum(item.price_fen * item.quantity for item in items)
    discount = chance.choice((0, 0, 0, 500, 1_000))
    fate = chance.random()
    status: Status = "completed"
    if fate < 0.03:  # noqa: PLR2004 - few
        status = "cancelled"
    elif fate < 0.08:  # noqa: PLR2004 - some
        status = "shipped"
    refunds: tuple[RefundNews, ...] = ()
    if status == "completed" and chance.random() < 0.04:  # noqa: PLR2004 - few
        refunds = (RefundNews(f"T{number}", items[-1].price_fen - discount, at),)
    return OrderNews(
        source="青禾商城" if chance.random() < 0.7 else "门店收银",  # noqa: PLR2004 - most
        number=f"QH{at:%y%m%d}{number}",
        status=status,
        at=at,
        placed_at=at,
        paid_at=None if status == "cancelled" else at,
        amount_fen=amount - discount,
        discount_fen=discount,
        items=tuple(items),
        refunds=refunds,
    )


async def sell(settings: Settings, corpid: str) -> int:
    """Give the company its orders when its customers have been read; returns how many."""
    runtime = build_runtime(settings, pool_size=1)
    try:
        async with runtime.database.owner() as session:
            corp_id = await corps.find_corp_id(session, corpid)
        if corp_id is None:
            return 0
        loop = asyncio.get_running_loop()
        until = loop.time() + WAIT_SECONDS
        friends: Sequence[int] = []
        while len(friends) < CUSTOMERS * BUYERS and loop.time() < until:
            await asyncio.sleep(1.0)
            async with runtime.database.owner() as session:
                friends = list(await session.scalars(_FRIENDS, {"corp_id": corp_id}))
        now = runtime.clock()
        told = [(one, who) for who in friends for one in orders_of(who, now)]
        for start in range(0, len(told), AT_ONCE):
            part = told[start : start + AT_ONCE]
            async with runtime.database.owner() as session:
                await orders.take(
                    runtime,
                    session,
                    corp_id,
                    [one for one, _ in part],
                    [who for _, who in part],
                    actor="system",
                    source="demo",
                )
        async with runtime.database.owner() as session:
            await enqueue(session, ReckonGoods(corp_id=corp_id))
        await _until_read(runtime)
        async with runtime.database.owner() as session:
            await rfm.reckon(session, corp_id, "system", runtime.clock())
        return len(told)
    finally:
        await runtime.close()


async def _until_read(runtime: Runtime) -> None:
    """Return when the audience knows the orders: classes are reckoned from what it knows."""
    loop = asyncio.get_running_loop()
    until = loop.time() + WAIT_SECONDS
    while loop.time() < until:
        known = await audience.status(runtime)
        if known.state == "current" and not known.marks:
            return
        await asyncio.sleep(0.5)
