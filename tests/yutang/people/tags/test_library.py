"""The library over HTTP with WeCom's on the other side: who may change what, lost answers, runs."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from tests.yutang.act.loop import Loop, open_loop, until
from yutang.people.corps import service as corps
from yutang.people.tags import service
from yutang.people.tags.telling import fetch_library

ADD = "/cgi-bin/externalcontact/add_corp_tag"
EDIT = "/cgi-bin/externalcontact/edit_corp_tag"
MARK = "/cgi-bin/externalcontact/mark_tag"


@pytest.fixture
async def loop(dsn: str, tmp_path: Path) -> AsyncIterator[Loop]:
    """Both sides, no worker at work; two groups were made in WeCom's console."""
    async with open_loop(dsn, tmp_path) as loop:
        yield loop


async def call(loop: Loop, method: str, path: str, want: int = 200, **body: Any) -> Any:
    """One request of the signed-in owner, with the answer it must get."""
    answer = await loop.yutang.http.request(method, f"/api{path}", json=body or None)
    assert answer.status_code == want, answer.text
    return answer.json() if answer.content else None


async def wecom_groups(loop: Loop) -> dict[str, list[str]]:
    """WeCom's own library by the names of groups."""
    client = await corps.connect(loop.yutang.runtime, loop.yutang.corp_id)
    return {g.group_name: [t.name for t in g.tag] for g in await client.tags.list()}


async def groups(loop: Loop, **query: Any) -> list[dict[str, Any]]:
    """The first page of groups."""
    answer = await loop.yutang.http.get("/api/tags/groups", params=query)
    assert answer.status_code == 200, answer.text
    return list(answer.json()["items"])


async def test_a_group_of_wecom_is_made_renamed_ordered_and_deleted_there_too(loop: Loop) -> None:
    made = await call(
        loop,
        "POST",
        "/tags/groups",
        201,
        kind="wecom",
        name="意向",
        tags=["低", "中", "高"],
        exclusive=True,
        ordered=True,
    )
    assert [(t["name"], t["lock"]) for t in made["items"]] == [
        ("低", "none"),
        ("中", "none"),
        ("高", "none"),
    ]
    assert (made["lock"], made["exclusive"], made["ordered"], made["doubles"]) == (
        "none",
        True,
        True,
        0,
    )
    assert (await groups(loop))[0]["name"] == "意向", "new ones come first"
    low, middle, high = (t["id"] for t in made["items"])
    taken = await call(loop, "POST", "/tags/groups", 409, kind="wecom", name="意向", tags=["x"])
    assert taken["type"] == "tags.name_taken"
    runtime, corp_id = loop.yutang.runtime, loop.yutang.corp_id
    asked_at = runtime.clock()
    stale = await fetch_library(await corps.connect(runtime, corp_id))
    await call(loop, "PATCH", f"/tags/groups/{made['id']}", name="购买意向")
    async with runtime.database.owner() as session:
        # A reading that was asked for before the change, and is written after it.
        await service.mirror_library(session, corp_id, stale, asked_at)
    assert (await groups(loop))[0]["name"] == "购买意向"
    await call(loop, "PATCH", f"/tags/{middle}", 204, name="一般")
    await call(loop, "PATCH", f"/tags/{middle}", 409, name="高")
    ordered = await call(loop, "PUT", f"/tags/groups/{made['id']}/order", ids=[high, middle, low])
    assert [t["name"] for t in ordered["items"]] == ["高", "一般", "低"]
    more = await call(loop, "POST", f"/tags/groups/{made['id']}/tags", 201, names=["犹豫"])
    assert [t["name"] for t in more["items"]] == ["高", "一般", "低", "犹豫"]
    assert (await wecom_groups(loop))["购买意向"] == ["高", "一般", "低", "犹豫"]
    await call(loop, "DELETE", f"/tags/{low}", 204)
    assert (await wecom_groups(loop))["购买意向"] == ["高", "一般", "犹豫"]
    await call(loop, "DELETE", f"/tags/groups/{made['id']}", 204)
    assert "购买意向" not in await wecom_groups(loop)
    await call(loop, "GET", f"/tags/groups/{made['id']}", 404)


async def test_what_others_made_is_locked_with_the_reason(loop: Loop) -> None:
    [first, *_] = await groups(loop)
    assert first["lock"] == "unknown", "WeCom does not tell who made it"
    checked = await call(loop, "POST", f"/tags/groups/{first['id']}/check")
    assert {checked["lock"], *(t["lock"] for t in checked["items"])} == {"other"}
    calls = len(await loop.calls(EDIT))
    refused = await call(loop, "PATCH", f"/tags/groups/{first['id']}", 409, name="新名")
    assert refused["type"] == "tags.locked"
    assert len(await loop.calls(EDIT)) == calls, "nobody is asked what is known"
    ids = [t["id"] for t in checked["items"]]
    await call(loop, "PUT", f"/tags/groups/{first['id']}/order", 409, ids=ids[::-1])
    short = await call(loop, "PUT", f"/tags/groups/{first['id']}/order", 422, ids=ids[1:])
    assert short["type"] == "tags.order"
    await call(loop, "DELETE", f"/tags/{ids[0]}", 409)
    # What is ours alone works on theirs too: archive, exclusive.
    await call(loop, "PATCH", f"/tags/groups/{first['id']}", archived=True, exclusive=True)
    listed = (await loop.yutang.http.get("/api/tags")).json()["items"]
    assert first["id"] not in {g["id"] for g in listed}
    assert [g["id"] for g in await groups(loop, archived=True)] == [first["id"]]


@pytest.mark.parametrize("done", [True, False])
async def test_a_lost_answer_is_settled_by_the_library(loop: Loop, done: bool) -> None:  # noqa: FBT001
    fault = {"kind": "http", "value": 502, "path": ADD, "count": 1}
    fault |= {"when": "after"} if done else {}
    assert (await loop.wecom.post("/emulator/faults", json=fault)).status_code == 200
    body = {"kind": "wecom", "name": "活动", "tags": ["抽奖"]}
    if done:
        made = await call(loop, "POST", "/tags/groups", 201, **body)
        assert made["items"][0]["lock"] == "none"
    else:
        refused = await call(loop, "POST", "/tags/groups", 503, **body)
        assert refused["type"] == "tags.no_answer"
        assert [g["name"] for g in await groups(loop) if g["name"] == "活动"] == []
        await call(loop, "POST", "/tags/groups", 201, **body)
    assert (await wecom_groups(loop))["活动"] == ["抽奖"]
    assert len(await loop.calls(ADD)) == (1 if done else 2)


async def test_ours_cost_wecom_nothing_and_can_be_brought_back(loop: Loop) -> None:
    starters = (await loop.yutang.http.get("/api/tags/starters")).json()["items"]
    assert {s["topic"] for s in starters} >= {
        "demographic",
        "wecom",
        "member",
        "spending",
        "wealth",
    }
    english = (await loop.yutang.http.get("/api/tags/starters?language=en")).json()["items"]
    assert [s["key"] for s in english] == [s["key"] for s in starters]
    assert [len(s["tags"]) for s in english] == [len(s["tags"]) for s in starters]
    made = await call(
        loop, "POST", "/tags/starters/spending", 201, language="zh", kind="own", name="消费"
    )
    assert (made["kind"], made["exclusive"], made["ordered"]) == ("own", True, True)
    wealth = await call(loop, "POST", "/tags/starters/wealth", 201, language="zh", kind="own")
    assert (wealth["sensitive"], wealth["archived"], wealth["items"]) == (True, True, [])
    refused = await call(loop, "POST", "/tags/starters/wealth", 422, language="zh", kind="wecom")
    assert refused["type"] == "tags.apart"
    assert await loop.calls(ADD) == []
    moved = made["items"][0]["id"]
    other = await call(loop, "POST", "/tags/groups", 201, kind="own", name="其他", tags=["x"])
    await call(loop, "PATCH", f"/tags/{moved}", 204, group_id=other["id"], name="零")
    there = await call(loop, "GET", f"/tags/groups/{other['id']}")
    assert [t["name"] for t in there["items"]] == ["零", "x"]
    apart = await call(loop, "PATCH", f"/tags/{moved}", 422, group_id=wealth["id"])
    assert apart["type"] == "tags.apart"
    theirs = loop.tags[0]["id"]
    assert (await call(loop, "PATCH", f"/tags/{theirs}", 422, group_id=other["id"]))["type"] == (
        "tags.apart"
    )
    await call(loop, "DELETE", f"/tags/groups/{other['id']}", 204)
    await call(loop, "GET", f"/tags/groups/{other['id']}", 404)
    back = await call(loop, "POST", f"/tags/groups/{other['id']}/restore")
    assert [t["name"] for t in back["items"]] == ["零", "x"]


async def test_bulk_hand_and_merge_reach_wecom_and_are_counted(loop: Loop) -> None:
    channel = None
    async with loop.working():
        channel = await loop.channel(tag_ids=[loop.tags[0]["id"]])
        for name in ("林小满", "周可欣"):
            await loop.scan(channel, name)
        rows = await loop.ended(2, tags=1)
    people = sorted(row["customer"]["id"] for row in rows)
    old, new = loop.tags[0]["id"], loop.tags[1]["id"]
    runtime, corp_id = loop.yutang.runtime, loop.yutang.corp_id
    hand = await call(loop, "POST", f"/customers/{people[0]}/tags", tag_id=loop.tags[2]["id"])
    assert hand["changed"] is True
    assert [t["mirrored"] for t in hand["items"]] == [True, False]
    await call(loop, "POST", "/customers/9999/tags", 404, tag_id=new)
    plan = (await loop.yutang.http.get(f"/api/tags/{old}/merge?into={new}")).json()
    assert {k: plan[k] for k in ("customers", "both", "calls", "exact")} == {
        "customers": 2,
        "both": 0,
        "calls": 2,
        "exact": True,
    }
    await call(loop, "POST", f"/tags/{old}/merge", 422, into=old)
    await call(loop, "POST", f"/tags/{old}/merge", 202, into=new)
    before = len(await loop.calls(MARK))
    async with loop.working():
        # The channel still names the old one: who comes now gets its heir.
        await loop.scan(channel, "陈屿")
        await until(lambda: _mirrored(loop, new, 3))
    assert len(await loop.calls(MARK)) == before + 4, "two merged, one by hand, one newcomer"
    marks = [c["body"] for c in await loop.calls(MARK)]
    assert sum(bool(m.get("remove_tag")) for m in marks) == 2
    assert await service.count_tags(runtime, corp_id) == 4
    async with runtime.database.corp(corp_id) as session:
        worn = await service.worn_by(session, corp_id, people)
    assert {t.id for tags in worn.values() for t in tags} == {new, loop.tags[2]["id"]}
    detail = await _detail(loop, new)
    assert (detail["customers"], {s["source"]: s["customers"] for s in detail["sources"]}) == (
        3,
        {"merge": 2, "channel": 1},
    )
    gone = await _detail(loop, old)
    assert (gone["archived"], gone["merged_into"]["id"], gone["customers"]) == (True, new, 0)
    await call(loop, "PATCH", f"/tags/{old}", 422, archived=False)
    # A run that finds WeCom out of quota goes on where it stood.
    async with runtime.database.owner() as session:
        await service.tag_customers(
            session, corp_id, people, loop.tags[3]["id"], "bulk:1", runtime.clock(), mirror=True
        )
    await loop.fault("errcode", 84061, MARK, count=1)
    assert await service.mirror_bulk(runtime, corp_id) == 2
    assert (await service_places(loop, loop.tags[3]["id"])) == {
        (None, True),
        ("not_friend:84061", False),
    }
    assert await service.mirror_bulk(runtime, corp_id) == 0


async def service_places(loop: Loop, tag_id: int) -> set[tuple[str | None, bool]]:
    """(error, mirrored) of a tag's places."""
    async with loop.yutang.runtime.database.owner() as session:
        rows = await session.execute(
            text(
                "select push_error, mirrored_at is not null from follow_tags"
                " where corp_id = :corp and tag_id = :tag and push_at is null"
            ),
            {"corp": loop.yutang.corp_id, "tag": tag_id},
        )
        return {(error, mirrored) for error, mirrored in rows}


async def _mirrored(loop: Loop, tag_id: int, count: int) -> bool:
    places = await loop.yutang.http.get(f"/api/customers?tag_id={tag_id}")
    if len(places.json()["items"]) != count:
        return False
    library = (await loop.yutang.http.get("/api/tags/groups")).json()
    ended = await loop.adds()
    return library["waiting"] == 0 and all(tag["mirrored"] for add in ended for tag in add["tags"])


async def _detail(loop: Loop, tag_id: int) -> dict[str, Any]:
    for group in await groups(loop):
        read = await call(loop, "GET", f"/tags/groups/{group['id']}")
        for tag in read["items"]:
            if tag["id"] == tag_id:
                return dict(tag)
    raise AssertionError(tag_id)
