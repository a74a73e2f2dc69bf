"""Bitmaps stay true while people change; questions count whom one sees."""

from typing import Any

from sqlalchemy import text

from tests.yutang.people.audience.test_truth import NOW, write
from tests.yutang.people.orders.stage import add_customers
from tests.yutang.world import World
from yutang.people.audience import service
from yutang.people.audience.engine import Engine

EVERYBODY: dict[str, Any] = {"op": "all", "of": []}


def tag(how: str, *tags: int) -> dict[str, Any]:
    """A leaf."""
    return {"leaf": "tag", "how": how, "tags": list(tags)}


async def people(world: World, *ids: int) -> None:
    """Friends of member 7."""
    async with world.runtime.database.owner() as session:
        await add_customers(session, world.corp_id, *ids)
        await session.execute(
            text(
                "insert into follows (corp_id, customer_id, staff_id, state, changed_at, added_at)"
                " select :c, id, 7, 'friend', :now, :now from unnest(cast(:ids as bigint[])) id"
            ),
            {"c": world.corp_id, "ids": list(ids), "now": NOW},
        )


async def wear(world: World, tag_id: int, *ids: int) -> None:
    """A tag of ours."""
    await write(
        world,
        "insert into customer_tags (corp_id, customer_id, tag_id, added_by)"
        " select :c, id, :tag, 'user:1' from unnest(cast(:ids as bigint[])) id",
        ids=list(ids), tag=tag_id,
    )  # fmt: skip


async def test_kept_bitmaps_follow_what_changes(world: World, audience: Engine) -> None:
    await people(world, *range(1, 101))
    await wear(world, 5, *range(1, 51))
    await wear(world, 6, *range(41, 61))
    await audience.catch_up()
    tree = {
        "op": "all",
        "of": [
            {"op": "any", "of": [tag("any", 5), tag("all", 5, 6)]},
            {"op": "none", "of": [{"leaf": "state", "states": ["lost"]}]},
        ],
    }
    first = await service.count(world.runtime, world.corp_id, tree, None)
    assert (first.total, first.universe, first.stale_since) == (50, 100, None)
    assert first.nodes == {
        "": 50, "0": 50, "0.0": 50, "0.1": 10, "1": 100, "1.0": 0
    }  # fmt: skip
    await write(world, "update customers set state = 'lost' where corp_id = :c and id <= 10")
    await write(world, "delete from customer_tags where corp_id = :c and customer_id = 50")
    await wear(world, 5, 99)
    await audience.catch_up()
    found = await service.ids(world.runtime, world.corp_id, tree)
    assert list(found) == [*range(11, 50), 99]
    assert [len(worn) for worn in (await audience.tags(world.corp_id) or {}).values()] == [50, 19]
    shares = await service.crosstab(world.runtime, world.corp_id, tree, None)
    assert [(one.tag_id, one.both, one.tag_total) for one in shares] == [(5, 40, 50), (6, 9, 19)]


async def test_who_works_where_is_looked_at_again(world: World, audience: Engine) -> None:
    await people(world, 1, 2)
    for table, columns, row in (
        ("departments", "id, name, parent_id, position", "50, '南山', null, 0"),
        ("staff_departments", "staff_id, department_id", "7, 50"),
    ):
        await write(world, f"insert into {table} (corp_id, {columns}) values (:c, {row})")  # noqa: S608 - ours
    await audience.catch_up()
    tree = {"leaf": "relation", "departments": [50]}
    assert list(await audience.evaluate(world.corp_id, tree)) == [1, 2]
    await write(world, "delete from staff_departments where corp_id = :c and department_id = 50")
    audience.scenes.forget(world.corp_id)
    assert list(await audience.evaluate(world.corp_id, tree)) == []
