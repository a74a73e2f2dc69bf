"""Segments in use: lists of customers, bulk acts and exports of one, within what one may see."""

from typing import Any

import pytest
from sqlalchemy import text

from tests.yutang.audience import open_audience
from tests.yutang.people.segments.stage import NOW, code, friends, make, refresh, tag, wear
from tests.yutang.rights.conftest import SHOP, SOUTH, Company, company
from tests.yutang.world import World
from yutang.people.audience.engine import Engine
from yutang.people.bulk import service as bulk
from yutang.people.customers import indexing
from yutang.people.exports import service as exports

__all__ = ("company",)


async def listed(world: World, **query: Any) -> list[int]:
    """Ids of the list, ascending, and as many as the count says."""
    answer = await world.http.get("/api/customers", params={"limit": 200, **query})
    assert answer.status_code == 200, answer.text
    count = await world.http.get("/api/customers/count", params=query)
    ids = sorted(one["id"] for one in answer.json()["items"])
    assert count.json() == {"total": len(ids), "exact": True}
    return ids


@pytest.mark.parametrize("drawn", [False, True])
async def test_lists_bulk_acts_and_exports_work_on_a_segment(
    world: World, audience: Engine, *, drawn: bool
) -> None:
    await world.sign_in()
    await friends(world, *range(1, 41))
    await wear(world, 5, range(1, 21))
    await wear(world, 6, range(11, 31))
    await audience.catch_up()
    if drawn:
        drawing = indexing.draw(world.runtime.database, world.corp_id, NOW)
        assert [_ async for _ in drawing]
    kept = (await make(world, "存", tag(5)))["id"]
    asked = (await make(world, "问", tag(6), "dynamic"))["id"]
    await refresh(world, kept)
    assert await listed(world, segment_id=kept) == list(range(1, 21))
    assert await listed(world, segment_id=kept, tag_id=6) == list(range(11, 21))
    # One by conditions is asked for the use; who wears the tag a moment later is in the next.
    assert await listed(world, segment_id=asked) == list(range(11, 31))
    assert await listed(world, segment_id=asked, staff_id=8) == []
    assert code(await world.http.get("/api/customers", params={"segment_id": 999})) == (
        404,
        "segments.unknown",
    )

    wish = {"kind": "set_stage", "arguments": {"stage": "intent"}}
    act = await world.http.post("/api/bulk-acts", json=wish, params={"segment_id": kept})
    await bulk.carry_on(world.runtime, world.corp_id, act.json()["id"])
    planned = (await world.http.get(f"/api/bulk-acts/{act.json()['id']}")).json()
    assert planned["changes"] == 20
    file = await world.http.post(
        f"/api/segments/{asked}/export", json={"columns": ["id"], "format": "csv"}
    )
    assert (file.status_code, file.json()["total"]) == (202, 20)
    await exports.write(world.runtime, world.corp_id, file.json()["id"])
    sheet = (await world.http.get(f"/api/exports/{file.json()['id']}/file")).text
    assert [int(line.strip('"')) for line in sheet.splitlines()[1:]] == list(range(11, 31))
    # Erased people are in no list, though the bits are of before.
    async with world.runtime.database.owner() as session:
        await session.execute(
            text("delete from customers where corp_id = :c and id = 3"), {"c": world.corp_id}
        )
    if not drawn:
        assert 3 not in await listed(world, segment_id=kept)


async def test_who_sees_some_members_is_answered_about_their_customers(
    company: Company,
) -> None:
    world = company.world
    await company.person("south", department=[SOUTH])
    await company.person("shop", department=[SHOP])
    await company.person("nobody")
    await company.everything("shop-all", department=[SHOP])
    async with open_audience(world.runtime) as engine:
        await engine.catch_up()
        await world.sign_in()
        everybody = {"op": "all", "of": [{"leaf": "relation", "state": "living"}]}
        kept = (await make(world, "全部", everybody))["id"]
        await refresh(world, kept)
        people = company.customers
        for login, seen in (
            ("demo", {"wm0001", "wm0002", "wm0003", "wm0004"}),
            ("south", {"wm0001", "wm0002", "wm0004"}),
            ("shop", {"wm0002", "wm0004"}),
            ("nobody", set()),
        ):
            await company.sign_in(login)
            ids = sorted(people[one] for one in seen)
            count = await world.http.post("/api/segments/count", json={"tree": everybody})
            assert (count.json()["count"], count.json()["universe"]) == (len(ids), len(ids))
            members = await world.http.get(f"/api/segments/{kept}/members")
            assert sorted(one["id"] for one in members.json()["items"]) == ids, login
            sample = await world.http.post(
                "/api/segments/sample", json={"tree": everybody, "size": 10}
            )
            assert sorted(one["customer"]["id"] for one in sample.json()["items"]) == ids
            whole = (await world.http.get(f"/api/segments/{kept}")).json()
            sizes = (await world.http.get(f"/api/segments/{kept}/sizes")).json()
            if login == "demo":
                assert (whole["size"], whole["size_hidden"], sizes["hidden"]) == (4, False, False)
            else:
                # How many there are in all would tell of people whom he may not see.
                assert (whole["size"], whole["size_hidden"], sizes["hidden"]) == (None, True, True)
                assert (whole["latest"], sizes["items"]) == (None, [])
            foreign = await world.http.post(
                "/api/segments/explain",
                json={"tree": everybody, "customer_id": people["wm0003"]},
            )
            assert foreign.status_code == (200 if login == "demo" else 404)
        await company.sign_in("shop-all")
        file = await world.http.post(f"/api/segments/{kept}/export", json={"columns": ["name"]})
        assert (file.status_code, file.json()["total"]) == (202, 2)
        # Definitions are the company's: who does not see it as a whole changes none.
        refused = await world.http.post(
            "/api/segments", json={"name": "我的", "kind": "kept", "tree": tag(5)}
        )
        assert code(refused) == (403, "access.forbidden")
        listed_ = await world.http.get("/api/customers", params={"segment_id": kept})
        assert len(listed_.json()["items"]) == 2
        await company.sign_in("shop")
        no_right = await world.http.post(f"/api/segments/{kept}/export", json={"columns": ["name"]})
        assert code(no_right) == (403, "access.forbidden")
