"""Bitmaps stay true while people change; questions count whom one sees."""

import random
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


LEAVES: tuple[dict[str, Any], ...] = (
    {"op": "all", "of": []},
    {"leaf": "state", "states": ["friend", "lost"]},
    {"leaf": "stage", "stages": ["deal"]},
    {"leaf": "relation", "state": "living", "staff": [7]},
    {"leaf": "relation", "state": "ended", "at_least": 1},
    {"leaf": "attribute", "name": "gender", "test": {"is": "equals", "values": ["male"]}},
    {"leaf": "attribute", "name": "birthday_month", "test": {"is": "equals", "values": [2]}},
    {"leaf": "silence", "days": 30},
    {"leaf": "tag", "how": "any", "tags": [1, 2]},
    {"leaf": "tag", "how": "all", "tags": [1, 2]},
    {"leaf": "tag", "how": "none", "tags": [1]},
    {"leaf": "tag", "how": "none", "tags": [1, 2, 3]},
    {"leaf": "tag", "how": "some"},
    {"leaf": "tag", "how": "untagged"},
    {"leaf": "event", "kind": "note.added", "window": {"kind": "ever"}},
    {"leaf": "event", "kind": "note.added", "did": False, "window": {"kind": "ever"}},
    {"leaf": "orders", "did": False, "window": {"kind": "ever"}},
)
CHANGES = tuple(
    " ".join(one.split())
    for one in """
    update customers set state = 'lost' where corp_id = :c and id % 7 = :n;
    update customers set stage = 'deal', gender = 1, birthday = '2000-02-03'
    where corp_id = :c and id % 5 = :n;
    update customers set silent_since = now() - interval '90 days'
    where corp_id = :c and id % 6 = :n;
    update follows set state = 'deleted_by_staff' where corp_id = :c and customer_id % 8 = :n;
    insert into customer_tags (corp_id, customer_id, tag_id, added_by)
    select :c, id, 1 + id % 2, 'user:1' from customers where corp_id = :c and id % 4 = :n
    on conflict do nothing;
    delete from customer_tags where corp_id = :c and customer_id % 3 = :n;
    delete from customers where corp_id = :c and id % 11 = :n;
    insert into customers (corp_id, id, state, name, name_sort, grams)
    select :c, 100 * (:n + 1) + n, 'visitor', '', '', '{}' from generate_series(1, 3) n
    on conflict do nothing;
    insert into events (corp_id, customer_id, kind, at, actor, props, source)
    select :c, id, 'note.added', now(), 'user:1', '{}', 'api' from customers
    where corp_id = :c and id % 9 = :n;
    insert into orders (corp_id, source, number, customer_id, status, placed_at, bought_at,
      amount_fen, told_at)
    select :c, 'shop', id || '-' || :n, id, 'paid', now(), now(), 1, now() from customers
    where corp_id = :c and id % 6 = :n on conflict do nothing
    """.split(";")  # noqa: SIM905 - statements are read better whole
)


async def test_what_is_kept_is_what_is_asked_anew(world: World, audience: Engine) -> None:
    rng = random.Random(5)
    corp_id = world.corp_id
    await people(world, *range(1, 61))
    seen: set[tuple[int, ...]] = set()
    for _ in range(12):
        for _ in range(rng.randint(1, 2)):
            await write(world, rng.choice(CHANGES), n=rng.randint(0, 2))
        await audience.catch_up()
        kept = [await audience.evaluate(corp_id, leaf) for leaf in LEAVES]
        audience.kept.clear(corp_id)
        anew = [await audience.evaluate(corp_id, leaf) for leaf in LEAVES]
        assert kept == anew
        seen.add(tuple(map(len, anew)))
    assert len(seen) > 6
    # Of what is kept nothing is counted twice.
    assert audience.kept.bytes == audience.kept.weighed()


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
