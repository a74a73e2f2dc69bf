"""Tags put on many and taken from many: ours for nothing, WeCom's with their price told."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from tests.yutang.people.bulk.marking import fill
from tests.yutang.world import World, open_world
from yutang.people.bulk import service as bulk

FILL = (
    "insert into staff (corp_id, account, name) values (:corp, 'alice', '周可欣')",
    # Every second customer is her friend, every tenth of those wears the tag already.
    (
        "insert into follows (corp_id, customer_id, staff_id, state, changed_at, added_at)"
        " select :corp, c.id, s.id, 'friend', now(), now() from customers c, staff s"
        " where c.corp_id = :corp and s.corp_id = :corp and c.id % 2 = 0"
    ),
    (
        "insert into tag_groups (corp_id, kind, wecom_id, name)"
        " values (:corp, 'wecom', 'g1', '来源'), (:corp, 'own', null, '我们的')"
    ),
    (
        "insert into tags (corp_id, kind, group_id, wecom_id, name)"
        " select :corp, kind, id, case when kind = 'wecom' then 't1' end,"
        "        case when kind = 'wecom' then '台卡' else '高价值' end"
        " from tag_groups where corp_id = :corp"
    ),
    (
        "insert into follow_tags (corp_id, customer_id, staff_id, tag_id, added_by, mirrored_at)"
        " select :corp, f.customer_id, f.staff_id, t.id, 'wecom', now() from follows f, tags t"
        " where f.corp_id = :corp and t.corp_id = :corp and t.kind = 'wecom'"
        "   and f.customer_id % 20 = 0"
    ),
)


@pytest.fixture
async def shop(dsn: str, tmp_path: Path) -> AsyncIterator[World]:
    """200 customers, a member, a tag of WeCom and one of ours."""
    async with open_world(dsn, tmp_path) as world:
        await fill(world, 200)
        async with world.runtime.database.owner() as session:
            for statement in FILL:
                await session.execute(text(statement), {"corp": world.corp_id})
        await world.sign_in()
        yield world


async def tag_id(world: World, kind: str) -> int:
    return int(await value(world, f"select id from tags where kind = '{kind}'"))  # noqa: S608


async def value(world: World, statement: str) -> Any:
    async with world.runtime.database.owner() as session:
        return await session.scalar(text(statement))


async def plan(world: World, kind: str, **arguments: Any) -> dict[str, Any]:
    answer = await world.http.post("/api/bulk-acts", json={"kind": kind, "arguments": arguments})
    assert answer.status_code == 201, answer.text
    return await work(world, answer.json()["id"])


async def work(world: World, act_id: int) -> dict[str, Any]:
    await bulk.carry_on(world.runtime, world.corp_id, act_id)
    return dict((await world.http.get(f"/api/bulk-acts/{act_id}")).json())


async def confirm(world: World, act: dict[str, Any]) -> dict[str, Any]:
    answer = await world.http.post(
        f"/api/bulk-acts/{act['id']}/confirmation", json={"changes": act["changes"]}
    )
    assert answer.status_code == 200, answer.text
    return await work(world, act["id"])


def counts(read: list[dict[str, Any]]) -> dict[str, int]:
    return {one["outcome"]: one["count"] for one in read}


async def test_our_tag_is_put_on_all_and_taken_back(shop: World) -> None:
    ours = await tag_id(shop, "own")
    act = await plan(shop, "put_tag", tag_id=ours)
    assert act["about"] == {"tag": "高价值", "group": "我们的"}
    assert (counts(act["plan"]), act["wecom"]) == ({"changed": 200}, None)
    ended = await confirm(shop, act)
    assert counts(ended["results"]) == {"changed": 200}
    assert await value(shop, "select count(*) from customer_tags") == 200
    assert (await plan(shop, "put_tag", tag_id=ours))["changes"] == 0

    undo = await shop.http.post(f"/api/bulk-acts/{act['id']}/undo")
    assert (undo.status_code, undo.json()["kind"]) == (201, "take_tag")
    assert counts((await work(shop, undo.json()["id"]))["results"]) == {"changed": 200}
    assert await value(shop, "select count(*) from customer_tags") == 0


async def test_wecoms_tag_tells_its_price_and_undo_spares_those_who_had_it(shop: World) -> None:
    theirs = await tag_id(shop, "wecom")
    act = await plan(shop, "put_tag", tag_id=theirs, mirror=True)
    assert counts(act["plan"]) == {"changed": 90, "lost": 100, "already": 10}
    assert (act["wecom"]["calls"], act["wecom"]["hour_limit"]) == (90, 150_000)
    ended = await confirm(shop, act)
    assert counts(ended["results"]) == {"changed": 90, "lost": 100, "already": 10}
    assert (
        await value(
            shop, "select count(*) from follow_tags where push_at > now() + interval '9 years'"
        )
        == 90
    )
    assert (
        await value(
            shop,
            "select count(*) from procrastinate.procrastinate_jobs where task_name = 'tags.mirror'",
        )
        > 0
    )
    undo = await shop.http.post(f"/api/bulk-acts/{act['id']}/undo")
    assert counts((await work(shop, undo.json()["id"]))["results"]) == {"changed": 90}
    assert await value(shop, "select count(*) from follow_tags") == 10


async def test_a_tag_that_is_not_there_is_refused_at_once(shop: World) -> None:
    answer = await shop.http.post(
        "/api/bulk-acts", json={"kind": "put_tag", "arguments": {"tag_id": 999}}
    )
    assert (answer.status_code, answer.json()["type"]) == (404, "tags.unknown")
    assert await value(shop, "select count(*) from bulk_acts") == 0


async def test_a_tag_deleted_meanwhile_stops_the_act(shop: World) -> None:
    ours = await tag_id(shop, "own")
    act = await plan(shop, "put_tag", tag_id=ours)
    async with shop.runtime.database.owner() as session:
        await session.execute(text("update tags set deleted_at = now() where kind = 'own'"))
    failed = await confirm(shop, act)
    assert (failed["state"], failed["done"]) == ("failed", 0)
    assert f"no tag {ours} here" in failed["reason"]
    assert await value(shop, "select count(*) from customer_tags") == 0
