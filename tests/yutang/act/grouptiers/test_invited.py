"""From the invitation to the seat: WeCom makes the code, a person scans it, and that is seen."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from tests.yutang.act.loop import Loop, open_loop, until
from yutang.act.grouptiers import workers
from yutang.act.grouptiers.jobs import FollowInvitation, MakeJoinWays
from yutang.people.deeds.errors import NotKnownYetError

WAY = "/cgi-bin/externalcontact/groupchat/add_join_way"


@pytest.fixture
async def loop(dsn: str, tmp_path: Path) -> AsyncIterator[Loop]:
    """Both sides; no worker runs yet."""
    async with open_loop(dsn, tmp_path) as loop:
        yield loop


async def opened(loop: Loop, name: str) -> dict[str, Any]:
    """A group of the first member."""
    body = {"owner": "s0", "name": name}
    answer = await loop.wecom.post(f"{loop.corp}/groups", json=body)
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


async def test_a_person_is_invited_scans_the_code_and_is_followed(loop: Loop) -> None:
    world = loop.yutang
    async with loop.working():
        channel = await loop.channel(tag_ids=[])
        met = await loop.scan(channel, "小满")
        await loop.ended(1)
        chat = await opened(loop, "核心群")

        async def known() -> list[int] | None:
            found = (await world.http.get("/api/groups")).json()["items"]
            return [one["id"] for one in found if one["name"] == "核心群"] or None

        groups = await until(known)
        body = {
            "name": "进核心群",
            "who": "found",
            "rule": {"include": [{"state": "friend"}]},
            "group_ids": groups,
            "text": "来吧",
        }
        made = await world.http.post("/api/group-invitations", json=body)
        assert made.status_code == 201, made.text
        address = f"/api/group-invitations/{made.json()['id']}"

        async def asked() -> bool:
            return bool((await world.http.get(address)).json()["funnel"]["asked"] == 1)

        await until(asked)
        [call] = await loop.calls(WAY)
        assert call["body"]["chat_id_list"] == [chat["chat_id"]]
        assert (call["body"]["auto_create_room"], call["body"]["remark"]) == (0, "进核心群")
        [way] = (await world.http.get(address)).json()["ways"]
        assert way["has_room"] is True
        person = {"unionid": "o小满", "name": "小满"}
        came = await loop.act("scan", qr=way["qr_code"].split("/qr/")[1][:-4], person=person)
        assert came["chat_id"] == chat["chat_id"]

        async def seated() -> bool:
            async with world.runtime.database.owner() as session:
                return bool(
                    await session.scalar(
                        text("select exists (select from group_members where code_state ^@ 'gi')")
                    )
                )

        await until(seated)
        job = FollowInvitation(corp_id=world.corp_id, invitation_id=made.json()["id"])
        await workers.follow_invitation(job, world.runtime)
        read = (await world.http.get(address)).json()
        assert (read["state"], read["steps"]["joined"]) == ("ended", 1)
        [one] = (await world.http.get(f"{address}/people")).json()["items"]
        assert (one["name"], one["state"], one["group"]["name"]) == ("小满", "joined", "核心群")

        await loop.act(f"groups/{chat['chat_id']}/leave", external_userid=met["external_userid"])

        async def left() -> bool:
            await workers.follow_invitation(job, world.runtime)
            page = (await world.http.get(f"{address}/people")).json()
            return bool(page["items"][0]["state"] == "left_again")

        await until(left)


async def test_a_code_whose_answer_is_lost_is_made_again_and_the_spare_counted(loop: Loop) -> None:
    world = loop.yutang
    chat = await opened(loop, "群")
    async with world.runtime.database.owner() as session:
        group = await session.scalar(
            text(
                "insert into group_chats (corp_id, chat_id, name, owner_staff_id, created_at)"
                " select :corp, :chat, '群', min(id), now() from staff returning id"
            ),
            {
                "corp": world.corp_id,
                "chat": chat["chat_id"],
            },
        )
    body = {
        "name": "群",
        "rule": {"include": [{"state": "friend"}]},
        "group_ids": [group],
        "text": "来",
    }
    made = (await world.http.post("/api/group-invitations", json=body)).json()
    job = MakeJoinWays(corp_id=world.corp_id, invitation_id=made["id"])
    # WeCom made it, and the worker was killed before it heard of that.
    fault = {"kind": "http", "value": 500, "path": WAY, "count": 1, "when": "after"}
    assert (await loop.wecom.post("/emulator/faults", json=fault)).status_code == 200
    with pytest.raises(NotKnownYetError):
        await workers.make_join_ways(job, world.runtime)
    address = f"/api/group-invitations/{made['id']}"
    read = (await world.http.get(address)).json()
    assert (read["state"], read["problem"]) == ("preparing", "unknown")
    await workers.make_join_ways(job, world.runtime)
    await workers.make_join_ways(job, world.runtime)
    read = (await world.http.get(address)).json()
    assert (read["problem"], [way["status"] for way in read["ways"]]) == (None, ["made"])
    assert len(await loop.calls(WAY)) == 2
    async with world.runtime.database.owner() as session:
        spares = await session.scalar(text("select spares from deeds where kind = 'join_way'"))
    assert spares == 1


async def test_what_wecom_refuses_fails_and_can_be_resumed(loop: Loop) -> None:
    world = loop.yutang
    async with world.runtime.database.owner() as session:
        group = await session.scalar(
            text(
                "insert into group_chats (corp_id, chat_id, name, owner_staff_id, created_at)"
                " select :corp, 'wrnone', '群', min(id), now() from staff returning id"
            ),
            {"corp": world.corp_id},
        )
    body = {"name": "群", "rule": {"include": [{}]}, "group_ids": [group], "text": "来"}
    made = (await world.http.post("/api/group-invitations", json=body)).json()
    job = MakeJoinWays(corp_id=world.corp_id, invitation_id=made["id"])
    await workers.make_join_ways(job, world.runtime)
    address = f"/api/group-invitations/{made['id']}"
    read = (await world.http.get(address)).json()
    assert (read["state"], read["problem"], read["ways"][0]["status"]) == (
        "failed",
        "gone",
        "failed",
    )
    again = await world.http.post(f"{address}/resume")
    assert (again.status_code, again.json()["state"]) == (200, "preparing")
