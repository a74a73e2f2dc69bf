"""A person sees and changes the customers of the members in his scope, and nobody else's."""

from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import text

from tests.yutang.rights.conftest import SHOP, SOUTH, Company
from tests.yutang.world import add_corp
from yutang.bootstrap import metadata
from yutang.kernel.db import Seer
from yutang.people.bulk import service as bulk
from yutang.people.customers import indexing
from yutang.people.exports import service as exports

NOW = datetime.now(UTC)
EVERYBODY = ["两人的客人", "何的客人", "柏的客人", "安的客人"]
SOUTHERN = ["两人的客人", "柏的客人", "安的客人"]
SHOPS = ["两人的客人", "柏的客人"]


async def names(company: Company, **query: Any) -> list[str]:
    """Whom the list shows."""
    answer = await company.world.http.get("/api/customers", params=query)
    assert answer.status_code == 200, answer.text
    return [row["name"] for row in answer.json()["items"]]


async def count(company: Company, **query: Any) -> int:
    """How many the list says there are."""
    answer = await company.world.http.get("/api/customers/count", params=query)
    assert answer.status_code == 200, answer.text
    return int(answer.json()["total"])


@pytest.mark.parametrize("drawn", [False, True])
async def test_lists_and_counts_know_the_scope(company: Company, *, drawn: bool) -> None:
    if drawn:
        drawing = indexing.draw(company.world.runtime.database, company.world.corp_id, NOW)
        assert [_ async for _ in drawing]
    await company.person("south", department=[SOUTH])
    await company.person("shop", department=[SHOP])
    await company.person("nobody")
    for login, seen in (("demo", EVERYBODY), ("south", SOUTHERN), ("shop", SHOPS), ("nobody", [])):
        await company.sign_in(login)
        assert await names(company) == seen
        assert await count(company) == len(seen)
        tagged = [name for name in seen if name != "两人的客人"]
        tag = (await company.world.http.get("/api/tags")).json()["items"][0]["tags"][0]["id"]
        assert await names(company, tag_id=tag) == tagged
        assert await count(company, tag_id=tag) == len(tagged)
        assert await names(company, q="何的") == [name for name in seen if "何的" in name]


async def test_a_foreign_customer_is_as_unknown_as_none(company: Company) -> None:
    await company.everything("shop", department=[SHOP])
    await company.sign_in("shop")
    http = company.world.http
    for external_id, status in (("wm0002", 200), ("wm0004", 200), ("wm0001", 404), ("wm0003", 404)):
        one = f"/api/customers/{company.customers[external_id]}"
        assert (await http.get(one)).status_code == status
        assert (await http.get(f"{one}/timeline")).status_code == status
        changed = await http.put(f"{one}/stage", json={"stage": "intent"})
        assert changed.status_code == (204 if status == 200 else 404), changed.text
    async with company.world.runtime.database.owner() as session:
        moved = await session.scalars(
            text("select customer_id from stage_history order by customer_id")
        )
        assert list(moved) == sorted(company.customers[one] for one in ("wm0002", "wm0004"))


async def test_whom_the_owner_of_a_relation_has_is_seen_with_his_other_members(
    company: Company,
) -> None:
    await company.person("shop", department=[SHOP])
    await company.sign_in("shop")
    read = await company.world.http.get(f"/api/customers/{company.customers['wm0004']}")
    assert {follow["account"] for follow in read.json()["follows"]} == {"bob", "carol"}


async def test_leaders_store_managers_and_oneself(company: Company) -> None:
    corp_id = company.world.corp_id
    async with company.world.runtime.database.owner() as session:
        shop = await session.scalar(
            text(
                "insert into stores (corp_id, number, name, created_by)"
                " values (:corp, '001', '万象城店', 'test') returning id"
            ),
            {"corp": corp_id},
        )
        for worker, manages in (("ann", False), ("bob", True)):
            await session.execute(
                text("insert into store_staff values (:corp, :shop, :staff, :manages)"),
                {
                    "corp": corp_id,
                    "shop": shop,
                    "staff": company.staff[worker],
                    "manages": manages,
                },
            )
        await session.execute(
            text("update staff_departments set is_leader = true where staff_id = :staff"),
            {"staff": company.staff["carol"]},
        )
    assert shop is not None
    people: tuple[tuple[str, str | None, list[int], list[str]], ...] = (
        ("leader", "carol", [], ["两人的客人", "何的客人"]),
        ("keeper", "bob", [], SOUTHERN),
        ("himself", "ann", [], ["安的客人"]),
        ("visitor", None, [shop], SOUTHERN),
    )
    for login, member, stores, seen in people:
        await company.person(login, member=member, store=stores)
        await company.sign_in(login)
        assert await names(company) == seen, login


async def test_exports_and_bulk_acts_reach_the_scope_only(company: Company) -> None:
    world = company.world
    await company.everything("shop", department=[SHOP])
    await company.sign_in("shop")
    asked = await world.http.post("/api/exports", json={"format": "csv", "columns": ["name"]})
    assert (asked.status_code, asked.json()["total"]) == (202, 2)
    await exports.write(world.runtime, world.corp_id, asked.json()["id"])
    told = (await world.http.get(f"/api/exports/{asked.json()['id']}/file")).text
    assert [name in told for name in EVERYBODY] == [name in SHOPS for name in EVERYBODY]

    wish = {"kind": "set_stage", "arguments": {"stage": "intent"}}
    for more in ({}, {"ids": sorted(company.customers.values())}):
        act = await world.http.post("/api/bulk-acts", json=wish | more)
        assert act.status_code == 201, act.text
        await bulk.carry_on(world.runtime, world.corp_id, act.json()["id"])
        read = (await world.http.get(f"/api/bulk-acts/{act.json()['id']}")).json()
        assert read["changes"] == 2, read

    await company.everything("south", department=[SOUTH])
    await company.sign_in("south")
    assert (await world.http.get("/api/exports")).json()["items"] == []
    assert (await world.http.get("/api/bulk-acts")).json()["items"] == []


async def test_the_days_numbers_and_members_are_those_of_the_scope(company: Company) -> None:
    await company.person("shop", department=[SHOP])
    await company.sign_in("shop")
    http = company.world.http
    summary = (await http.get("/api/adds/summary")).json()
    assert (summary["callbacks_waiting"], summary["dead_letters"]) == (None, None)
    overview = (await http.get("/api/overview")).json()
    assert (overview["first_steps"], overview["attention"]) == (None, [])
    listed = (await http.get("/api/staff")).json()
    assert ([one["account"] for one in listed["items"]], listed["total"]) == (["bob"], 1)
    assert (await http.get("/api/room")).status_code == 403
    groups = (await http.get("/api/tags/groups")).json()["items"]
    detail = (await http.get(f"/api/tags/groups/{groups[0]['id']}")).json()
    assert {tag["customers"] for tag in detail["items"]} == {None}


async def test_what_shows_everybody_needs_the_whole_company(company: Company) -> None:
    await company.everything("shop", department=[SHOP])
    await company.sign_in("shop")
    for path in ("/api/callbacks", "/api/imports", "/api/wecom/connection"):
        answer = await company.world.http.get(path)
        assert (answer.status_code, answer.json()["type"]) == (403, "access.forbidden"), path


async def test_a_scope_ends_at_the_company(company: Company) -> None:
    """A scope that names members of another corp's ids shows nobody of either."""
    other, _ = await add_corp(company.world.runtime, "other", (1000009,))
    seer = Seer("staff:1", staff_ids=tuple(company.staff.values()))
    async with company.world.runtime.database.corp(other, seer) as session:
        assert await session.scalar(text("select count(*) from customers")) == 0
    async with company.world.runtime.database.corp(company.world.corp_id, seer) as session:
        assert await session.scalar(text("select count(*) from customers")) == len(EVERYBODY)


async def test_every_table_about_persons_is_under_the_scope(company: Company) -> None:
    """A table that comes later and forgets its policy fails here, not in a customer's life."""
    about_persons = {
        table.name
        for table in metadata.tables.values()
        if "customer_id" in table.columns and "corp_id" in table.columns
    }
    async with company.world.runtime.database.owner() as session:
        restricted = set(
            await session.scalars(
                text(
                    "select tablename from pg_policies"
                    " where 'yutang_scoped' = any(roles) and permissive = 'RESTRICTIVE'"
                )
            )
        )
        readable = set(
            await session.scalars(
                text(
                    "select c.relname from pg_class c where c.relkind in ('r', 'p')"
                    " and has_table_privilege('yutang_scoped', c.oid, 'select')"
                )
            )
        )
    # Marks say which bitmaps are stale, by number; whom they are about the bitmaps' reader hides.
    assert (about_persons & readable) - restricted == {"facet_marks"}
