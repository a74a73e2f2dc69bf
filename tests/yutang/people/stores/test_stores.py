"""Stores, asked as the admin asks; whose they are is asked of the database."""

from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import ProgrammingError

from tests.yutang.people.stores.books import (
    SHENZHEN,
    add,
    audited,
    books,
    change_of,
    company,
    scoped,
)
from tests.yutang.world import World, add_corp
from yutang.kernel.db import Seer
from yutang.people.customers import indexing
from yutang.people.customers import service as customers
from yutang.people.customers.schemas import Arrival, Person, RelationFacts
from yutang.people.facets import service as facets
from yutang.people.stores import service

START = datetime(2026, 11, 20, 8, tzinfo=UTC)


async def test_a_store_is_made_changed_closed_and_opened_again(world: World) -> None:
    await world.sign_in()
    ids = await company(world)
    store = await add(
        world,
        department_id=2,
        manager_ids=[ids["bob"]],
        member_ids=[ids["carol"]],
        latitude=22.5,
        longitude=113.9,
    )
    assert store["department"] == {"id": 2, "name": "华南"}
    # Bob is named and of the department: one person; Dave has left.
    assert (store["members"], store["from_department"]) == (3, 2)
    assert [(one["account"], one["is_manager"]) for one in store["named"]] == [
        ("bob", True),
        ("carol", False),
    ]
    path = f"/api/stores/{store['id']}"
    change = change_of(store, name="南山旗舰店", member_ids=[], manager_ids=[ids["alice"]])
    changed = (await world.http.put(path, json=change)).json()
    assert (changed["name"], changed["version"], changed["members"]) == ("南山旗舰店", 2, 2)
    assert await audited(world, "stores.changed") == [
        (
            f"store:{store['id']}",
            {"name": "南山店", "manager_ids": [ids["bob"]], "member_ids": [ids["carol"]]},
            {"name": "南山旗舰店", "manager_ids": [ids["alice"]], "member_ids": []},
        )
    ]
    late = await world.http.put(path, json=change_of(store, name="别的"))
    assert (late.status_code, late.json()["type"]) == (409, "stores.changed_meanwhile")
    same = await world.http.put(path, json=change_of(changed))
    assert same.json()["version"] == 2
    for act, version, closed in (("close", 2, True), ("reopen", 3, False)):
        answer = await world.http.post(f"{path}/{act}", json={"version": version})
        assert (answer.json()["version"], answer.json()["closed_at"] is not None) == (
            version + 1,
            closed,
        )
        listed = (await world.http.get("/api/stores")).json()
        assert listed["total"] == (0 if closed else 1)
    assert len(await audited(world, "stores.closed")) == 1
    assert len(await audited(world, "stores.reopened")) == 1


async def test_what_cannot_be_is_refused_and_changes_nothing(
    world: World, subtests: pytest.Subtests
) -> None:
    await world.sign_in()
    await company(world)
    await add(world)
    before = await books(world)
    for facts, status, code in (
        ({"number": "SZ001"}, 422, "stores.number_taken"),
        ({"manager_ids": [999_999]}, 422, "stores.unknown_staff"),
        ({"department_id": 99}, 422, "stores.unknown_department"),
        ({"latitude": 22.5}, 422, "request.invalid"),
        ({"latitude": 91, "longitude": 0}, 422, "request.invalid"),
        ({"number": "  "}, 422, "request.invalid"),
    ):
        with subtests.test(facts=facts):
            answer = await world.http.post("/api/stores", json=SHENZHEN | {"number": "B"} | facts)
            assert (answer.status_code, answer.json()["type"]) == (status, code)
            assert await books(world) == before


async def test_the_list_is_searched_filtered_and_paged_by_number(world: World) -> None:
    await world.sign_in()
    ids = await company(world)
    for number, name, city in (
        ("C3", "福田店", "深圳"),
        ("A1", "静安店", "上海"),
        ("B2", "B 座", "深圳"),
    ):
        await add(world, number=number, name=name, city=city, manager_ids=[ids["alice"]])

    async def found(**asked: Any) -> list[str]:
        items = (await world.http.get("/api/stores", params=asked)).json()["items"]
        return [one["number"] for one in items]

    assert await found() == ["A1", "B2", "C3"]
    assert await found(q="B") == ["B2"]
    assert await found(q="深") == await found(city="深圳") == ["B2", "C3"]
    assert await found(q="静安", city="深圳") == []
    first = (await world.http.get("/api/stores", params={"limit": 2})).json()
    assert (first["next"], first["total"]) == ("B2", 3)
    assert await found(limit=2, after="B2") == ["C3"]
    assert [one["name"] for one in first["items"][0]["managers"]] == ["周可欣"]
    cities = (await world.http.get("/api/stores/cities")).json()["items"]
    assert cities == [{"name": "深圳", "stores": 2}, {"name": "上海", "stores": 1}]


async def test_who_sees_some_members_sees_their_stores_only(world: World) -> None:
    await world.sign_in()
    ids = await company(world)
    named = await add(world, number="1", manager_ids=[ids["alice"]])
    await add(world, number="2", department_id=2)
    foreign = await add(world, number="3", member_ids=[ids["carol"]])
    empty = await add(world, number="4")
    before = await books(world)
    # Alice works in 3, which lies below 2; that an admin may write does not help who sees a part.
    await scoped(world, "admin", ("department", 3))
    listed = (await world.http.get("/api/stores")).json()
    assert [one["number"] for one in listed["items"]] == ["1", "2"]
    assert listed["total"] == 2
    assert len((await world.http.get("/api/stores/export.csv")).text.splitlines()) == 3
    assert (await world.http.get("/api/stores/cities")).json()["items"][0]["stores"] == 2
    for other in (foreign, empty):
        answer = await world.http.get(f"/api/stores/{other['id']}")
        assert (answer.status_code, answer.json()["type"]) == (404, "stores.unknown")
    for store in (named, foreign):
        path = f"/api/stores/{store['id']}"
        answer = await world.http.put(path, json=change_of(store, member_ids=[ids["carol"]]))
        assert (answer.status_code, answer.json()["type"]) == (403, "access.forbidden")
    # The database itself refuses, whatever a right would allow.
    seer = Seer("user:0", staff_ids=(ids["alice"],))
    with pytest.raises(ProgrammingError, match="row-level security"):
        async with world.runtime.database.corp(world.corp_id, seer) as session:
            await session.execute(
                text("insert into store_staff (corp_id, store_id, staff_id) values (:c, :s, :m)"),
                {"c": world.corp_id, "s": foreign["id"], "m": ids["alice"]},
            )
    assert await books(world) == before


async def test_members_of_a_store_are_the_named_and_those_of_its_departments(world: World) -> None:
    await world.sign_in()
    ids = await company(world)
    store = await add(world, department_id=2, member_ids=[ids["carol"]])
    other, _ = await add_corp(world.runtime, "other", (1000009,))
    await company(world, other)
    async with world.runtime.database.corp(world.corp_id) as session:
        found = set(await session.scalars(service.members_of(world.corp_id, store["id"])))
        assert found == {ids["alice"], ids["bob"], ids["carol"], ids["dave"]}
    async with world.runtime.database.corp(other) as session:
        assert not list(await session.scalars(service.members_of(other, store["id"])))


async def test_reading_needs_its_right_and_changing_another(world: World) -> None:
    await world.sign_in()
    store = await add(world)
    before = await books(world)
    await scoped(world, "operator", ("corp", 0))
    assert (await world.http.get("/api/stores")).json()["total"] == 1
    for answer in (
        await world.http.post("/api/stores", json=SHENZHEN | {"number": "9"}),
        await world.http.put(f"/api/stores/{store['id']}", json=change_of(store, name="x")),
        await world.http.post(f"/api/stores/{store['id']}/close", json={"version": 1}),
        await world.http.post("/api/stores/import", params={"name": "a.csv"}, content=b"x"),
    ):
        assert (answer.status_code, answer.json()["type"]) == (403, "access.forbidden")
    assert await books(world) == before


async def test_customers_of_a_store_are_those_of_its_members_by_rows_and_by_bitmaps(
    world: World,
) -> None:
    await world.sign_in()
    ids = await company(world)
    store = await add(world, number="1", department_id=2)
    other = await add(world, number="2", member_ids=[ids["carol"], ids["alice"]])
    empty = await add(world, number="3")
    async with world.runtime.database.owner() as session:
        await customers.record_arrivals(
            session,
            world.runtime.vault,
            world.corp_id,
            [
                Arrival(
                    account=account,
                    external_id=f"wm{account}",
                    half=False,
                    at=START,
                    channel=None,
                    source="test",
                    person=Person(name=f"{account} 的客户"),
                    facts=RelationFacts(added_at=START, add_way=1),
                )
                for account in ("alice", "bob", "carol")
            ],
            START,
        )

    async def found(**asked: int) -> set[str]:
        items = (await world.http.get("/api/customers", params=asked)).json()["items"]
        return {one["name"].split()[0] for one in items}

    async def compare() -> None:
        assert await found(store_id=store["id"]) == {"alice", "bob"}
        assert await found(store_id=other["id"]) == {"alice", "carol"}
        assert await found(store_id=other["id"], department_id=2) == {"alice"}
        assert await found(store_id=store["id"], staff_id=ids["bob"]) == {"bob"}
        assert await found(store_id=empty["id"]) == set()
        assert await found(store_id=999_999) == set()

    await compare()
    async for _ in indexing.draw(world.runtime.database, world.corp_id, START):
        pass
    async with world.runtime.database.owner() as session:
        assert await facets.is_built(session, world.corp_id)
    await compare()
