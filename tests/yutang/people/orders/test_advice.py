"""Advice with its reason: nothing where the basis is thin."""

from datetime import timedelta
from typing import Any

from tests.yutang.people.orders.stage import NOW, add_customers, back, news, rows_of, take
from tests.yutang.world import World
from yutang.people.orders import service as orders
from yutang.people.orders.schemas import OrderItem, OrderNews, RefundNews

TEA = OrderItem("tea", "龙井", "茶", 1, 100)
CUP = OrderItem("cup", "品茗杯", "茶具", 1, 100)
PEN = OrderItem("pen", "钢笔", "文具", 1, 100)


def _day(days: int) -> str:
    """The corp's."""
    return (back(days) + timedelta(hours=8)).date().isoformat()


async def _told(world: World, customer_id: int) -> list[tuple[str, str, dict[str, Any]]]:
    async with world.runtime.database.owner() as session:
        found = await orders.advise(session, world.corp_id, customer_id, NOW)
    return [(one.kind, one.sku, one.numbers) for one in found]


async def test_each_advice_has_its_numbers(world: World) -> None:
    async with world.runtime.database.owner() as session:
        await add_customers(session, world.corp_id, *range(1, 41))
    told: list[OrderNews] = []
    whose: list[int | None] = []

    def sell(customer_id: int, days: float, *items: OrderItem, **more: Any) -> None:
        told.append(news(f"o{len(told)}", days=days, items=items, **more))
        whose.append(customer_id)

    # 12 of 20 who bought tea had a cup with it; 40 others bought something else.
    for customer_id in range(1, 21):
        sell(customer_id, 200, TEA, *((CUP,) if customer_id <= 12 else ()))
        sell(customer_id + 20, 200, PEN)
        sell(customer_id + 20, 201, PEN)
    # 20 came again for tea, 40 days later.
    for customer_id in range(1, 21):
        sell(customer_id, 160, TEA)
    # 21 has a habit of his own: every 30 days, the last 28 days ago.
    for days in (88, 58, 28):
        sell(21, days, TEA)
    sell(22, 37, TEA)
    # What was given back, or cancelled, was not bought.
    sell(23, 37, TEA, amount_fen=100, refunds=(RefundNews("r", 100, back(36)),))
    sell(24, 37, TEA, status="cancelled")
    await take(world, told, whose)
    assert await orders.reckon_goods(world.runtime, world.corp_id) == len(told) - 2
    # Done anew it is the same: nothing is counted twice.
    assert await orders.reckon_goods(world.runtime, world.corp_id) == len(told) - 2
    assert await rows_of(world, "select count(*) from order_counts") == [(0,)]
    goods = "select sku, orders, buyers, gaps, refill_days from order_goods where corp_id = :c"
    assert sorted(await rows_of(world, goods)) == [
        ("cup", 12, 12, 0, None),
        ("pen", 40, 20, 20, 1),
        ("tea", 44, 22, 22, 40),
    ]
    pairs = "select sku, other, together, of from order_pairs where corp_id = :c"
    assert sorted(await rows_of(world, pairs)) == [
        ("cup", "tea", 12, 12),
        ("tea", "cup", 12, 44),
    ]
    goes = ("goes_with", "cup", {"first": "龙井", "together": 12, "of": 44, "share": 27})
    pens = ("again", "pen", {"times": 2, "last": _day(200)})
    assert await _told(world, 21) == [
        ("refill", "tea", {"times": 3, "days": 30, "passed": 28}),
        pens,
        goes,
    ]
    assert (await _told(world, 22))[0] == (
        "refill",
        "tea",
        {"gaps": 22, "days": 40, "passed": 37},
    )
    # Whom 160 days part from his last has given it up; he still buys it often.
    assert [kind for kind, _, _ in await _told(world, 13)] == ["again", "goes_with"]
    assert await _told(world, 40) == [pens]
    async with world.runtime.database.owner() as session:
        first = (await orders.advise(session, world.corp_id, 22, NOW))[0]
    assert first.reason == {
        "zh-CN": "顾客通常每 40 天再买一次（按 22 次再次购买），他距上次已 37 天",
        "en": (
            "People buy it again every 40 days (by 22 repeats); 37 days have passed since his last"
        ),
    }


async def test_no_advice_where_the_basis_is_thin(world: World) -> None:
    async with world.runtime.database.owner() as session:
        await add_customers(session, world.corp_id, 1, 2)
    told = [
        news("a", days=30, items=(TEA, CUP)),
        news("b", "cancelled", days=20, items=(TEA,)),
        news("c", "placed", days=10, items=(TEA,)),
    ]
    await take(world, told, [1, 1, 1])
    await orders.reckon_goods(world.runtime, world.corp_id)
    assert await _told(world, 1) == []
    assert await _told(world, 2) == []
