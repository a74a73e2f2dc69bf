"""Rows of the store are what PostgreSQL holds; every table that they are made of leaves marks."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import text

from tests.yutang.world import World
from yutang.people.audience import marks
from yutang.people.audience.engine import Engine

NOW = datetime.now(UTC).replace(microsecond=123_456)


async def write(world: World, sql: str, **asked: Any) -> None:
    """Change what is true."""
    async with world.runtime.database.owner() as session:
        await session.execute(text(sql), {"c": world.corp_id, "now": NOW, **asked})


async def person(engine: Engine, corp_id: int, customer_id: int) -> dict[str, Any] | None:
    """As the store holds him."""
    rows = await engine.store.rows(
        "select * from people final where corp_id = {c:UInt32} and id = {id:UInt32}",
        {"c": corp_id, "id": customer_id},
    )
    return rows[0] if rows else None


async def furnish(world: World) -> None:
    """One person with everything, another with nothing."""
    await write(
        world,
        "insert into customers (corp_id, id, state, name, name_sort, grams, gender, platform,"
        " company, first_added_at, first_added_staff_id, first_added_way, first_added_channel,"
        " consented_at, marketing_refused_at, stage, stage_changed_at, last_active_at,"
        " silent_since, birthday, created_at) values"
        " (:c, 1, 'friend', '林', 'lin', '{}', 2, 'wecom', '甲\"乙\\', :now, 7, 1, 'shop', :now,"
        " :now, 'deal', :now, :now, :now, '1931-02-28', :now),"
        " (:c, 2, 'visitor', '', '', '{}', 0, 'wechat', '', null, null, null, null, null, null,"
        " null, null, null, null, null, :now)",
    )
    await write(
        world,
        "insert into follows (corp_id, customer_id, staff_id, state, changed_at, added_at,"
        " add_way, channel) values (:c, 1, 8, 'deleted_by_staff', :now, :now, null, null),"
        " (:c, 1, 7, 'friend', :now, :now, 1, 'shop')",
    )
    await write(
        world,
        "insert into follow_tags (corp_id, customer_id, staff_id, tag_id, added_by) values"
        " (:c, 1, 7, 30, 'wecom'), (:c, 1, 7, 10, 'wecom'), (:c, 1, 8, 99, 'wecom')",
    )
    await write(
        world,
        "insert into customer_tags (corp_id, customer_id, tag_id, added_by) values"
        " (:c, 1, 10, 'user:1'), (:c, 1, 20, 'user:1')",
    )
    for number, kind, sensitive in (
        (1, "text", False), (2, "number", False), (3, "date", False), (4, "several_of", False),
        (5, "long_text", False), (6, "text", True),
    ):  # fmt: skip
        await write(
            world,
            "insert into fields (corp_id, id, name, kind, is_sensitive, seen_by, edited_by,"
            " created_by) overriding system value values (:c, :id, :name, :kind, :hidden,"
            " '{}', '{}', 'user:1')",
            id=number, name=f"f{number}", kind=kind, hidden=sensitive,
        )  # fmt: skip
    await write(
        world,
        "insert into field_values (corp_id, customer_id, field_id, word, number, day, choices,"
        " prose, changed_by, source, changed_at) values"
        " (:c, 1, 1, '上海', null, null, null, null, 'u', 'hand', :now),"
        " (:c, 1, 2, null, -5000000000, null, null, null, 'u', 'hand', :now),"
        " (:c, 1, 3, null, null, '2024-02-29', null, null, 'u', 'hand', :now),"
        " (:c, 1, 4, null, null, null, '{b,a}', null, 'u', 'hand', :now),"
        " (:c, 1, 5, null, null, null, null, '很长', 'u', 'hand', :now),"
        " (:c, 1, 6, '秘密', null, null, null, null, 'u', 'hand', :now)",
    )
    await write(
        world,
        "insert into group_members (corp_id, group_id, member, customer_id, joined_at, left_at,"
        " left_how) values (:c, 5, 'wm1', 1, :before, :now, 'left'), (:c, 5, 'wm1', 1, :now,"
        " null, null)",
        before=NOW - timedelta(days=1),
    )
    await write(
        world,
        "insert into activations (corp_id, customer_id, staff_id, source, messages, as_of) values"
        " (:c, 1, 7, 'links', 3, :now), (:c, 1, 8, 'archive', 12, :now)",
    )
    await write(
        world,
        "insert into losses (corp_id, customer_id, history_id, staff_id, ending, at, person)"
        " values (:c, 1, 1, 8, 'deleted_by_staff', :now, false)",
    )


async def test_a_row_of_somebody_with_everything(world: World, audience: Engine) -> None:
    await furnish(world)
    assert await audience.catch_up() > 0
    found = await person(audience, world.corp_id, 1)
    assert found is not None
    assert found.pop("ver") > 0
    assert found == {
        "corp_id": world.corp_id, "id": 1, "gone": 0, "state": "friend", "stage": "deal",
        "stage_changed_at": NOW, "gender": 2, "platform": "wecom", "company": '甲"乙\\',
        "first_added_at": NOW, "first_added_staff": 7, "first_added_way": 1,
        "first_added_channel": "shop", "last_active_at": NOW, "silent_since": NOW,
        "birthday": date(1931, 2, 28), "refused_at": NOW, "consented_at": NOW, "created_at": NOW,
        "messages": 12, "tags": [10, 20, 30], "rel_staff": [7, 8],
        "rel_state": ["friend", "deleted_by_staff"], "rel_added": [NOW, NOW],
        "rel_changed": [NOW, NOW], "rel_way": [1, -1], "rel_channel": ["shop", ""],
        "grp_id": [5, 5], "grp_joined": [NOW - timedelta(days=1), NOW], "grp_left": [NOW, None],
        "loss_at": [NOW], "loss_by": ["staff"], "loss_person": [0],
        "f_word": {1: "上海"}, "f_number": {2: -5_000_000_000}, "f_day": {3: date(2024, 2, 29)},
        "f_choices": {4: ["b", "a"]}, "f_prose": [5],
    }  # fmt: skip
    nobody = await person(audience, world.corp_id, 2)
    assert nobody is not None
    assert (nobody["stage"], nobody["first_added_way"], nobody["messages"]) == ("", -1, None)
    assert (nobody["tags"], nobody["rel_staff"], nobody["f_word"]) == ([], [], {})

    # A sensitive field counts only while its consent stands.
    await write(
        world,
        "insert into consents (corp_id, customer_id, purpose, given_at, source, recorded_by)"
        " values (:c, 1, 'sensitive', :now, 'form', 'user:1')",
    )
    await audience.catch_up()
    found = await person(audience, world.corp_id, 1)
    assert found is not None
    assert found["f_word"] == {1: "上海", 6: "秘密"}


async def seen(engine: Engine, corp_id: int) -> dict[str, Any]:
    """What of person 1 the statements below change."""
    found = await person(engine, corp_id, 1)
    assert found is not None
    return {name: value for name, value in found.items() if name not in {"ver", "gone"}}


async def test_each_table_leaves_marks(world: World, audience: Engine) -> None:
    await furnish(world)
    await audience.catch_up()
    now = await seen(audience, world.corp_id)
    changes: list[tuple[str, dict[str, Any]]] = [
        ("update customers set gender = 1, name = '林二' where corp_id = :c and id = 1",
         {"gender": 1}),
        ("update follows set state = 'deleted_by_customer' where corp_id = :c and staff_id = 7",
         {"rel_state": ["deleted_by_customer", "deleted_by_staff"], "tags": [10, 20]}),
        ("update follows set state = 'half' where corp_id = :c and staff_id = 8",
         {"rel_state": ["deleted_by_customer", "half"], "tags": [10, 20, 99]}),
        ("delete from follow_tags where corp_id = :c and tag_id = 99", {"tags": [10, 20]}),
        (("insert into customer_tags (corp_id, customer_id, tag_id, added_by)"
          " values (:c, 1, 40, 'user:1')"), {"tags": [10, 20, 40]}),
        ("update customer_tags set tag_id = 41 where corp_id = :c and tag_id = 40",
         {"tags": [10, 20, 41]}),
        ("update field_values set word = '杭州' where corp_id = :c and field_id = 1",
         {"f_word": {1: "杭州"}}),
        ("delete from field_values where corp_id = :c and field_id = 5", {"f_prose": []}),
        (("update group_members set left_at = :now, left_how = 'left' where corp_id = :c"
          " and left_at is null"), {"grp_left": [NOW, NOW]}),
        ("update activations set messages = 20 where corp_id = :c and staff_id = 7",
         {"messages": 20}),
        ("delete from activations where corp_id = :c", {"messages": None}),
        ("update losses set person = true where corp_id = :c", {"loss_person": [1]}),
        ("delete from losses where corp_id = :c",
         {"loss_at": [], "loss_by": [], "loss_person": []}),
        ("delete from follows where corp_id = :c",
         {"rel_staff": [], "rel_state": [], "rel_added": [], "rel_changed": [], "rel_way": [],
          "rel_channel": []}),
    ]  # fmt: skip
    for statement, change in changes:
        await write(world, statement)
        await audience.feed.take_marks(marks.FEW)
        now |= change
        assert await seen(audience, world.corp_id) == now, statement
    # What the engine does not hold leaves no mark.
    await write(world, "update customers set name = '林三', grams = '{林}' where corp_id = :c")
    await write(world, "update customer_tags set why = 'x' where corp_id = :c")
    assert await audience.feed.take_marks(marks.FEW) == 0
    await write(world, "delete from customers where corp_id = :c and id = 2")
    await audience.feed.take_marks(marks.FEW)
    assert await person(audience, world.corp_id, 2) is None
    assert list(await audience.universe(world.corp_id)) == [1]


async def test_orders_and_their_goods(world: World, audience: Engine) -> None:
    await furnish(world)
    await write(
        world,
        "insert into orders (corp_id, id, source, number, customer_id, status, placed_at, paid_at,"
        " bought_at, amount_fen, refunded_fen, store_id, staff_id, channel, told_at)"
        " overriding system value values"
        " (:c, 9, 'shop', 'A', 1, 'paid', :now, :now, :now, 5000, 100, 3, 7, 'web', :now),"
        " (:c, 10, 'shop', 'B', null, 'placed', :now, null, null, 1, 0, null, null, null, :now)",
    )
    await write(
        world,
        "insert into order_items (corp_id, order_id, place, sku, name, category, quantity,"
        " price_fen) values (:c, 9, 2, 'cup', '', '', 1, 1), (:c, 9, 1, 'tea', '', '茶', 2, 1)",
    )
    await audience.catch_up()
    told = "select * except (corp_id, ver, gone) from orders final order by id"
    row = {
        "id": 9, "customer_id": 1, "status": "paid", "source": "shop", "placed_at": NOW,
        "paid_at": NOW, "bought_at": NOW, "amount_fen": 5000, "refunded_fen": 100, "store_id": 3,
        "staff_id": 7, "channel": "web", "skus": ["tea", "cup"], "categories": ["茶", ""],
        "quantities": [2, 1],
    }  # fmt: skip
    assert await audience.store.rows(told) == [row]
    await write(world, "update order_items set quantity = 5 where corp_id = :c and sku = 'cup'")
    await write(world, "update orders set customer_id = 2 where corp_id = :c and id = 10")
    await audience.catch_up()
    both = await audience.store.rows(told)
    assert (both[0]["quantities"], both[1]["customer_id"], both[1]["paid_at"]) == ([2, 5], 2, None)
    await write(world, "update orders set customer_id = null where corp_id = :c and id = 10")
    await audience.catch_up()
    assert [one["id"] for one in await audience.store.rows(told)] == [9]
