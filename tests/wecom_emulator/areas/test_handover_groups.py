"""Groups handed to another member: of who works here at once, of who left when they waited."""

import re
from collections.abc import AsyncIterator
from typing import Any

import pytest

from tests.wecom_emulator.corp import CORPID, SECRET, Emulator, open_emulator
from wecom_emulator.limits import Limits

AREA = "externalcontact/groupchat"
ON_JOB, RESIGNED = f"{AREA}/onjob_transfer", f"{AREA}/transfer"
LIST, GET = f"{AREA}/list", f"{AREA}/get"
DAY = 24 * 3600
NOON = 1_800_000_000


@pytest.fixture
async def emulator() -> AsyncIterator[Emulator]:
    """One with a third member and small limits, in the afternoon."""
    limits = Limits(
        pause_seconds=0.01,
        transfer_groups=3,
        transfer_groups_a_day=2,
        transfer_group_people=2,
    )
    async with open_emulator(limits) as emulator:
        await emulator.http.post("/emulator/clock", json={"now": NOON})
        body = {
            "corpid": CORPID,
            "apps": [{"agentid": 1, "secret": SECRET}],
            "staff": [{"userid": "cat", "name": "猫"}],
        }
        assert (await emulator.http.post("/emulator/corps", json=body)).status_code == 200
        await emulator.sign_in()
        yield emulator


async def open_group(emulator: Emulator, owner: str = "ann", *members: str) -> str:
    return str((await emulator.act("groups", owner=owner, members=members))["chat_id"])


async def move(emulator: Emulator, path: str, owner: str, *chat_ids: str) -> dict[str, int]:
    """The codes of those that failed."""
    got = await emulator.call(path, {"chat_id_list": chat_ids, "new_owner": owner})
    assert got["errcode"] == 0
    for row in got["failed_chat_list"]:
        assert set(row) == {"chat_id", "errcode", "errmsg"}
    return {row["chat_id"]: row["errcode"] for row in got["failed_chat_list"]}


async def owner_of(emulator: Emulator, chat_id: str) -> str:
    return str((await emulator.call(GET, {"chat_id": chat_id}))["group_chat"]["owner"])


async def status_of(emulator: Emulator, owner: str) -> list[int]:
    body = {"limit": 10, "owner_filter": {"userid_list": [owner]}}
    return [row["status"] for row in (await emulator.call(LIST, body))["group_chat_list"]]


async def details_told(emulator: Emulator, count: int) -> list[str]:
    log = await emulator.delivered(count)
    return [*re.findall(r"<UpdateDetail><!\[CDATA\[(\w+)\]\]>", "".join(row["xml"] for row in log))]


async def test_a_group_changes_hands_at_once(emulator: Emulator) -> None:
    chat_id = await open_group(emulator, "ann", "wm-1")
    before = (await emulator.call(GET, {"chat_id": chat_id}))["group_chat"]
    assert await move(emulator, ON_JOB, "bob", chat_id) == {}
    after = (await emulator.call(GET, {"chat_id": chat_id}))["group_chat"]
    assert after["owner"] == "bob"
    # The new one came in; the old one stays as anybody else.
    assert [member["userid"] for member in after["member_list"]] == ["ann", "wm-1", "bob"]
    assert after["member_version"] != before["member_version"]
    assert await details_told(emulator, 3) == ["add_member", "change_owner"]
    assert await move(emulator, ON_JOB, "bob", chat_id) == {chat_id: 90504}
    await emulator.act("switches", events_for_group_handover=False)
    assert await move(emulator, ON_JOB, "cat", chat_id) == {}
    assert await owner_of(emulator, chat_id) == "cat"
    assert len(await emulator.delivered(3)) == 3


async def test_what_speaks_against_a_group(emulator: Emulator) -> None:
    await emulator.act("console/staff/cat", contact=False)
    private = await open_group(emulator, "cat")
    gone = await open_group(emulator)
    await emulator.act(f"groups/{gone}/dismiss")
    full = await open_group(emulator, "ann", "wm-1", "wm-2")
    assert await move(emulator, ON_JOB, "bob", private, gone, "wr404") == {
        private: 90501,
        gone: 49008,
        "wr404": 40050,
    }
    assert await move(emulator, ON_JOB, "bob", full) == {full: 90503}
    # Partners on WeCom do not fill it, and who is in it already needs no seat.
    await emulator.act(f"groups/{full}/kick", external_userid="wm-2")
    await emulator.act(f"groups/{full}/join", external_userid="wo-2")
    assert await move(emulator, ON_JOB, "bob", full) == {}
    assert await move(emulator, RESIGNED, "ann", full) == {full: 90500}
    hidden = await open_group(emulator)
    await emulator.act("console/apps/1", visible=["bob"])
    assert await move(emulator, ON_JOB, "bob", hidden) == {hidden: 60011}


async def test_a_group_moves_twice_in_ninety_days(emulator: Emulator) -> None:
    chat_id = await open_group(emulator)
    assert await move(emulator, ON_JOB, "bob", chat_id) == {}
    assert await move(emulator, ON_JOB, "ann", chat_id) == {}
    assert await move(emulator, ON_JOB, "bob", chat_id) == {chat_id: 40128}
    await emulator.advance(91 * DAY)
    await emulator.sign_in()
    assert await move(emulator, ON_JOB, "bob", chat_id) == {}


async def test_a_member_gives_so_many_groups_a_day(emulator: Emulator) -> None:
    groups = [await open_group(emulator) for _ in range(3)]
    assert await move(emulator, ON_JOB, "bob", *groups) == {groups[2]: 45009}
    assert await owner_of(emulator, groups[2]) == "ann"
    await emulator.advance(DAY)
    await emulator.sign_in()
    assert await move(emulator, ON_JOB, "bob", groups[2]) == {}


async def test_groups_of_a_leaver_wait_and_are_inherited(emulator: Emulator) -> None:
    chat_id, other = await open_group(emulator), await open_group(emulator)
    assert await move(emulator, RESIGNED, "bob", chat_id) == {chat_id: 90500}
    await emulator.act("staff/ann/resign")
    assert await status_of(emulator, "ann") == [1, 1]
    assert await move(emulator, ON_JOB, "bob", chat_id) == {chat_id: 90502}
    assert await move(emulator, RESIGNED, "bob", chat_id) == {}
    assert await status_of(emulator, "bob") == [3]
    assert await move(emulator, RESIGNED, "cat", chat_id) == {chat_id: 90508}
    group = (await emulator.call(GET, {"chat_id": chat_id}))["group_chat"]
    assert [member["userid"] for member in group["member_list"]] == ["bob"]
    assert await details_told(emulator, 6) == ["add_member", "del_member", "change_owner"]
    # Who inherited it may leave as well, and it waits again.
    await emulator.act("staff/bob/resign")
    assert await status_of(emulator, "bob") == [1]
    assert await move(emulator, RESIGNED, "cat", chat_id) == {}
    await emulator.advance(366 * DAY)
    await emulator.sign_in()
    assert await move(emulator, RESIGNED, "cat", other) == {other: 40205}


async def test_inheriting_may_take_its_time(emulator: Emulator) -> None:
    chat_id = await open_group(emulator)
    await emulator.act("staff/ann/resign")
    await emulator.act("switches", group_handover_takes_seconds=600)
    assert await move(emulator, RESIGNED, "bob", chat_id) == {}
    assert await status_of(emulator, "ann") == [2]
    body = {"limit": 10, "owner_filter": {"userid_list": ["ann"]}, "status_filter": 2}
    assert len((await emulator.call(LIST, body))["group_chat_list"]) == 1
    assert await move(emulator, RESIGNED, "cat", chat_id) == {chat_id: 90507}
    await emulator.advance(601)
    assert await status_of(emulator, "bob") == [3]
    assert await status_of(emulator, "ann") == []
    second = await open_group(emulator, "cat")
    await emulator.act("staff/cat/resign")
    assert await move(emulator, RESIGNED, "bob", second) == {}
    await emulator.act(f"groups/{second}/dismiss")
    await emulator.advance(601)
    assert await emulator.code(GET, {"chat_id": second}) == 49008


@pytest.mark.parametrize(
    ("changes", "errcode"),
    [
        ({"chat_id_list": None}, 40058),
        ({"chat_id_list": []}, 40058),
        ({"chat_id_list": [""]}, 40058),
        ({"chat_id_list": "wr1"}, 40058),
        ({"chat_id_list": ["wr1"] * 4}, 40058),
        ({"new_owner": ""}, 40058),
        ({"new_owner": "nobody"}, 60111),
        ({"new_owner": "cat"}, 60011),
    ],
)
@pytest.mark.parametrize("path", [ON_JOB, RESIGNED])
async def test_a_move_is_refused(
    emulator: Emulator, path: str, changes: dict[str, Any], errcode: int
) -> None:
    chat_id = await open_group(emulator)
    await emulator.act("console/apps/1", visible=["ann", "bob"])
    got = await emulator.call(path, {"chat_id_list": [chat_id], "new_owner": "bob"} | changes)
    assert (got["errcode"], got["failed_chat_list"]) == (errcode, [])
    assert await owner_of(emulator, chat_id) == "ann"


@pytest.mark.parametrize(
    ("changes", "errcode"),
    [
        ({"verified": False}, 40098),
        ({"contact": False}, 84074),
        ({"status": 2}, 41054),
        ({"signed_in_lately": False}, 40205),
    ],
)
async def test_who_cannot_own_a_group(
    emulator: Emulator, changes: dict[str, Any], errcode: int
) -> None:
    chat_id = await open_group(emulator)
    await emulator.act("console/staff/bob", **changes)
    body = {"chat_id_list": [chat_id], "new_owner": "bob"}
    assert await emulator.code(ON_JOB, body) == errcode
    assert await owner_of(emulator, chat_id) == "ann"
