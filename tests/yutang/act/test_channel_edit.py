"""Editing a code: WeCom learns what it holds, prints stay, nobody overwrites another unseen."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx2
import pytest
from sqlalchemy import text

from tests.yutang.act.loop import Loop, open_loop, until

ADD = "/cgi-bin/externalcontact/add_contact_way"
UPDATE = "/cgi-bin/externalcontact/update_contact_way"


@pytest.fixture
async def loop(dsn: str, tmp_path: Path) -> AsyncIterator[Loop]:
    """Both sides with a worker at work."""
    async with open_loop(dsn, tmp_path) as loop, loop.working():
        yield loop


async def _put(loop: Loop, channel: dict[str, Any], **changes: Any) -> httpx2.Response:
    body = {
        "name": channel["name"],
        "staff_ids": [m["id"] for m in channel["staff"]],
        "tag_ids": [t["id"] for t in channel["tags"]],
        "skip_verify": channel["skip_verify"],
        "remark": channel["remark"],
        "welcome": channel["welcome"],
        "version": channel["version"],
    }
    return await loop.yutang.http.put(f"/api/channels/{channel['id']}", json=body | changes)


async def _settled(loop: Loop, channel_id: int) -> dict[str, Any]:
    async def check() -> dict[str, Any] | None:
        found = (await loop.yutang.http.get(f"/api/channels/{channel_id}")).json()
        return None if found["status"] in {"creating", "updating"} else dict(found)

    return await until(check)


async def _audit(loop: Loop, action: str) -> list[Any]:
    async with loop.yutang.runtime.database.owner() as session:
        rows = await session.execute(
            text("select before, after from audit_entries where action = :action order by id"),
            {"action": action},
        )
        return [tuple(row) for row in rows]


async def test_wecom_takes_over_staff_and_the_print_stays(loop: Loop) -> None:
    channel = await loop.channel()
    everyone = [m["id"] for m in loop.staff]
    answer = await _put(loop, channel, staff_ids=everyone, skip_verify=False, remark="店里")
    assert (answer.status_code, answer.json()["status"]) == (200, "updating")
    after = await _settled(loop, channel["id"])
    assert (after["status"], after["version"]) == ("active", 2)
    assert [m["id"] for m in after["staff"]] == everyone
    assert (after["qr_content"], after["config_id"], after["state"]) == (
        channel["qr_content"],
        channel["config_id"],
        channel["state"],
    )
    [way] = await loop.tell("contact_ways")
    assert (sorted(way["user"]), way["skip_verify"], way["remark"], way["state"]) == (
        ["s0", "s1", "s2"],
        False,
        "店里",
        channel["state"],
    )
    [(before, now)] = await _audit(loop, "channel.updated")
    assert before == {
        "staff_ids": [everyone[0]],
        "skip_verify": True,
        "remark": channel["remark"],
    }
    assert now == {"staff_ids": everyone, "skip_verify": False, "remark": "店里"}


async def test_tags_and_welcome_count_at_once_without_a_call(loop: Loop) -> None:
    channel = await loop.channel()
    welcome = {"text": "新的一段", "text_nameless": "", "attachments": []}
    answer = await _put(loop, channel, welcome=welcome, tag_ids=[loop.tags[2]["id"]])
    assert (answer.json()["status"], answer.json()["version"]) == ("active", 2)
    await loop.scan(channel, "晚到")
    [add] = await loop.ended(1, tags=1)
    assert [tag["id"] for tag in add["tags"]] == [loop.tags[2]["id"]]
    assert await loop.texts() == ["新的一段"]
    assert await loop.calls(UPDATE) == []


async def test_saving_the_same_changes_nothing(loop: Loop) -> None:
    channel = await loop.channel()
    answer = await _put(loop, channel)
    assert (answer.status_code, answer.json()["version"]) == (200, 1)
    assert await _audit(loop, "channel.updated") == []


async def test_the_second_of_two_editors_is_told(loop: Loop) -> None:
    channel = await loop.channel()
    assert (await _put(loop, channel, name="先改的")).status_code == 200
    late = await _put(loop, channel, name="后改的")
    assert (late.status_code, late.json()["type"]) == (409, "channels.changed_meanwhile")
    assert "version 2, yours is 1" in late.json()["detail"]
    assert (await _settled(loop, channel["id"]))["name"] == "先改的"
    assert len(await _audit(loop, "channel.updated")) == 1


async def test_a_refused_edit_fails_and_is_tried_again(loop: Loop) -> None:
    channel = await loop.channel()
    await loop.fault("errcode", 41054, UPDATE, count=1)
    await _put(loop, channel, staff_ids=[loop.staff[1]["id"]])
    failed = await _settled(loop, channel["id"])
    assert (failed["status"], failed["qr_content"]) == ("failed", channel["qr_content"])
    assert "41054" in failed["error"]
    assert [w["user"] for w in await loop.tell("contact_ways")] == [["s0"]]
    again = await loop.yutang.http.post(f"/api/channels/{channel['id']}/retry")
    assert (again.status_code, again.json()["status"]) == (200, "updating")
    after = await _settled(loop, channel["id"])
    assert (after["status"], after["error"]) == ("active", None)
    assert [w["user"] for w in await loop.tell("contact_ways")] == [["s1"]]
    idle = await loop.yutang.http.post(f"/api/channels/{channel['id']}/retry")
    assert (idle.status_code, idle.json()["type"]) == (409, "channels.nothing_to_retry")


async def test_a_refused_creation_is_tried_again_as_it_was_edited(loop: Loop) -> None:
    await loop.fault("errcode", 41054, ADD, count=1)
    channel = await loop.channel()
    assert (channel["status"], channel["config_id"]) == ("failed", None)
    answer = await _put(loop, channel, staff_ids=[loop.staff[2]["id"]])
    assert (answer.json()["status"], answer.json()["error"]) == ("creating", None)
    after = await _settled(loop, channel["id"])
    assert after["status"] == "active"
    assert [w["user"] for w in await loop.tell("contact_ways")] == [["s2"]]
    await loop.fault("errcode", 41054, ADD, count=1)
    second = await loop.channel(name="再来")
    await loop.yutang.http.post(f"/api/channels/{second['id']}/retry")
    assert (await _settled(loop, second["id"]))["status"] == "active"
    assert len(await loop.tell("contact_ways")) == 2


async def test_a_code_unknown_to_wecom_says_so(loop: Loop) -> None:
    channel = await loop.channel()
    await loop.fault("errcode", 41044, UPDATE, count=1)
    await _put(loop, channel, staff_ids=[loop.staff[1]["id"]])
    failed = await _settled(loop, channel["id"])
    assert failed["status"] == "failed"
    assert "41044" in failed["error"]


async def test_one_who_left_is_shown_refused_and_not_sent(loop: Loop) -> None:
    both = [loop.staff[0]["id"], loop.staff[1]["id"]]
    channel = await loop.channel(staff_ids=both)
    async with loop.yutang.runtime.database.owner() as session:
        await session.execute(text("update staff set status = 'left' where account = 's0'"))
    seen = (await loop.yutang.http.get(f"/api/channels/{channel['id']}")).json()
    assert [(m["name"], m["left"]) for m in seen["staff"]] == [("员工0", True), ("员工1", False)]
    refused = await _put(loop, seen, name="新名字")
    assert (refused.status_code, refused.json()["type"]) == (422, "channels.unknown_staff")
    assert refused.json()["detail"] == "员工0 left the corp; take them out and pick others"
    assert (await _settled(loop, channel["id"]))["name"] == channel["name"]
    await _put(loop, seen, staff_ids=both[1:])
    assert (await _settled(loop, channel["id"]))["status"] == "active"
    assert [w["user"] for w in await loop.tell("contact_ways")] == [["s1"]]


async def test_where_everybody_left_the_retry_says_so(loop: Loop) -> None:
    channel = await loop.channel()
    await loop.fault("errcode", 41054, UPDATE, count=1)
    await _put(loop, channel, remark="别的")
    await _settled(loop, channel["id"])
    async with loop.yutang.runtime.database.owner() as session:
        await session.execute(text("update staff set status = 'left' where account = 's0'"))
    await loop.yutang.http.post(f"/api/channels/{channel['id']}/retry")
    failed = await _settled(loop, channel["id"])
    assert failed["error"] == "every member of this code has left; pick others"


async def test_an_edit_while_wecom_is_asked_is_asked_for_again(dsn: str, tmp_path: Path) -> None:
    async with open_loop(dsn, tmp_path) as loop:
        made = (await loop.post_channel()).json()
        # No worker runs: the edit arrives before WeCom was asked at all.
        await _put(loop, made, staff_ids=[loop.staff[1]["id"]])
        async with loop.working():
            after = await _settled(loop, made["id"])
        assert after["status"] == "active"
        assert [w["user"] for w in await loop.tell("contact_ways")] == [["s1"]]
        gone = (await loop.yutang.http.delete(f"/api/channels/{made['id']}")).status_code
        assert gone == 204
        late = await _put(loop, after, name="太晚")
        assert (late.status_code, late.json()["type"]) == (404, "channels.unknown")
