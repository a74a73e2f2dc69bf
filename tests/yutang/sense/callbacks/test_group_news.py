"""Groups by callbacks, with the emulator at the other end."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from tests.yutang.act.loop import Loop, open_loop, until
from tests.yutang.world import event_xml

GET = "/cgi-bin/externalcontact/groupchat/get"


@pytest.fixture
async def loop(dsn: str, tmp_path: Path) -> AsyncIterator[Loop]:
    """Both sides, and all lanes of a worker."""
    async with open_loop(dsn, tmp_path) as found, found.working():
        yield found


async def act(loop: Loop, what: str, **body: Any) -> dict[str, Any]:
    """Something that somebody does in a group, or with one."""
    answer = await loop.wecom.post(f"{loop.corp}/{what}", json=body)
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


async def rows(loop: Loop, statement: str, **values: Any) -> list[Any]:
    """What the database holds."""
    async with loop.yutang.runtime.database.owner() as session:
        return [tuple(row) for row in await session.execute(text(statement), values)]


async def read(loop: Loop, chat_id: str, people: int, staff: int = 1) -> dict[str, Any]:
    """The group once nothing more is due and so many are there."""

    async def check() -> dict[str, Any] | None:
        await loop.settled()
        due = await rows(loop, "select due_at from group_chats where due_at is not null")
        found = (await loop.yutang.http.get("/api/groups", params={"q": chat_id})).json()["items"]
        if due or not found or (found[0]["people"], found[0]["staff"]) != (people, staff):
            return None
        return dict((await loop.yutang.http.get(f"/api/groups/{found[0]['id']}")).json())

    return await until(check)


async def stays(loop: Loop, group_id: int, **query: Any) -> list[dict[str, Any]]:
    """Who is, or was, in it."""
    answer = await loop.yutang.http.get(f"/api/groups/{group_id}/members", params=query)
    return list(answer.json()["items"])


async def emulated(loop: Loop, chat_id: str) -> dict[str, Any]:
    """The group as the emulator has it."""
    return dict((await loop.tell("groups", chat_id=chat_id))[0])


async def test_the_life_of_a_group(loop: Loop) -> None:
    made = await act(loop, "groups", owner="s0", name="读者群")
    chat_id = made["chat_id"]
    await act(loop, f"groups/{chat_id}/join", members=["wmA", "wmB", "s1"])
    await act(loop, f"groups/{chat_id}/invite", by="s0", link=True, members=["wmC"])
    group = await read(loop, chat_id, 3, 2)
    assert (group["name"], group["owner"]["name"]) == ("读者群", "员工0")
    assert (group["friends"], group["strangers"]) == (0, 3)
    assert group["scenes"] == {"invited": 0, "link": 1, "code": 2, "unknown": 0}
    # Three callbacks of one burst are one reading, or two where the machine stood still.
    assert 1 <= len(await loop.calls(GET)) <= 2
    there = await stays(loop, group["id"])
    assert [one["role"] for one in there] == ["owner", "staff", "person", "person", "person"]
    by_id = {one["member"]: one for one in there}
    assert by_id["wmC"]["inviter"]["name"] == "员工0"
    assert by_id["wmA"]["customer"]["state"] == "group_member"

    await act(loop, f"groups/{chat_id}/leave", external_userid="wmA")
    await act(loop, f"groups/{chat_id}/kick", external_userid="wmB")
    await act(loop, f"groups/{chat_id}/rename", name="老读者群")
    await act(loop, f"groups/{chat_id}/notice", notice="不许发广告")
    await act(loop, f"groups/{chat_id}/change_owner", userid="s1")
    await act(loop, f"groups/{chat_id}/set_admin", userids=["s0"])

    async def renamed() -> dict[str, Any] | None:
        found = await read(loop, chat_id, 1, 2)
        return found if found["owner"]["name"] == "员工1" else None

    group = await until(renamed)
    assert (group["name"], group["notice"]) == ("老读者群", "不许发广告")
    assert [one["name"] for one in group["admins"]] == ["员工0"]
    left = {one["member"]: one["left_how"] for one in await stays(loop, group["id"], present=False)}
    assert left == {"wmA": "left", "wmB": "put_out"}
    states = await rows(
        loop,
        "select i.value, c.state from customers c join customer_identities i"
        " on i.customer_id = c.id and i.kind = 'external' order by 1",
    )
    assert states == [("wmA", "visitor"), ("wmB", "visitor"), ("wmC", "group_member")]

    await act(loop, f"groups/{chat_id}/dismiss")

    async def over() -> dict[str, Any] | None:
        await loop.settled()
        found = (await loop.yutang.http.get(f"/api/groups/{group['id']}")).json()
        return dict(found) if found["state"] == "dismissed" else None

    group = await until(over)
    assert (group["people"], group["staff"]) == (0, 0)
    told = await rows(
        loop, "select kind, count(*) from events where kind ~ '^(group|member)[.]' group by 1"
    )
    assert dict(told) == {
        "group.created": 1,
        "group.renamed": 1,
        "group.notice_changed": 1,
        "group.owner_changed": 1,
        "group.dismissed": 1,
        "member.joined": 3,
        "member.left": 3,
    }
    inbox = await rows(
        loop, "select distinct status from inbox where event = 'change_external_chat'"
    )
    assert inbox == [("done",)]
    life = (await loop.yutang.http.get(f"/api/groups/{group['id']}/timeline")).json()["items"]
    kinds = {one["kind"] for one in life}
    assert kinds >= {"group.created", "group.renamed", "member.joined", "member.left"}
    renaming = next(one for one in life if one["kind"] == "group.renamed")
    assert (renaming["before"], renaming["after"]) == ("读者群", "老读者群")
    [change] = [one for one in life if one["kind"] == "group.owner_changed"]
    assert (change["from_owner"]["name"], change["to_owner"]["name"]) == ("员工0", "员工1")
    assert (renaming["from_owner"], renaming["to_owner"]) == (None, None)


async def test_callbacks_that_come_twice_late_and_in_disorder_end_as_wecom_has_it(
    loop: Loop,
) -> None:
    chat_id = (await act(loop, "groups", owner="s0", name="群"))["chat_id"]
    await read(loop, chat_id, 0)
    for kind in ("duplicate_callback", "reorder_callback"):
        await loop.wecom.post("/emulator/faults", json={"kind": kind, "count": 6, "value": 1})
    for who in ("wm1", "wm2", "wm3"):
        await act(loop, f"groups/{chat_id}/join", members=[who])
    await act(loop, f"groups/{chat_id}/kick", external_userid="wm2")
    await act(loop, f"groups/{chat_id}/rename", name="改过的群")

    async def same() -> dict[str, Any] | None:
        found = await read(loop, chat_id, 2)
        return found if found["name"] == "改过的群" else None

    group = await until(same)
    there = {one["member"] for one in await stays(loop, group["id"])}
    assert there == set((await emulated(loop, chat_id))["members"])
    gone = await stays(loop, group["id"], present=False)
    assert [(one["member"], one["left_how"]) for one in gone] == [("wm2", "put_out")]


async def test_who_left_while_nobody_told_is_unseen(loop: Loop) -> None:
    chat_id = (await act(loop, "groups", owner="s0", name="群"))["chat_id"]
    await act(loop, f"groups/{chat_id}/join", members=["wm1", "wm2"])
    await read(loop, chat_id, 2)
    await asyncio.sleep(5.5)  # What happened is old enough that a reading is believed.
    await loop.wecom.post("/emulator/faults", json={"kind": "drop_callback", "count": 1})
    await act(loop, f"groups/{chat_id}/leave", external_userid="wm1")
    await act(loop, f"groups/{chat_id}/rename", name="新名")
    group = await read(loop, chat_id, 1)
    [gone] = await stays(loop, group["id"], present=False)
    assert (gone["member"], gone["left_how"]) == ("wm1", "unseen")


async def test_a_foreign_group_is_no_group_of_ours(loop: Loop) -> None:
    """WeCom answers for ids it does not know as for groups that are no more."""
    xml = event_xml(loop.yutang.app.corpid, "change_external_chat", "create", ChatId="wrFOREIGN")
    assert (await loop.yutang.call_back(xml)).status_code == 200

    async def over() -> bool:
        found = await rows(loop, "select state, due_at from group_chats")
        return found == [("dismissed", None)]

    await until(over)
    assert (await loop.yutang.http.get("/api/groups/count")).json() == {"total": 0}
    other = await loop.yutang.http.get("/api/groups/987654321")
    assert (other.status_code, other.json()["type"]) == (404, "groups.unknown")
