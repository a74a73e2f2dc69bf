"""Keyword replies: checked, exported for the console, ticked off, and older ones shown."""

import io
from typing import Any

import pytest
from openpyxl import load_workbook
from sqlalchemy import text

from tests.yutang.act.groupcare.stage import audited
from tests.yutang.world import PASSWORD, World
from yutang.kernel.access import service as access

URL = "/api/keyword-replies"
ROOM = (
    """
    insert into staff (corp_id, account, name, status) values (:corp, 's0', '员工0', 'active')
    """,
    """
    insert into group_chats (corp_id, chat_id, name, owner_staff_id, kind, created_at)
    select :corp, 'wr' || i, '群' || i, s.id, 'product', now()
    from staff s, generate_series(1, 3) i
    """,
)


@pytest.fixture
async def room(world: World) -> World:
    """A company of one member who owns a group, its owner signed in."""
    async with world.runtime.database.owner() as session:
        for statement in ROOM:
            await session.execute(text(statement), {"corp": world.corp_id})
    await world.sign_in()
    return world


def reply(**changes: Any) -> dict[str, Any]:
    """A rule for all groups."""
    return {
        "name": "价格",
        "words": ["价格", "多少钱"],
        "text": "价目表在群公告里",
        "reach": {"by": "all"},
    } | changes


async def made(world: World, **changes: Any) -> dict[str, Any]:
    """A rule as it was answered."""
    answer = await world.http.post(URL, json=reply(**changes))
    assert answer.status_code == 201, answer.text
    return dict(answer.json())


async def listed(world: World) -> list[dict[str, Any]]:
    """All rules."""
    return list((await world.http.get(URL)).json()["items"])


async def states(world: World) -> list[tuple[str, str]]:
    """All rules: name and what the console has."""
    return [(one["name"], one["state"]) for one in await listed(world)]


async def enter(world: World, one: dict[str, Any], version: int | None = None) -> int:
    """Tick it off."""
    body = {"version": version or one["version"]}
    return (await world.http.post(f"{URL}/{one['id']}/entered", json=body)).status_code


async def test_a_rule_is_typed_changed_and_taken_out(room: World) -> None:
    one = await made(room)
    assert (one["groups"], one["state"], one["clashes"]) == (3, "not_entered", [])
    assert await enter(room, one) == 204
    [seen] = await listed(room)
    assert (seen["state"], seen["entered_words"]) == ("entered", None)
    assert seen["entered_by"] == "周岚"
    changed = await room.http.put(
        f"{URL}/{one['id']}", json=reply(words=["价格"], version=1, text="问群主")
    )
    assert (changed.status_code, changed.json()["state"]) == (200, "changed")
    assert changed.json()["entered_words"] == ["价格", "多少钱"]
    assert changed.json()["entered_text"] == "价目表在群公告里"
    assert await enter(room, one) == 409
    assert await states(room) == [("价格", "changed")]
    # What is changed back is again what the console has.
    back = await room.http.put(f"{URL}/{one['id']}", json=reply(version=2))
    assert (back.json()["state"], back.json()["version"]) == ("entered", 3)
    late = await room.http.put(f"{URL}/{one['id']}", json=reply(version=2, text="晚了"))
    assert (late.status_code, late.json()["type"]) == (409, "groupcare.changed_meanwhile")
    assert (await room.http.delete(f"{URL}/{one['id']}")).status_code == 204
    [seen] = await listed(room)
    assert seen["state"] == "to_remove"
    assert (await room.http.delete(f"{URL}/{one['id']}")).status_code == 404
    # Another may have its name while the console still has the old one.
    assert (await made(room))["name"] == "价格"
    assert await enter(room, seen) == 204
    assert await states(room) == [("价格", "not_entered")]
    assert await audited(room, "keyword_reply.removed") == [({"version": 1}, {"version": None})]
    assert len(await audited(room, "keyword_reply.changed")) == 2


async def test_words_that_meet_are_told_of(room: World) -> None:
    first = await made(room, words=["价格", "价格表"])
    await made(room, name="尺码", words=["ＳＩＺＥ", "表"])
    await made(room, name="大小", words=["size"])
    told = {
        one["name"]: sorted(
            (clash["how"], clash["word"], clash["reply_name"], clash["theirs"])
            for clash in one["clashes"]
        )
        for one in await listed(room)
    }
    assert told == {
        "价格": [("contains", "价格表", "价格", "价格"), ("contains", "价格表", "尺码", "表")],
        "尺码": [("same", "ＳＩＺＥ", "大小", "size"), ("within", "表", "价格", "价格表")],
        "大小": [("same", "size", "尺码", "ＳＩＺＥ")],
    }
    assert (await room.http.delete(f"{URL}/{first['id']}")).status_code == 204
    assert [len(one["clashes"]) for one in await listed(room)] == [1, 1]


async def test_what_the_console_would_not_take_is_refused(room: World) -> None:
    for body, code in (
        (reply(words=["价格", " 价 格 "]), "groupcare.bad_words"),
        (reply(words=["字" * 21]), "invalid"),
        (reply(words=[str(i) for i in range(11)]), "invalid"),
        (reply(words=[]), "invalid"),
        (reply(text=" "), "groupcare.empty"),
        (reply(text="字" * 1001), "groupcare.too_long"),
        (reply(reach={"by": "tiers"}), "groupcare.bad_reach"),
    ):
        answer = await room.http.post(URL, json=body)
        assert answer.status_code == 422, answer.text
        assert answer.json()["type"] == code or code == "invalid", (body, answer.text)
    assert await listed(room) == []
    kept = await made(room)
    taken = await room.http.post(URL, json=reply())
    assert (taken.status_code, taken.json()["type"]) == (409, "groupcare.name_taken")
    assert await enter(room, kept | {"id": kept["id"] + 1}) == 404
    async with room.runtime.database.owner() as session:
        await session.execute(
            text(
                "insert into keyword_replies (corp_id, name, words, text, reach, created_by)"
                " select :corp, 'n' || i, array['w' || i], 'x', 'all', 'test'"
                " from generate_series(1, 99) i"
            ),
            {"corp": room.corp_id},
        )
    full = await room.http.post(URL, json=reply(name="第一百零一"))
    assert (full.status_code, full.json()["type"]) == (409, "groupcare.too_many_replies")


async def test_the_workbook_is_what_the_page_shows(room: World) -> None:
    await made(room, text="=1+1 是二")
    await made(
        room,
        name="官网",
        words=["官网"],
        text="",
        attachment={"kind": "link", "title": "官网", "url": "https://example.com/"},
        reach={"by": "kinds", "kinds": ["product"]},
    )
    answer = await room.http.get(f"{URL}/export.xlsx")
    assert answer.status_code == 200
    sheet = load_workbook(io.BytesIO(answer.content)).worksheets[0]
    rows = [[cell.value for cell in line] for line in sheet.iter_rows()]
    assert rows[0][:3] == ["规则名称", "关键词（每行一个）", "回复内容"]
    assert rows[1][:7] == [
        *("官网", "官网", None, "链接\n官网\nhttps://example.com/"),
        *("群类型\n产品群", 3, "待录入"),
    ]
    assert rows[2][:3] == ["价格", "价格\n多少钱", "=1+1 是二"]
    assert sheet["C3"].data_type == "s"
    english = load_workbook(
        io.BytesIO((await room.http.get(f"{URL}/export.xlsx?lang=en")).content)
    ).worksheets[0]
    assert english["A1"].value == "Rule"


async def test_who_sees_a_part_reads_and_changes_nothing(room: World) -> None:
    """Rules are for everybody's groups: who sees some of them reads all, and counts his own."""
    one = await made(room)
    async with room.runtime.database.owner() as session:
        await access.add_user(
            session, room.corp_id, login="part", name="片区", role="manager", password=PASSWORD
        )
    room.http.cookies.clear()
    await room.sign_in("part")
    [seen] = await listed(room)
    assert (seen["name"], seen["groups"]) == ("价格", 0)
    assert await enter(room, one) == 403
    assert (await room.http.post(URL, json=reply(name="另一条"))).status_code == 403
