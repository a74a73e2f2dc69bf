"""Welcomes over HTTP: made, changed, refused, told which applies and why."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from tests.yutang.act.loop import picture
from tests.yutang.world import World, add_corp, open_world

CONTENT = {"text": "你好", "text_nameless": "", "attachments": []}


@pytest.fixture
async def world(dsn: str, tmp_path: Path) -> AsyncIterator[World]:
    """A corp with a tree of departments, two members and two codes; no worker."""
    async with open_world(dsn, tmp_path) as world:
        await world.sign_in()
        async with world.runtime.database.owner() as session:
            for statement in (
                (
                    "insert into departments (corp_id, id, name, parent_id)"
                    " values (:corp, 1, '总部', 0), (:corp, 2, '华南', 1), (:corp, 3, '南山店', 2),"
                    " (:corp, 4, '福田店', 2)"
                ),
                (
                    "insert into staff (corp_id, account, name) values (:corp, 'a', '甲'),"
                    " (:corp, 'b', '乙')"
                ),
                (
                    "insert into staff_departments (corp_id, staff_id, department_id)"
                    " select :corp, s.id, d from staff s, unnest(array[3, 4]) as d"
                    " where s.corp_id = :corp and (s.account = 'a' or d = 4)"
                ),
                (
                    "insert into stores (corp_id, number, name, department_id, created_by)"
                    " values (:corp, '01', '南山万象店', 3, 'test')"
                ),
                (
                    "insert into channels (corp_id, name, state, status, agent_id, created_by)"
                    " values (:corp, '台卡', 'st1', 'active', 1, 'test'),"
                    " (:corp, '海报', 'st2', 'active', 1, 'test')"
                ),
            ):
                await session.execute(text(statement), {"corp": world.corp_id})
        yield world


async def ids(world: World, table: str) -> list[int]:
    """Ids of the corp's rows, in order."""
    async with world.runtime.database.owner() as session:
        found = await session.scalars(
            text(f"select id from {table} where corp_id = :corp order by id"),  # noqa: S608
            {"corp": world.corp_id},
        )
        return list(found)


async def make(world: World, status: int = 201, **changes: Any) -> dict[str, Any]:
    """Ask for a welcome of the corp."""
    body = {"reach": "corp", "content": CONTENT} | changes
    answer = await world.http.post("/api/welcomes", json=body)
    assert answer.status_code == status, answer.text
    return dict(answer.json())


async def which(world: World, **query: Any) -> dict[str, Any]:
    """Which applies to an add."""
    answer = await world.http.get("/api/welcomes/which", params=query)
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


async def test_the_nearest_most_exact_welcome_applies_and_the_others_say_why(world: World) -> None:
    [first, second] = await ids(world, "staff")
    [card, poster] = await ids(world, "channels")
    corp = await make(world)
    night = await make(world, hours={"start": "22:00", "end": "08:00"})
    back = await make(world, standing="returning")
    south = await make(world, reach="department", department_id=2)
    shop = await make(world, reach="department", department_id=4, standing="returning")
    code = await make(
        world, reach="channel", channel_id=card, hours={"start": "09:00", "end": "18:00"}
    )

    async def told(staff: int, at: str, channel: int | None = None, who: str = "new") -> Any:
        query = {"staff_id": staff, "at": at, "standing": who}
        found = await which(world, **query | ({"channel_id": channel} if channel else {}))
        whys = {step["greeting"]["id"]: step["why"] for step in found["steps"]}
        return found["greeting_id"], whys

    assert await told(first, "10:00", card) == (
        code["id"],
        {
            code["id"]: "applies",
            shop["id"]: "other_people",
            south["id"]: "farther",
            night["id"]: "other_hours",
            back["id"]: "other_people",
            corp["id"]: "farther",
        },
    )
    # A code whose only welcome is for other hours is passed over.
    assert (await told(first, "18:00", card))[0] == south["id"]
    assert (await told(second, "23:00", poster, "returning"))[0] == shop["id"]
    seen = await which(world, staff_id=first, at="23:00")
    assert (seen["store"], seen["staff"]["name"]) == ("南山万象店", "甲")
    assert [one["name"] for one in seen["departments"]] == ["南山店", "福田店", "华南", "总部"]
    listed = (await world.http.get("/api/welcomes")).json()
    assert listed["pictures"] == {
        "today": 0,
        "most_today": 1000,
        "month": 0,
        "most_month": 3000,
    }
    # The corp's first, its plainest first; departments and codes that go before are counted.
    assert [
        (one["id"], one["channels_before"], one["departments_before"]) for one in listed["items"]
    ] == [
        (corp["id"], 1, 2),
        (back["id"], 1, 2),
        (night["id"], 1, 2),
        (south["id"], 1, 1),
        (shop["id"], 1, 0),
        (code["id"], 0, 0),
    ]
    assert not any(one["is_covered"] for one in listed["items"])
    await make(world, standing="new")
    one = (await world.http.get(f"/api/welcomes/{corp['id']}")).json()
    assert one["is_covered"] is True
    gone = await world.http.delete(f"/api/welcomes/{code['id']}")
    assert gone.status_code == 204
    assert (await told(first, "10:00", card))[0] == south["id"]
    async with world.runtime.database.owner() as session:
        actions = await session.scalars(
            text("select action from audit_entries where action like 'welcome.%' order by id")
        )
        assert list(actions) == ["welcome.created"] * 7 + ["welcome.deleted"]


async def test_a_change_needs_the_newest_version_and_the_codes_editor_learns_of_it(
    world: World,
) -> None:
    [card, _] = await ids(world, "channels")
    made = await make(world, reach="channel", channel_id=card)
    address, body = f"/api/welcomes/{made['id']}", {"reach": "channel", "channel_id": card}
    changed = await world.http.put(address, json=body | {"content": {"text": "改了"}, "version": 1})
    assert (changed.status_code, changed.json()["version"]) == (200, 2)
    late = await world.http.put(address, json=body | {"content": CONTENT, "version": 1})
    assert (late.status_code, late.json()["type"]) == (409, "welcomes.changed_meanwhile")
    code = (await world.http.get(f"/api/channels/{card}")).json()
    assert code["welcome"]["text"] == "改了"
    # Making and changing the code's plain welcome made the code another one, twice and more.
    assert code["version"] > 2
    same = await world.http.put(address, json=body | {"content": {"text": "改了"}, "version": 2})
    assert same.json()["version"] == 2
    assert (await world.http.get("/api/welcomes/999999")).json()["type"] == "welcomes.unknown"


async def upload(world: World, kind: str, name: str, content: bytes) -> dict[str, Any]:
    """Upload a file; its id, or what was wrong."""
    answer = await world.http.post(f"/api/files?kind={kind}", files={"file": (name, content)})
    return dict(answer.json())


async def test_bad_input_is_refused_in_words_and_changes_nothing(
    world: World, subtests: pytest.Subtests
) -> None:
    other, _ = await add_corp(world.runtime, "other", (1000009,))
    async with world.runtime.database.owner() as session:
        await session.execute(
            text("insert into departments (corp_id, id, name) values (:corp, 77, '别家')"),
            {"corp": other},
        )
        foreign = await session.scalar(
            text(
                "insert into files (corp_id, sha256, name, media_type, bytes)"
                " values (:corp, 'ff', 'b.png', 'image/png', 9) returning id"
            ),
            {"corp": other},
        )
    await make(world, hours={"start": "22:00", "end": "08:00"})
    image = (await upload(world, "image", "a.png", picture()))["id"]
    large = await upload(world, "video", "a.mp4", b"\0\0\0\x18ftypmp42" + bytes(10 * 1024 * 1024))
    lying = await upload(world, "video", "a.mp4", picture())
    assert (large["type"], lying["type"]) == ("files.unsupported", "files.unsupported")
    text_file = (await upload(world, "file", "价目.png", b"no picture at all"))["id"]
    link = {"kind": "link", "title": "看看", "url": "https://example.com/"}
    for changes, status, code in (
        ({"content": {"attachments": [link] * 10}}, 422, "request.invalid"),
        ({"content": {"text": "x" * 4001}}, 422, "channels.welcome_too_long"),
        ({"content": {"text": "我们是{store}"}}, 422, "welcomes.fallback_missing"),
        ({"content": {"text": "你好 {昵称}"}}, 422, "welcomes.unknown_place"),
        ({"content": {"text": "{name}"}}, 422, "channels.nameless_missing"),
        (
            {"content": {"text": "{name}", "text_nameless": "{name}"}},
            422,
            "welcomes.named_nameless",
        ),
        ({"content": {}}, 422, "channels.welcome_empty"),
        ({"hours": {"start": "07:00", "end": "09:00"}}, 409, "welcomes.overlap"),
        ({"hours": {"start": "07:00", "end": "07:00"}}, 422, "welcomes.bad_hours"),
        ({"hours": {"start": "24:00", "end": "07:00"}}, 422, "request.invalid"),
        ({"reach": "department"}, 422, "welcomes.bad_reach"),
        ({"channel_id": 1}, 422, "welcomes.bad_reach"),
        ({"reach": "department", "department_id": 77}, 404, "welcomes.unknown_reach"),
        ({"reach": "channel", "channel_id": 999}, 404, "welcomes.unknown_reach"),
        (
            {"content": {"attachments": [{"kind": "image", "file_id": foreign}]}},
            404,
            "files.unknown",
        ),
        (
            {"content": {"attachments": [{"kind": "video", "file_id": image}]}},
            422,
            "welcomes.wrong_file",
        ),
        (
            {"content": {"attachments": [{"kind": "image", "file_id": text_file}]}},
            422,
            "welcomes.wrong_file",
        ),
        (
            {"content": {"attachments": [link | {"picture_id": text_file}]}},
            422,
            "welcomes.wrong_file",
        ),
        (
            {"content": {"attachments": [link | {"title": "鱼" * 43}]}},
            422,
            "channels.link_too_long",
        ),
    ):
        with subtests.test(code):
            refused = await make(world, status, **changes)
            assert refused["type"] == code
            assert len(await ids(world, "greetings")) == 1
    gone = await world.http.get("/api/welcomes/which", params={"staff_id": 999, "at": "10:00"})
    assert (gone.status_code, gone.json()["type"]) == (404, "welcomes.unknown_reach")
