"""Lists of customers and their lives, asked as the admin asks."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from tests.yutang.world import PASSWORD, World, add_corp, open_world
from yutang.kernel.access import service as access
from yutang.people.customers import indexing, service
from yutang.people.customers.schemas import Arrival, Departure, Edit, Person, RelationFacts
from yutang.people.customers.tails import SEARCHES_AN_HOUR
from yutang.people.staff import service as staff
from yutang.people.staff.schemas import DepartmentFacts, Member
from yutang.people.tags import service as tags
from yutang.people.tags.schemas import TagFacts, TagGroupFacts

START = datetime(2026, 11, 20, 8, tzinfo=UTC)
LIBRARY = [TagGroupFacts("g1", "来源", 1, (TagFacts("t1", "台卡", 2), TagFacts("t2", "直播", 1)))]


def arrival(
    number: int,
    name: str,
    account: str = "alice",
    *,
    half: bool = False,
    remark: str = "",
    wecom_tag_ids: tuple[str, ...] = (),
    phones: tuple[str, ...] = (),
    channel: str | None = None,
) -> Arrival:
    """A relation that began `number` hours after the start."""
    at = START + timedelta(hours=number)
    facts = RelationFacts(
        added_at=at, add_way=1, remark=remark, wecom_tag_ids=wecom_tag_ids, phones=phones
    )
    return Arrival(
        account=account,
        external_id=f"wm{number:04d}",
        half=half,
        at=at,
        channel=channel,
        source="test",
        person=Person(name=name),
        facts=None if half else facts,
    )


async def store(world: World, *arrivals: Arrival, corp_id: int | None = None) -> None:
    """Write them as the inbox lane would, in one transaction."""
    async with world.runtime.database.owner() as session:
        await service.record_arrivals(
            session,
            world.runtime.vault,
            corp_id or world.corp_id,
            arrivals,
            START + timedelta(days=1),
        )


@pytest.fixture
async def shop(dsn: str, tmp_path: Path) -> AsyncIterator[World]:
    """A corp with two stores, three members and five customers, its owner signed in."""
    async with open_world(dsn, tmp_path) as world:
        async with world.runtime.database.owner() as session:
            await staff.mirror_departments(
                session,
                world.corp_id,
                [
                    DepartmentFacts(1, "青禾", None, 1),
                    DepartmentFacts(2, "华南", 1, 1),
                    DepartmentFacts(3, "南山店", 2, 1),
                ],
            )
            await staff.record_members(
                session,
                world.corp_id,
                [
                    Member("alice", "周可欣", "active", departments=(3,)),
                    Member("bob", "李青", "active", departments=(2,)),
                    Member("carol", "何嘉", "active", departments=(1,)),
                ],
            )
            await tags.mirror_library(session, world.corp_id, LIBRARY, START)
        await store(
            world,
            arrival(1, "林小满", remark="一宝 8 个月", wecom_tag_ids=("t1", "t2"), channel="yt1"),
            arrival(2, "豆豆妈🌸", "bob", phones=("13800006627",)),
            arrival(3, "Kiki", "carol", wecom_tag_ids=("t1",)),
            arrival(4, "小满", half=True, channel="yt1"),
            arrival(5, "木子"),
        )
        async with world.runtime.database.owner() as session:
            await service.record_departures(
                session,
                world.corp_id,
                [Departure("alice", "wm0005", "deleted_by_customer", START + timedelta(9), "test")],
            )
        await world.sign_in()
        yield world


async def names(world: World, **query: Any) -> list[str]:
    """Names of the first page."""
    answer = await world.http.get("/api/customers", params=query)
    assert answer.status_code == 200, answer.text
    return [item["name"] for item in answer.json()["items"]]


async def test_the_newest_add_stands_first_and_who_is_not_added_yet_last(shop: World) -> None:
    assert await names(shop) == ["木子", "Kiki", "豆豆妈🌸", "林小满", "小满"]
    oldest = ["林小满", "豆豆妈🌸", "Kiki", "木子", "小满"]
    assert await names(shop, sort="added") == oldest
    assert await names(shop, sort="name") == ["豆豆妈🌸", "Kiki", "林小满", "木子", "小满"]


CASES: list[tuple[dict[str, Any], list[str]]] = [
    ({"q": "小满"}, ["林小满", "小满"]),
    ({"q": "满"}, ["林小满", "小满"]),
    ({"q": "KIK"}, ["Kiki"]),
    ({"q": "豆豆妈🌸"}, ["豆豆妈🌸"]),
    ({"q": "豆妈豆"}, []),
    ({"q": "8 个月"}, ["林小满"]),
    ({"q": "138 0000 6627"}, ["豆豆妈🌸"]),
    ({"q": "wm0003"}, ["Kiki"]),
    ({"q": "'; drop table customers; --"}, []),
    ({"q": "%"}, []),
    ({"state": "half"}, ["小满"]),
    ({"state": "lost"}, ["木子"]),
    ({"state": "lost", "staff": "周可欣"}, ["木子"]),
    ({"staff": "周可欣"}, ["林小满", "小满"]),
    ({"department_id": 3}, ["林小满", "小满"]),
    ({"department_id": 2}, ["豆豆妈🌸", "林小满", "小满"]),
    ({"department_id": 1, "state": "friend"}, ["Kiki", "豆豆妈🌸", "林小满"]),
    ({"department_id": 99}, []),
    ({"tag": "台卡"}, ["Kiki", "林小满"]),
    ({"tag": "台卡", "staff": "何嘉"}, ["Kiki"]),
    ({"tag": "直播", "staff": "何嘉"}, []),
    (
        {"added_from": "2026-11-20", "added_to": "2026-11-20"},
        ["木子", "Kiki", "豆豆妈🌸", "林小满"],
    ),
    ({"added_from": "2026-11-21"}, []),
    ({"ended_from": "2026-11-29", "ended_to": "2026-11-29"}, ["木子"]),
    ({"ended_to": "2026-11-28"}, []),
]


async def test_each_condition_narrows(shop: World) -> None:
    members = (await shop.http.get("/api/staff")).json()["items"]
    groups = (await shop.http.get("/api/tags")).json()["items"]
    seen = []
    for query, _ in CASES:
        asked = dict(query)
        if name := asked.pop("staff", None):
            asked["staff_id"] = next(m["id"] for m in members if m["name"] == name)
        if name := asked.pop("tag", None):
            asked["tag_id"] = next(t["id"] for g in groups for t in g["tags"] if t["name"] == name)
        found = await names(shop, **asked)
        count = (await shop.http.get("/api/customers/count", params=asked)).json()
        assert count == {"total": len(found), "exact": True}
        seen.append((query, found))
    assert seen == CASES


async def test_a_level_is_asked_for_with_those_above_it(shop: World) -> None:
    groups = (await shop.http.get("/api/tags")).json()["items"]
    ids = {tag["name"]: tag["id"] for group in groups for tag in group["tags"]}
    async with shop.runtime.database.owner() as session:
        await session.execute(text("update tag_groups set ordered = true"))
    order = [tag["name"] for group in groups for tag in group["tags"]]
    lowest, highest = ids[order[0]], ids[order[-1]]
    wearers = {name: await names(shop, tag_id=tag_id) for name, tag_id in ids.items()}
    assert wearers[order[0]] != wearers[order[-1]]
    assert await names(shop, tag_least=highest) == wearers[order[-1]]
    both = set(wearers[order[0]]) | set(wearers[order[-1]])
    assert set(await names(shop, tag_least=lowest)) == both
    assert await names(shop, tag_least=lowest, tag_none=highest) == [
        name for name in wearers[order[0]] if name not in wearers[order[-1]]
    ]
    unknown = await shop.http.get("/api/customers", params={"tag_least": 9999})
    assert (unknown.status_code, unknown.json()["type"]) == (404, "tags.unknown")


async def test_a_row_tells_owners_tags_and_remark(shop: World) -> None:
    rows = (await shop.http.get("/api/customers", params={"q": "林小满"})).json()["items"]
    assert [
        (
            row["remark"],
            row["state"],
            [owner["name"] for owner in row["owners"]],
            [tag["name"] for tag in row["tags"]],
        )
        for row in rows
    ] == [("一宝 8 个月", "friend", ["周可欣"], ["台卡", "直播"])]


async def test_pages_hold_everybody_once_in_order(shop: World) -> None:
    await store(shop, *(arrival(100 + i, f"客户{i % 7}", half=i % 3 == 0) for i in range(40)))
    for sort in ("-added", "name"):
        whole, paged = await walk_pages(shop, sort)
        assert paged == whole
        assert len(set(paged)) == len(paged) == 45


async def walk_pages(shop: World, sort: str) -> tuple[list[int], list[int]]:
    """Ids of one page of 200, and of all pages of 7 together."""
    whole = (await shop.http.get("/api/customers", params={"sort": sort, "limit": 200})).json()
    paged: list[int] = []
    after: str | None = None
    while True:
        query: dict[str, Any] = {"sort": sort, "limit": 7} | ({"after": after} if after else {})
        page = (await shop.http.get("/api/customers", params=query)).json()
        paged += [row["id"] for row in page["items"]]
        after = page["next"]
        if after is None:
            return [row["id"] for row in whole["items"]], paged


WRONG: list[tuple[dict[str, Any], str]] = [
    ({"after": "x"}, "customers.bad_cursor"),
    ({"after": "12~not a moment"}, "customers.bad_cursor"),
    ({"channel_id": 77}, "channels.unknown"),
    ({"state": "rich"}, "request.invalid"),
    ({"limit": 100000}, "request.invalid"),
    ({"q": "x" * 65}, "request.invalid"),
]


async def test_a_bad_question_says_what_is_wrong(shop: World) -> None:
    answers = [await shop.http.get("/api/customers", params=query) for query, _ in WRONG]
    assert [answer.json()["type"] for answer in answers] == [code for _, code in WRONG]
    assert {answer.status_code for answer in answers} == {404, 422}


async def test_nobody_sees_another_corps_customers(shop: World) -> None:
    other, _ = await add_corp(shop.runtime, "other", (1,))
    await store(shop, arrival(900, "别家的林小满"), corp_id=other)
    assert "别家的林小满" not in await names(shop, q="林小满")
    await shop.http.delete("/api/session")
    await shop.sign_in("other")
    assert await names(shop) == ["别家的林小满"]
    assert await names(shop, q="小满") == ["别家的林小满"]


async def test_a_life_is_told_newest_first_and_can_be_narrowed(shop: World) -> None:
    async with shop.runtime.database.owner() as session:
        await service.record_edits(
            session,
            shop.runtime.vault,
            shop.corp_id,
            [
                Edit(
                    "alice",
                    "wm0001",
                    Person(name="林小满"),
                    RelationFacts(added_at=START, wecom_tag_ids=("t2",)),
                )
            ],
            START + timedelta(days=2),
        )
    [row] = (await shop.http.get("/api/customers", params={"q": "林小满"})).json()["items"]
    path = f"/api/customers/{row['id']}/timeline"

    async def told(**query: Any) -> list[tuple[str, str | None]]:
        page = (await shop.http.get(path, params=query)).json()
        return [(e["kind"], e["tag"] and e["tag"]["name"]) for e in page["items"]]

    life = [
        ("tag.removed", "台卡"),
        ("tag.added", "直播"),
        ("tag.added", "台卡"),
        ("relation.added", None),
    ]
    assert await told() == life
    assert await told(kind="tag") == life[:3]
    assert await told(kind="welcome") == []
    first = (await shop.http.get(path, params={"limit": 3})).json()
    rest = (await shop.http.get(path, params={"limit": 3, "after": first["next"]})).json()
    assert [e["kind"] for e in rest["items"]] == ["relation.added"]
    assert rest["next"] is None
    assert rest["items"][0]["staff"]["name"] == "周可欣"
    wrong = await shop.http.get(path, params={"after": "2026-01-01T00:00:00~x1"})
    assert wrong.json()["type"] == "customers.bad_cursor"
    assert (await shop.http.get("/api/customers/999/timeline")).status_code == 404


async def test_a_relation_found_by_reading_is_told_without_an_event(shop: World) -> None:
    found = replace(arrival(50, "老客"), seen=True)
    await store(shop, found)
    [row] = (await shop.http.get("/api/customers", params={"q": "老客"})).json()["items"]
    page = (await shop.http.get(f"/api/customers/{row['id']}/timeline")).json()
    assert [(e["kind"], e["staff"]["name"]) for e in page["items"]] == [
        ("relation.found", "周可欣")
    ]
    assert datetime.fromisoformat(page["items"][0]["at"]) == found.at


async def test_a_reading_older_than_our_tag_does_not_take_it_away(shop: World) -> None:
    [row] = (await shop.http.get("/api/customers", params={"q": "Kiki"})).json()["items"]
    asked_at = START + timedelta(days=1) - timedelta(seconds=1)
    stale = Edit("carol", "wm0003", Person(name="Kiki"), RelationFacts(added_at=START))
    async with shop.runtime.database.owner() as session:
        await service.record_edits(session, shop.runtime.vault, shop.corp_id, [stale], asked_at)
    [same] = (await shop.http.get("/api/customers", params={"q": "Kiki"})).json()["items"]
    assert [tag["name"] for tag in same["tags"]] == [tag["name"] for tag in row["tags"]] == ["台卡"]


async def test_last_digits_need_a_right_are_audited_and_limited(shop: World) -> None:
    assert await indexing.fold_phones(shop.runtime, shop.corp_id) == 1
    assert await names(shop, phone_tail="6627") == ["豆豆妈🌸"]
    assert await names(shop, phone_tail="0000") == []
    count = await shop.http.get("/api/customers/count", params={"phone_tail": "6627"})
    assert count.json() == {"total": 1, "exact": True}
    async with shop.runtime.database.owner() as session:
        told = (
            await session.execute(
                text(
                    "select actor, after::text as after from audit_entries where action = :action"
                ),
                {"action": "customers.phone_searched"},
            )
        ).all()
        # The count asked the same again: that is no further search. Which digits is told nobody.
        assert len(told) == 2
        assert not any("6627" in row.after or "0000" in row.after for row in told)
        await access.add_user(
            session, shop.corp_id, login="li", name="李", role="operator", password=PASSWORD
        )
    for number in range(SEARCHES_AN_HOUR - 2):
        assert await names(shop, phone_tail=f"{number + 1:04d}") == []
    late = await shop.http.get("/api/customers", params={"phone_tail": "9999"})
    assert (late.status_code, late.json()["type"]) == (429, "customers.too_many_phone_searches")
    # What he searched for a moment ago he may page through still.
    assert await names(shop, phone_tail="6627") == ["豆豆妈🌸"]
    await shop.sign_in("li")
    refused = await shop.http.get("/api/customers", params={"phone_tail": "6627"})
    assert (refused.status_code, refused.json()["type"]) == (403, "access.forbidden")
