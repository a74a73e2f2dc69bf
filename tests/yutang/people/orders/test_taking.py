"""What becomes of news of orders: rows, events, credit, refusals, once each."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import text

from tests.yutang.people.losses.stage import add_staff
from tests.yutang.people.orders.stage import (
    CUP,
    NOW,
    TEA,
    add_customers,
    back,
    news,
    rows_of,
    take,
)
from tests.yutang.world import World
from yutang.people.orders import service as orders
from yutang.people.orders.errors import BadOrderError
from yutang.people.orders.schemas import OrderItem, RefundNews

EVENTS = (
    "select kind, at, actor, source, props ->> 'amount_fen', props -> 'skus' from events"
    " where corp_id = :c and kind like 'order.%' order by at, kind"
)


async def _follow(world: World, customer_id: int, staff_id: int, days: float, state: str) -> None:
    await rows_of(
        world,
        "insert into follows (corp_id, customer_id, staff_id, state, changed_at, added_at)"
        " values (:c, :customer, :staff, :state, :at, :at) returning 1",
        customer=customer_id,
        staff=staff_id,
        state=state,
        at=back(days),
    )


async def test_an_orders_life(world: World) -> None:
    async with world.runtime.database.owner() as session:
        await add_customers(session, world.corp_id, 1)
    placed = news("a1", "placed", 5, paid_at=None)
    paid = news("a1", "paid", 4, placed_at=back(5))
    assert [one.change for one in await take(world, [placed], [1])] == ["new"]
    assert [one.change for one in await take(world, [paid, placed, paid], [1, 1, 1])] == [
        "changed",
        "late",
        "same",
    ]
    refund = RefundNews("r1", 5_000, back(3))
    done = replace(paid, status="completed", at=back(2), refunds=(refund, refund))
    again = await take(world, [done, done], [1, 1])
    assert [one.change for one in again] == ["changed", "same"]
    assert await rows_of(
        world,
        "select status, placed_at, paid_at, completed_at, amount_fen, refunded_fen, bought_at"
        " from orders where corp_id = :c",
    ) == [("completed", back(5), back(4), back(2), 20_000, 5_000, back(4))]
    told = await rows_of(world, EVENTS)
    assert [(kind, at, fen) for kind, at, _, _, fen, _ in told] == [
        ("order.placed", back(5), "20000"),
        ("order.paid", back(4), "20000"),
        ("order.refunded", back(3), "5000"),
        ("order.completed", back(2), "20000"),
    ]
    assert {(actor, source) for _, _, actor, source, _, _ in told} == {("system", "test")}
    assert told[0][5] == ["tea", "cup"]
    assert await rows_of(world, "select last_active_at from customers where corp_id = :c") == [
        (back(4),)
    ]
    assert await rows_of(world, "select source from order_sources where corp_id = :c") == [
        ("shop",)
    ]
    audits = "select after from audit_entries where corp_id = :c and action = 'orders.taken'"
    assert [one["sources"] for (one,) in await rows_of(world, audits)] == [["shop"]] * 3


async def test_a_buyer_who_is_known_later_has_the_whole_life(world: World) -> None:
    async with world.runtime.database.owner() as session:
        await add_customers(session, world.corp_id, 1)
    first = news("b1", "paid", 5, refunds=(RefundNews("r", 100, back(4)),))
    await take(world, [first])
    assert await rows_of(world, EVENTS) == []
    assert (await take(world, [first], [1]))[0].change == "late"
    told = await rows_of(world, EVENTS)
    assert [kind for kind, *_ in told] == ["order.paid", "order.placed", "order.refunded"]
    await take(world, [first], [1])
    assert await rows_of(world, EVENTS) == told


async def test_who_is_credited(world: World) -> None:
    """The order's own word, else the friend who added him, else who did it first; none before."""
    async with world.runtime.database.owner() as session:
        await add_customers(session, world.corp_id, 1, 2, 3, 4)
        ann, bob = await add_staff(session, world.corp_id, "ann", "bob")
        await session.execute(
            text(
                "insert into credits (corp_id, customer_id, first_at, first_staff_id, last_at,"
                " last_staff_id) select :c, id, :at, :bob, :at, :bob from unnest(array[1, 3]) id"
            ),
            {"c": world.corp_id, "at": back(20), "bob": bob},
        )
        await session.execute(
            text(
                "insert into stores (corp_id, number, name, created_by) values (:c, '7', '店', 't')"
            ),
            {"c": world.corp_id},
        )
    # Of two who have him, the one who brought him; who only lost him is no friend.
    await _follow(world, 1, ann, 30, "friend")
    await _follow(world, 1, bob, 20, "friend")
    await _follow(world, 2, ann, 10, "friend")
    await _follow(world, 3, bob, 20, "deleted_by_customer")
    told = [
        news("c1", staff_account="ANN", store_number="7"),
        news("c2"),
        news("c3"),
        news("c4"),
        news("c5", days=15),
        news("c6", staff_account="ghost", store_number="404"),
    ]
    await take(world, told, [1, 1, 2, 3, 2, 1])
    found = await rows_of(
        world,
        "select number, staff_id, credit, store_number, store_id is not null from orders"
        " where corp_id = :c order by number",
    )
    assert found == [
        ("c1", ann, "named", "7", True),
        ("c2", bob, "holder", None, False),
        ("c3", ann, "holder", None, False),
        ("c4", bob, "first", None, False),
        ("c5", None, None, None, False),
        ("c6", None, "unknown", "404", False),
    ]
    # Both are entered later: the night finds them.
    async with world.runtime.database.owner() as session:
        (ghost,) = await add_staff(session, world.corp_id, "ghost")
        await session.execute(
            text(
                "insert into stores (corp_id, number, name, created_by)"
                " values (:c, '404', '新店', 't')"
            ),
            {"c": world.corp_id},
        )
    await orders.find_later(world.runtime, world.corp_id)
    late = "select staff_id, credit, store_id is not null from orders where number = 'c6'"
    assert await rows_of(world, late + " and corp_id = :c") == [(ghost, "named", True)]


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"amount_fen": -1}, "amount_fen -1"),
        ({"amount_fen": 10**12 + 1}, "amount_fen"),
        ({"number": " "}, "number: is empty"),
        ({"number": "x" * 101}, "101 characters"),
        ({"number": "a\x00b"}, "no text"),
        ({"source": "s" * 41}, "source"),
        ({"status": "sold"}, "placed, paid"),
        ({"currency": "USD"}, "CNY"),
        ({"at": NOW + timedelta(days=26_000)}, "lies ahead of now"),
        ({"paid_at": NOW + timedelta(hours=8)}, "time zone"),
        ({"at": datetime(1970, 1, 1, tzinfo=UTC)}, "before 1990"),
        ({"placed_at": NOW.replace(tzinfo=None)}, "time zone"),
        ({"items": (OrderItem("", "x"),)}, "sku: is empty"),
        ({"items": (OrderItem("x", "x", quantity=0),)}, "quantity 0"),
        ({"items": (TEA,) * 501}, "at most 500"),
        ({"refunds": (RefundNews("r", 0, NOW),)}, "more than 0"),
        ({"refunds": (RefundNews("r", 20_001, back(1)),)}, "more than its 200.00"),
    ],
)
def test_what_cannot_be_is_refused_with_words(wrong: dict[str, Any], words: str) -> None:
    from yutang.people.orders.checking import find_fault  # noqa: PLC0415

    told = replace(news("d1"), **wrong)
    assert words in (find_fault(told, NOW) or "")


async def test_refused_news_change_nothing_and_the_others_are_taken(world: World) -> None:
    good = news("e1", refunds=(RefundNews("r1", 15_000, back(0.5)),))
    bad = news("e2", amount_fen=-5)
    taken = await take(world, [good, bad])
    assert [one.change for one in taken] == ["new", "refused"]
    over = replace(good, at=back(0.2), refunds=(RefundNews("r2", 5_001, back(0.2)),))
    refused = (await take(world, [over]))[0]
    assert (refused.change, refused.order_id) == ("refused", taken[0].order_id)
    assert "200.01 yuan, more than its 200.00" in (refused.reason or "")
    assert await rows_of(
        world, "select number, refunded_fen, told_at from orders where corp_id = :c"
    ) == [("e1", 15_000, back(1))]
    assert await rows_of(world, "select number from order_refunds where corp_id = :c") == [("r1",)]
    # SQL and script in names are names.
    evil = news("'; drop table orders; --", items=(OrderItem("<script>", "<b>x</b>"), CUP))
    assert (await take(world, [evil]))[0].change == "new"
    assert await rows_of(
        world, "select sku from order_items where corp_id = :c and sku like '<%'"
    ) == [("<script>",)]


async def test_two_who_tell_of_the_same_new_orders_at_once(world: World) -> None:
    async with world.runtime.database.owner() as session:
        await add_customers(session, world.corp_id, 1)
    told = [news(f"f{number:03}") for number in range(60)]
    turned = [replace(one, status="shipped", at=back(0.5)) for one in reversed(told)]
    both = await asyncio.gather(
        take(world, told, [1] * len(told)), take(world, turned, [1] * len(told))
    )
    assert not [one for taken in both for one in taken if one.change == "refused"]
    counts = "select status, count(*) from orders where corp_id = :c group by 1"
    assert await rows_of(world, counts) == [("shipped", 60)]
    kinds = (
        "select kind, count(*) from events where corp_id = :c and kind like 'order.%' group by 1"
    )
    assert sorted(await rows_of(world, kinds)) == [
        ("order.paid", 60),
        ("order.placed", 60),
        ("order.shipped", 60),
    ]


def test_events_of_the_collector_become_news() -> None:
    at = back(1)
    told = orders.from_props(
        "官网",
        "order.paid",
        {
            "order_no": 88,
            "amount": "1,234.50",
            "freight": 10,
            "items": [{"sku": "tea", "name": "龙井", "price": 99.9, "quantity": 2}],
            "staff": "ann",
        },
        at,
    )
    assert (told.number, told.amount_fen, told.freight_fen) == ("88", 123_450, 1_000)
    assert told.items == (OrderItem("tea", "龙井", "", 2, 9_990),)
    assert (told.source, told.status, told.placed_at, told.staff_account) == (
        "官网",
        "paid",
        at,
        "ann",
    )
    back_again = orders.from_props(
        "官网",
        "order.refunded",
        {"number": "88", "amount_fen": 123_450, "refund_number": "r", "refund": "0.5"},
        at,
    )
    assert (back_again.status, back_again.refunds) == (None, (RefundNews("r", 50, at),))
    for props, words in (
        ({}, "amount_fen"),
        ({"amount": "1.005", "number": "1"}, "two decimals"),
        ({"amount": True, "number": "1"}, "two decimals"),
        ({"amount": "NaN", "number": "1"}, "two decimals"),
        ({"amount_fen": 1}, "number: is missing"),
        ({"amount_fen": 1, "number": "1", "items": "x"}, "is no list"),
        ({"amount_fen": 1, "number": "1", "placed_at": "morgen"}, "give a time"),
    ):
        with pytest.raises(BadOrderError, match=words):
            orders.from_props("x", "order.paid", props, at)
    with pytest.raises(BadOrderError, match="refund_fen"):
        orders.from_props("x", "order.refunded", {"amount_fen": 1, "number": "1"}, at)
    with pytest.raises(BadOrderError, match=r"order\.eaten"):
        orders.from_props("x", "order.eaten", {"amount_fen": 1, "number": "1"}, at)


async def test_a_refund_before_its_order(world: World) -> None:
    """Told alone it makes the order; what the order itself says comes over it."""
    refund = replace(news("g1"), status=None, refunds=(RefundNews("r", 50, back(0.5)),), items=())
    assert (await take(world, [replace(refund, at=back(0.5))]))[0].change == "new"
    assert (await take(world, [news("g1", "shipped", 3)]))[0].change == "changed"
    assert (await take(world, [replace(refund, at=back(0.5))]))[0].change == "same"
    assert await rows_of(
        world, "select status, refunded_fen, told_at from orders where corp_id = :c"
    ) == [("shipped", 50, back(3))]
