"""What is told of segments to whom: no hidden field; and the engine asked beside transactions."""

from typing import Any

import pytest
from pyroaring import BitMap

from tests.yutang.people.segments.stage import NOW, Tree, both, friends, make, segment, tag, wear
from tests.yutang.people.segments.test_segments import library
from tests.yutang.world import World
from yutang.kernel.access.schemas import Principal
from yutang.people.attributes import service as attributes
from yutang.people.attributes.schemas import NewField
from yutang.people.audience import service as audience_service
from yutang.people.audience.engine import Engine
from yutang.people.segments import service
from yutang.people.segments.schemas import ExplainQuestion, SampleQuestion, TreeQuestion


async def field(world: World, name: str, value: str) -> int:
    """A field that managers see, filled in for the first."""
    new = NewField(name=name, kind="text", seen_by=["manager"], edited_by=[])
    async with world.runtime.database.corp(world.corp_id) as session:
        made = await attributes.add_field(session, world.corp_id, new, "user:1")
        await attributes.edit_values(
            session, world.corp_id, 1, {made.id: value}, role="admin", by="user:1", now=NOW
        )
    return made.id


def asker(world: World, role: str) -> Principal:
    """Somebody who sees everybody, with a role."""
    return Principal(
        user_id=1, corp_id=world.corp_id, login="x", name="X", role=role,
        permissions=frozenset(), sees_all=True,
    )  # fmt: skip


async def test_a_hidden_field_tells_nothing_from_inside_a_segment(
    world: World, audience: Engine
) -> None:
    await world.sign_in()
    await library(world)
    await friends(world, 1, 2)
    await wear(world, 5, [1])
    rated, city = await field(world, "评级", "甲等"), await field(world, "城市", "杭州")
    await audience.catch_up()
    known: Tree = {"leaf": "attribute", "name": f"field:{rated}", "test": {"is": "known"}}
    inner = await make(world, "评过级", both(known, tag(5)), "dynamic")
    tree = segment(inner["id"])
    for role, told in (("manager", "评级"), ("staff", None)):
        principal = asker(world, role)
        explained = await service.explain(
            world.runtime, principal, ExplainQuestion(tree=tree, customer_id=1)
        )
        sampled = await service.sample(world.runtime, principal, SampleQuestion(tree=tree, size=5))
        for words in (explained.root.facts, sampled.items[0].reason):
            assert words is not None
            # The tag is named, though only the other segment names it.
            assert "有标签「金卡」" in words.zh
            assert ("甲等" in words.zh, "评级" in words.zh) == (told is not None,) * 2
        profile = await service.profile(world.runtime, principal, TreeQuestion(tree=tree))
        charts = {one.by: [share.key for share in one.items] for one in profile.charts}
        assert charts.get("city") == (["杭州"] if told is not None else None), city
    # What somebody wears is named, though the condition names no tag.
    some: Tree = {"leaf": "tag", "how": "some"}
    worn = await service.explain(
        world.runtime, asker(world, "staff"), ExplainQuestion(tree=some, customer_id=1)
    )
    assert worn.root.facts is not None
    assert worn.root.facts.zh == "有标签「金卡」"


async def test_the_engine_is_asked_while_no_transaction_is_open(
    world: World, audience: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    await world.sign_in()
    await friends(world, *range(1, 11))
    await wear(world, 5, range(1, 5))
    await audience.catch_up()
    ids = [(await make(world, name, tag(5), "dynamic"))["id"] for name in "甲乙丙"]
    asked, pool = [], world.runtime.database.engine.pool
    real = audience_service.ids

    async def find(*given: Any) -> BitMap:
        asked.append(pool.checkedout())  # type: ignore[attr-defined]
        return await real(*given)

    monkeypatch.setattr(audience_service, "ids", find)
    rule = {"match": "any", "include": [{"segment": str(one)} for one in ids[:2]]}
    counted = await world.http.post("/api/group-tiers/count", json={"rule": rule})
    assert (counted.json()["total"], asked) == (4, [0, 0]), counted.text
    listed = await world.http.get("/api/customers", params={"segment_id": ids[2]})
    assert (len(listed.json()["items"]), asked) == (4, [0] * 3)
    frozen = await world.http.post(f"/api/segments/{ids[2]}/freeze", json={"name": "定"})
    assert (frozen.json()["size"], asked) == (4, [0] * 4)
