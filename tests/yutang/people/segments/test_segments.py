"""Segments over HTTP: defined, counted, versioned, nested, deleted."""

from collections.abc import Collection
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import text

from tests.yutang.people.segments.stage import (
    both,
    code,
    friends,
    make,
    members,
    nobody_of,
    read,
    refresh,
    rows,
    segment,
    tag,
    take_off,
    wear,
)
from tests.yutang.world import World, add_corp
from yutang.kernel.clock import utc_now
from yutang.people.audience import service as audience_service
from yutang.people.audience.engine import Engine
from yutang.people.audience.errors import AudienceAwayError
from yutang.people.segments import service
from yutang.people.segments.schemas import Use

EVERYBODY: dict[str, Any] = {"op": "all", "of": []}


async def library(world: World) -> None:
    """Two tags of ours by name."""
    async with world.runtime.database.owner() as session:
        await session.execute(
            text(
                "insert into tag_groups (corp_id, id, kind, name) overriding system value"
                " values (:c, 1, 'own', '会员')"
            ),
            {"c": world.corp_id},
        )
        await session.execute(
            text(
                "insert into tags (corp_id, id, group_id, kind, name) overriding system value"
                " values (:c, 5, 1, 'own', '金卡'), (:c, 6, 1, 'own', '银卡')"
            ),
            {"c": world.corp_id},
        )


async def test_a_segment_is_counted_saved_read_and_explained(
    world: World, audience: Engine
) -> None:
    await world.sign_in()
    http = world.http
    await library(world)
    await friends(world, *range(1, 101))
    await wear(world, 5, range(1, 51))
    await wear(world, 6, range(41, 61))
    await audience.catch_up()

    tree = both(tag(5), nobody_of(tag(6)))
    counted = (await http.post("/api/segments/count", json={"tree": tree})).json()
    assert (counted["count"], counted["universe"], counted["share"]) == (40, 100, 0.4)
    assert counted["nodes"] == {"": 40, "0": 50, "1": 80, "1.0": 20}
    assert counted["reachable"] is None

    made = await make(world, "金卡非银卡", tree, folder="会员", description="给店长看")
    assert (
        made["sentence"] == (await http.post("/api/segments/sentence", json={"tree": tree})).json()
    )
    assert "金卡" in made["sentence"]["zh"]
    assert (made["size"], made["version"], made["uses"], made["latest"]) == (None, 1, 0, None)
    await refresh(world, made["id"])
    whole = await read(world, made["id"])
    assert (whole["size"], whole["size_hidden"], whole["trouble"]) == (40, False, None)
    assert (whole["latest"]["entered"], whole["latest"]["told"]) == (40, 40)
    assert await members(world, made["id"]) == list(range(1, 41))

    page = (await http.get(f"/api/segments/{made['id']}/members", params={"limit": 30})).json()
    more = await http.get(
        f"/api/segments/{made['id']}/members", params={"limit": 30, "after": page["next"]}
    )
    shown = [one["id"] for one in (*page["items"], *more.json()["items"])]
    assert (sorted(shown), more.json()["next"]) == (list(range(1, 41)), None)

    sample = (await http.post("/api/segments/sample", json={"tree": tree, "size": 3})).json()
    assert len(sample["items"]) == 3
    assert {one["customer"]["id"] for one in sample["items"]} <= set(range(1, 41))
    assert all("金卡" in one["reason"]["zh"] for one in sample["items"])

    inside = (
        await http.post("/api/segments/explain", json={"tree": tree, "customer_id": 7})
    ).json()
    outside = (
        await http.post("/api/segments/explain", json={"tree": tree, "customer_id": 45})
    ).json()
    assert (inside["is_in"], [one["holds"] for one in inside["root"]["of"]]) == (True, [True, True])
    assert (outside["is_in"], [one["holds"] for one in outside["root"]["of"]]) == (
        False,
        [True, False],
    )
    assert outside["root"]["of"][1]["of"][0]["path"] == "1.0"
    unknown = await http.post("/api/segments/explain", json={"tree": tree, "customer_id": 999})
    assert code(unknown) == (404, "customers.unknown")

    shares = (await http.post("/api/segments/overlap", json={"tree": tag(6)})).json()
    assert [(one["name"], one["both"], one["tag_total"]) for one in shares["items"]] == [
        ("银卡", 20, 20),
        ("金卡", 10, 50),
    ]
    assert shares["items"][1]["lift"] == pytest.approx(1.0)
    profile = (await http.post("/api/segments/profile", json={"tree": tag(6)})).json()
    by = {one["by"]: one for one in profile["charts"]}
    assert [(one["key"], one["count"]) for one in by["state"]["items"]] == [("friend", 20)]
    assert [(one["key"], one["count"]) for one in by["staff"]["items"]] == [("7", 20)]

    # He leaves once his tag is taken off.
    await take_off(world, 5, [7])
    await audience.catch_up()
    await refresh(world, made["id"])
    assert 7 not in await members(world, made["id"])
    listed = (await http.get("/api/segments", params={"q": "金卡"})).json()
    assert [(one["name"], one["size"], one["folder"]) for one in listed["items"]] == [
        ("金卡非银卡", 39, "会员")
    ]
    assert (listed["total"], listed["next"]) == (1, None)


async def test_who_can_be_reached_is_told_with_what_nobody_knows(
    world: World, audience: Engine
) -> None:
    await world.sign_in()
    await friends(world, *range(1, 11))
    await wear(world, 5, range(1, 11))
    async with world.runtime.database.owner() as session:
        asked = {"c": world.corp_id}
        await session.execute(
            text(
                "update customers set marketing_refused_at = now() where corp_id = :c and id <= 3"
            ),
            asked,
        )
        await session.execute(
            text(
                "update follows set state = 'deleted_by_customer' where corp_id = :c"
                " and customer_id in (3, 4)"
            ),
            asked,
        )
    await audience.catch_up()
    answer = await world.http.post("/api/segments/count", json={"tree": tag(5), "reachable": True})
    reach = answer.json()["reachable"]
    assert (reach["reachable"], reach["refused"], reach["not_friends"]) == (6, 3, 2)
    assert [one["key"] for one in reach["unknown"]] == ["quota", "blocked"]
    assert all(one["reason"]["zh"] and one["reason"]["en"] for one in reach["unknown"])


async def test_versions_restore_and_collisions(world: World) -> None:
    await world.sign_in()
    http = world.http
    made = await make(world, "一", tag(5), "dynamic")
    path = f"/api/segments/{made['id']}"
    change = {"name": "一", "kind": "dynamic", "tree": tag(6), "version": 1}
    second = (await http.put(path, json=change)).json()
    assert (second["version"], second["tree"]) == (2, tag(6))
    # The same again is no change, an older version no ground to stand on.
    same = (await http.put(path, json={**change, "version": 2})).json()
    assert same["version"] == 2
    assert code(await http.put(path, json=change)) == (409, "segments.changed_meanwhile")
    assert code(
        await http.put(path, json={**change, "kind": "static", "tree": None, "version": 2})
    ) == (
        422,
        "segments.kind_fixed",
    )
    restored = await http.post(f"{path}/versions/1/restore", json={"version": 2})
    assert (restored.json()["version"], restored.json()["tree"]) == (3, tag(5))
    assert code(await http.post(f"{path}/versions/9/restore", json={"version": 3})) == (
        404,
        "segments.unknown_version",
    )
    versions = (await http.get(f"{path}/versions")).json()["items"]
    assert [(one["number"], one["restored"], one["tree"]) for one in versions] == [
        (3, 1, tag(5)),
        (2, None, tag(6)),
        (1, None, tag(5)),
    ]
    assert {one["made_by_name"] for one in versions} == {"周岚"}
    taken = await http.post("/api/segments", json={"name": "一", "kind": "kept", "tree": tag(5)})
    assert code(taken) == (422, "segments.name_taken")
    acts = await rows(
        world,
        "select action from audit_entries where corp_id = :c and action like 'segments.%'"
        " order by id",
    )
    assert [one for (one,) in acts] == ["segments.made", "segments.changed", "segments.restored"]


async def test_segments_in_segments_go_round_in_no_circle(world: World, audience: Engine) -> None:
    await world.sign_in()
    http = world.http
    await friends(world, *range(1, 21))
    await wear(world, 5, range(1, 11))
    await wear(world, 6, range(6, 16))
    await audience.catch_up()
    inner = await make(world, "里", tag(5), "dynamic")
    kept = await make(world, "存", tag(6), "kept")
    outer = await make(world, "外", both(segment(inner["id"]), segment(kept["id"])), "dynamic")
    # A kept one that nobody was counted in yet is asked as the conditions that it is.
    assert await members(world, outer["id"]) == list(range(6, 11))
    await refresh(world, kept["id"])
    assert await members(world, outer["id"]) == list(range(6, 11))
    counted = await http.post("/api/segments/count", json={"tree": outer["tree"]})
    assert counted.json()["nodes"] == {"": 5, "0": 10, "1": 10}
    explained = await http.post(
        "/api/segments/explain", json={"tree": outer["tree"], "customer_id": 3}
    )
    assert [one["holds"] for one in explained.json()["root"]["of"]] == [True, False]
    assert explained.json()["root"]["of"][0]["of"] == []

    # An old version that asks the other way round comes back neither by hand nor by restoring.
    change = {"name": "里", "kind": "dynamic", "version": 1}
    circle = await http.put(
        f"/api/segments/{inner['id']}", json={**change, "tree": both(tag(5), segment(outer["id"]))}
    )
    assert code(circle) == (422, "segments.cycle")
    assert "里 → 外 → 里" in circle.json()["detail"]
    itself = await http.put(
        f"/api/segments/{inner['id']}", json={**change, "tree": segment(inner["id"])}
    )
    assert code(itself) == (422, "segments.cycle")
    free = await http.put(
        f"/api/segments/{outer['id']}",
        json={"name": "外", "kind": "dynamic", "tree": tag(5), "version": 1},
    )
    assert free.status_code == 200
    turned = await http.put(
        f"/api/segments/{inner['id']}", json={**change, "tree": segment(outer["id"])}
    )
    assert turned.status_code == 200
    back = await http.post(f"/api/segments/{outer['id']}/versions/1/restore", json={"version": 2})
    assert code(back) == (422, "segments.cycle")
    assert (await read(world, outer["id"]))["tree"] == tag(5)

    refused = await http.delete(f"/api/segments/{outer['id']}")
    assert (code(refused), "里" in refused.json()["detail"]) == ((409, "segments.in_use"), True)
    uses = (await http.get(f"/api/segments/{outer['id']}/uses")).json()["items"]
    assert uses == [{"kind": "segment", "id": inner["id"], "name": "里"}]
    as_list = await http.post(
        "/api/segments/count", json={"tree": {"leaf": "list", "segment": kept["id"]}}
    )
    assert code(as_list) == (422, "segments.named")


async def test_who_registered_a_use_keeps_a_segment(world: World) -> None:
    await world.sign_in()
    made = await make(world, "给规则用", tag(5))

    async def finder(session: Any, corp_id: int, ids: Collection[int]) -> list[tuple[int, Use]]:
        assert session is not None
        mine = corp_id == world.corp_id and made["id"] in ids
        return [(made["id"], Use("tag_rule", 3, "自动打金卡", watches=True))] if mine else []

    service.register_use("test", finder)
    try:
        refused = await world.http.delete(f"/api/segments/{made['id']}")
        assert code(refused) == (409, "segments.in_use")
        assert (await read(world, made["id"]))["uses"] == 1
        # Who waits for those who enter would wait for nothing.
        change = {"name": made["name"], "kind": "dynamic", "tree": made["tree"], "version": 1}
        turned = await world.http.put(f"/api/segments/{made['id']}", json=change)
        assert code(turned) == (409, "segments.in_use")
        assert (await read(world, made["id"]))["kind"] == "kept"
    finally:
        service.register_use("test", _nobody)
    assert (await world.http.delete(f"/api/segments/{made['id']}")).status_code == 204
    assert code(await world.http.get(f"/api/segments/{made['id']}")) == (404, "segments.unknown")
    left = await rows(
        world,
        "select (select count(*) from segment_versions where corp_id = :c),"
        " (select count(*) from segment_bits where corp_id = :c)",
    )
    assert left == [(0, 0)]


async def _nobody(session: Any, corp_id: int, ids: Collection[int]) -> list[tuple[int, Use]]:
    del session, corp_id, ids
    return []


@pytest.mark.usefixtures("audience")
async def test_names_are_words_and_nothing_else(world: World) -> None:
    await world.sign_in()
    http = world.http
    name = "'); drop table segments; --"
    made = await make(world, name, {"leaf": "attribute", "name": "company", "test": {
        "is": "contains", "values": ["' or '1'='1"]}}, "dynamic")  # fmt: skip
    assert (await read(world, made["id"]))["name"] == name
    assert await members(world, made["id"]) == []
    found = (await http.get("/api/segments", params={"q": "' or 1=1 --"})).json()
    assert found["items"] == []
    for unknown in (
        {"name": "", "kind": "kept", "tree": tag(5)},
        {"name": "长" * 61, "kind": "kept", "tree": tag(5)},
        {"name": "空", "kind": "static", "tree": tag(5)},
    ):
        assert (await http.post("/api/segments", json=unknown)).status_code == 422
    none = await http.post("/api/segments", json={"name": "无", "kind": "kept"})
    assert code(none) == (422, "segments.conditions")
    gone = await http.post("/api/segments/count", json={"tree": segment(999)})
    assert code(gone) == (422, "segments.named")


@pytest.mark.usefixtures("audience")
async def test_what_another_company_has_is_not_there(world: World) -> None:
    await world.sign_in()
    mine = await make(world, "我的", tag(5), "dynamic")
    await add_corp(world.runtime, "rival", (1000010,))
    world.http.cookies.clear()
    await world.sign_in("rival")
    for method, more in (
        ("GET", ""), ("GET", "/versions"), ("GET", "/uses"), ("GET", "/sizes"), ("GET", "/runs"),
        ("GET", "/members"), ("DELETE", ""), ("POST", "/refresh"), ("GET", "/unknown.csv"),
    ):  # fmt: skip
        answer = await world.http.request(method, f"/api/segments/{mine['id']}{more}")
        assert code(answer) == (404, "segments.unknown"), (method, more)
    for more, body in (
        ("/freeze", {"name": "偷"}),
        ("/export", {"columns": ["name"]}),
        ("/versions/1/restore", {"version": 1}),
    ):
        answer = await world.http.post(f"/api/segments/{mine['id']}{more}", json=body)
        assert code(answer) == (404, "segments.unknown"), more
    inside = await world.http.post("/api/segments/count", json={"tree": segment(mine["id"])})
    assert code(inside) == (422, "segments.named")
    listed = await world.http.get("/api/customers", params={"segment_id": mine["id"]})
    assert code(listed) == (404, "segments.unknown")
    assert (await world.http.get("/api/segments")).json()["items"] == []


async def test_the_engine_away_leaves_definitions_and_the_last_size(
    world: World, audience: Engine
) -> None:
    await world.sign_in()
    http = world.http
    await friends(world, *range(1, 6))
    await wear(world, 5, range(1, 4))
    await audience.catch_up()
    kept = await make(world, "存着的", tag(5))
    asked = await make(world, "现问的", tag(5), "dynamic")
    await refresh(world, kept["id"])
    audience_service.desk(world.runtime).engine = None
    try:
        assert code(await http.post("/api/segments/count", json={"tree": tag(5)})) == (
            503,
            "audience.away",
        )
        assert code(await http.get("/api/customers", params={"segment_id": asked["id"]})) == (
            503,
            "audience.away",
        )
        # What is kept is answered, and everything is said as before.
        people = await http.get("/api/customers", params={"segment_id": kept["id"]})
        assert len(people.json()["items"]) == 3
        change = {"name": "改了", "kind": "kept", "tree": tag(6), "version": 1}
        assert (await http.put(f"/api/segments/{kept['id']}", json=change)).status_code == 200
        await _refresh_in_vain(world, kept["id"])
        await _refresh_in_vain(world, asked["id"])
        told = await read(world, kept["id"])
        assert (told["size"], told["trouble"]) == (3, "audience.away")
        assert told["as_of"] is not None
    finally:
        audience_service.desk(world.runtime).engine = audience
    await refresh(world, kept["id"])
    told = await read(world, kept["id"])
    assert (told["size"], told["trouble"]) == (0, None)
    # The clock asks again for the other, which nobody looks at.
    later = replace(world.runtime, clock=lambda: utc_now() + timedelta(minutes=2))
    assert await service.tick(later) == 1
    await refresh(world, asked["id"])
    assert await service.tick(later) == 0


async def _refresh_in_vain(world: World, segment_id: int) -> None:
    with pytest.raises(AudienceAwayError):
        await refresh(world, segment_id)
