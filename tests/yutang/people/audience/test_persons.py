"""Merged, parted, erased; another corp's; and whom one may see."""

import asyncio
import random
from typing import Any

from pyroaring import BitMap
from sqlalchemy import text
from typing_extensions import override

from tests.yutang.people.audience.test_engine import EVERYBODY, people, tag, wear
from tests.yutang.people.audience.test_truth import NOW, person, write
from tests.yutang.people.persons.acts import claim, friend, settle
from tests.yutang.world import World, add_corp
from yutang.kernel.db import Seer
from yutang.people.audience import marks, service
from yutang.people.audience.engine import Engine
from yutang.people.audience.store import Store
from yutang.people.persons import service as persons
from yutang.people.privacy.erasing import erase_persons

BY = "user:1"


async def happen(world: World, kind: str, *ids: int) -> None:
    """An event of each."""
    await write(
        world,
        "insert into events (corp_id, customer_id, kind, at, actor, props, source) select :c, id,"
        " :kind, now(), 'user:1', '{\"n\": 1}', 'api' from unnest(cast(:ids as bigint[])) id",
        ids=list(ids), kind=kind,
    )  # fmt: skip


async def aliases(engine: Engine) -> dict[int, int]:
    """Who is a part of whom, as events and orders are read."""
    rows = await engine.store.query("select from_id, to_id from aliases final")
    return {one: other for one, other in rows if one != other}


def did(kind: str) -> dict[str, Any]:
    """A leaf."""
    return {"leaf": "event", "kind": kind, "window": {"kind": "ever"}}


async def test_parts_of_parts_and_back(world: World, audience: Engine) -> None:
    first = await friend(world, "wmA")
    (second,) = await settle(world, claim(0, phone="13800001111"))
    (third,) = await settle(world, claim(1, phone="13800002222"))
    await wear(world, 5, third)
    await happen(world, "note.added", third)
    await audience.catch_up()
    runtime, corp_id = world.runtime, world.corp_id
    everybody = [first, second, third]
    assert sorted(await audience.evaluate(corp_id, EVERYBODY)) == sorted(everybody)
    assert list(await service.ids(runtime, corp_id, did("note.added"))) == [third]

    one = await persons.merge(runtime, corp_id, second, third, "同一个人", BY)
    await audience.catch_up()
    whole = {second, third} - {one.from_id}
    (middle,) = whole
    assert await aliases(audience) == {one.from_id: middle}
    await persons.merge(runtime, corp_id, first, middle, "同一个人", BY)
    await audience.catch_up()
    assert await aliases(audience) == {one.from_id: first, middle: first}
    for tree in (EVERYBODY, tag("any", 5), did("note.added")):
        assert list(await service.ids(runtime, corp_id, tree)) == [first]

    merged = (await persons_merges(world, middle))[-1]
    await persons.unmerge(runtime, corp_id, first, merged, "弄错了", BY)
    await audience.catch_up()
    assert await aliases(audience) == {one.from_id: middle}
    assert sorted(await audience.evaluate(corp_id, EVERYBODY)) == sorted([first, middle])
    for tree in (tag("any", 5), did("note.added")):
        assert list(await service.ids(runtime, corp_id, tree)) == [middle]


async def persons_merges(world: World, from_id: int) -> list[int]:
    """Merges of somebody into somebody."""
    async with world.runtime.database.owner() as session:
        found = await session.scalars(
            text("select id from person_merges where from_id = :id order by id"), {"id": from_id}
        )
        return list(found)


async def test_erased_people_are_nowhere(world: World, audience: Engine) -> None:
    known = await friend(world, "wmA")
    (other,) = await settle(world, claim(0, phone="13800001111"))
    stays = await friend(world, "wmB")
    await happen(world, "note.added", known, other, stays)
    await write(
        world,
        "insert into orders (corp_id, source, number, customer_id, status, placed_at, amount_fen,"
        " told_at) values (:c, 'shop', 'A', :id, 'placed', :now, 1, :now)",
        id=other,
    )
    await persons.merge(world.runtime, world.corp_id, known, other, "同一个人", BY)
    await audience.catch_up()
    assert (await audience.store.query("select count() from orders final"))[0] == (1,)
    assert len(await service.ids(world.runtime, world.corp_id, did("note.added"))) == 2
    await erase_persons(world.runtime, world.corp_id, [known])
    await audience.catch_up()
    assert await person(audience, world.corp_id, known) is None
    for table, column in (("people", "id"), ("events", "customer_id")):
        rows = await audience.store.query(f"select distinct {column} from {table}")  # noqa: S608 - ours
        assert rows == [(stays,)], table
    assert await audience.store.query("select count() from orders final") == [(0,)]
    assert await aliases(audience) == {}
    for tree in (EVERYBODY, did("note.added")):
        assert list(await service.ids(world.runtime, world.corp_id, tree)) == [stays]
    # The files too, once they were swept.
    await audience.upkeep()
    parts = "select sum(rows) from system.parts where database = {d:String} and active and table"
    held = await audience.store.query(
        f"{parts} in ('people', 'events')", {"d": audience.store.database}
    )
    living = await audience.store.query(
        "select (select count() from people) + (select count() from events)"
    )
    assert held == living


async def test_two_corps_share_nothing(world: World, audience: Engine) -> None:
    other_id, _ = await add_corp(world.runtime, "other", (1000009,))
    await people(world, 1, 2, 3)
    async with world.runtime.database.owner() as session:
        for table in ("customers", "follows"):
            columns = await session.scalars(
                text(
                    "select column_name from information_schema.columns"
                    " where table_name = :table and column_name <> 'corp_id'"
                ),
                {"table": table},
            )
            named = ", ".join(columns)
            await session.execute(
                text(
                    f"insert into {table} (corp_id, {named}) select :other, {named} from {table}"  # noqa: S608 - ours
                    f" where corp_id = :c and {'id' if table == 'customers' else 'customer_id'} < 3"
                ),
                {"c": world.corp_id, "other": other_id},
            )
    await wear(world, 5, 1, 3)
    await happen(world, "note.added", 2, 3)
    await audience.catch_up()
    for tree, ours, theirs in (
        (EVERYBODY, [1, 2, 3], [1, 2]),
        (tag("any", 5), [1, 3], []),
        (did("note.added"), [2, 3], []),
    ):
        assert list(await audience.evaluate(world.corp_id, tree)) == ours
        assert list(await audience.evaluate(other_id, tree)) == theirs


async def test_scope_is_what_the_policy_says(world: World, audience: Engine) -> None:
    rng = random.Random(11)
    states = ["half", "friend", "deleted_by_staff", "deleted_by_customer", "transferred"]
    async with world.runtime.database.owner() as session:
        for customer in range(1, 61):
            await session.execute(
                text(
                    "insert into customers (corp_id, id, state, name, name_sort, grams)"
                    " values (:c, :id, :state, '', '', '{}')"
                ),
                {
                    "c": world.corp_id,
                    "id": customer,
                    "state": rng.choice(["friend", "group_member", "lost", "visitor"]),
                },
            )
            for staff in rng.sample(range(1, 6), rng.randint(0, 2)):
                await session.execute(
                    text(
                        "insert into follows (corp_id, customer_id, staff_id, state, changed_at,"
                        " added_at) values (:c, :id, :staff, :state, now(), now())"
                    ),
                    {"c": world.corp_id, "id": customer, "staff": staff,
                     "state": rng.choice(states)},
                )  # fmt: skip
        for group in range(1, 9):
            await session.execute(
                text(
                    "insert into group_chats (corp_id, id, chat_id, owner_staff_id, created_at)"
                    " overriding system value values (:c, :id, :chat, :staff, now())"
                ),
                {"c": world.corp_id, "id": group, "chat": f"wr{group}",
                 "staff": rng.choice([None, 1, 2, 3])},
            )  # fmt: skip
            here: list[tuple[int | None, int | None]] = []
            here += [(None, one) for one in rng.sample(range(1, 6), 2)]
            here += [(one, None) for one in rng.sample(range(1, 61), 8)]
            for customer_id, staff_id in here:
                gone = rng.random() < 0.3
                await session.execute(
                    text(
                        "insert into group_members (corp_id, group_id, member, staff_id,"
                        " customer_id, joined_at, left_at, left_how) values (:c, :group, :member,"
                        " :staff, :customer, :now, :left, :how)"
                    ),
                    {"c": world.corp_id, "group": group, "member": f"{customer_id}-{staff_id}",
                     "staff": staff_id, "customer": customer_id, "now": NOW,
                     "left": NOW if gone else None, "how": "left" if gone else None},
                )  # fmt: skip
    await audience.catch_up()
    wanted: list[tuple[int, ...]] = [(), (1,), (2, 3), (4, 5), (1, 2, 3, 4, 5)]
    for members in wanted:
        seer = Seer("staff:1", staff_ids=members)
        async with world.runtime.database.corp(world.corp_id, seer) as session:
            policy = BitMap(await session.scalars(text("select id from customers")))
        assert await audience.scope(world.corp_id, members) == policy, members
        counted = await service.count(world.runtime, world.corp_id, EVERYBODY, members)
        assert (counted.total, counted.universe) == (len(policy), len(policy))
    assert 0 < len(policy) < 60
    # Kept scopes follow what changes, several at once.
    await write(world, "update follows set state = 'transferred' where corp_id = :c")
    await audience.catch_up()
    for members in wanted[1:3]:
        async with world.runtime.database.corp(
            world.corp_id, Seer("staff:1", staff_ids=members)
        ) as session:
            policy = BitMap(await session.scalars(text("select id from customers")))
        assert await audience.scope(world.corp_id, members) == policy


class Held(Store):
    """A store that writes events only when it may."""

    asked = False
    may: asyncio.Event

    @override
    async def insert(self, table: str, rows: bytes, **more: Any) -> None:
        """As ever, but for events."""
        if table == "events":
            self.asked = True
            await self.may.wait()
        await super().insert(table, rows, **more)


async def test_events_that_were_read_before_he_was_erased(world: World, audience: Engine) -> None:
    known = await friend(world, "wmA")
    await audience.catch_up()
    store = Held(audience.store.dsn, audience.store.database, audience.store.limits)
    store.may = asyncio.Event()
    engine = Engine(store, world.runtime)
    await engine.open()
    await happen(world, "note.added", known)

    async def read() -> None:
        # Other tests' transactions may hide the event for a while.
        while not await engine.feed.read_events():
            await asyncio.sleep(0.01)

    reading = asyncio.create_task(read())
    async with asyncio.timeout(30):
        while not store.asked:
            await asyncio.sleep(0.01)
    await erase_persons(world.runtime, world.corp_id, [known])
    erasing = asyncio.create_task(engine.feed.take_marks(marks.FEW))
    await asyncio.sleep(0.3)
    store.may.set()
    await asyncio.gather(reading, erasing)
    held = await store.query("select count() from events where kind = 'note.added'")
    assert held == [(0,)]
    await store.close()
