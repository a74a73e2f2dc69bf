"""Codes into groups: their fields, whom they belong to, and where a scan leads."""

from collections.abc import AsyncIterator
from typing import Any

import pytest

from tests.wecom_emulator.corp import CORP, CORPID, Emulator, open_emulator
from wecom_emulator.limits import Limits

ADD, GET, UPDATE, DELETE = (
    f"externalcontact/groupchat/{verb}_join_way" for verb in ("add", "get", "update", "del")
)
GROUP = "externalcontact/groupchat/get"


@pytest.fixture
async def emulator() -> AsyncIterator[Emulator]:
    """One whose groups are full with three people."""
    async with open_emulator(Limits(group_members=3)) as one:
        yield one


async def group(emulator: Emulator, name: str = "鱼友", owner: str = "ann") -> str:
    return str((await emulator.act("groups", owner=owner, name=name))["chat_id"])


async def made(emulator: Emulator, *chat_ids: str, **changes: Any) -> str:
    answer = await emulator.call(ADD, {"scene": 2, "chat_id_list": list(chat_ids)} | changes)
    assert answer["errcode"] == 0, answer
    return str(answer["config_id"])


async def read(emulator: Emulator, config_id: str) -> dict[str, Any]:
    return dict((await emulator.call(GET, {"config_id": config_id}))["join_way"])


async def test_a_code_is_read_as_it_was_made(emulator: Emulator) -> None:
    first, second = await group(emulator), await group(emulator, owner="bob")
    answer = await emulator.call(
        ADD,
        {
            "scene": 2,
            "remark": "鱼" * 40,
            "room_base_name": "福利群",
            "room_base_id": 7,
            "chat_id_list": [first, second, first],
            "state": "door",
        },
    )
    config_id = answer["config_id"]
    assert answer == {"errcode": 0, "errmsg": "ok", "config_id": config_id}
    assert await read(emulator, config_id) == {
        "config_id": config_id,
        "scene": 2,
        "remark": "鱼" * 30,
        "auto_create_room": 1,
        "room_base_name": "福利群",
        "room_base_id": 7,
        "chat_id_list": [first, second],
        "qr_code": f"http://wecom.test/qr/{config_id}.png",
        "state": "door",
        "mark_source": True,
    }


async def test_an_update_replaces_all(emulator: Emulator) -> None:
    chat_id = await group(emulator)
    config_id = await made(emulator, chat_id, remark="旧", state="door", room_base_name="群")
    update = {"config_id": config_id, "scene": 1, "chat_id_list": [chat_id], "auto_create_room": 0}
    assert await emulator.call(UPDATE, update) == {"errcode": 0, "errmsg": "ok"}
    assert await read(emulator, config_id) == {
        "config_id": config_id,
        "scene": 1,
        "remark": "",
        "auto_create_room": 0,
        "chat_id_list": [chat_id],
        "qr_code": f"https://work.weixin.qq.com/gm/{config_id}",
        "state": "",
        "mark_source": True,
    }
    for missing in ("scene", "chat_id_list"):
        partial = {name: value for name, value in update.items() if name != missing}
        assert await emulator.code(UPDATE, partial) == 40058


@pytest.mark.parametrize(
    ("changes", "errcode"),
    [
        ({"scene": None}, 40058),
        ({"scene": 3}, 40058),
        ({"chat_id_list": []}, 40058),
        ({"chat_id_list": "wr"}, 40058),
        ({"chat_id_list": ["wr404"]}, 40050),
        ({"chat_id_list": [f"wr{n}" for n in range(6)]}, 41091),
        ({"auto_create_room": 2}, 40058),
        ({"room_base_name": "群" * 41}, 40058),
        ({"room_base_id": -1}, 40058),
        ({"state": "s" * 31}, 40058),
    ],
)
async def test_a_refused_code_changes_nothing(
    emulator: Emulator, changes: dict[str, Any], errcode: int
) -> None:
    chat_id = await group(emulator)
    config_id = await made(emulator, chat_id, state="door")
    before = await read(emulator, config_id)
    body = {"scene": 2, "chat_id_list": [chat_id]} | changes
    assert await emulator.code(ADD, body) == errcode
    assert await emulator.code(UPDATE, body | {"config_id": config_id}) == errcode
    assert await read(emulator, config_id) == before


async def test_groups_must_be_customer_groups_in_sight(emulator: Emulator) -> None:
    chat_id, gone = await group(emulator), await group(emulator)
    await emulator.act(f"groups/{gone}/dismiss")
    body = {"scene": 2, "chat_id_list": [chat_id]}
    assert await emulator.code(ADD, body | {"chat_id_list": [gone]}) == 40050
    await emulator.act("console/staff/ann", contact=False)
    assert await emulator.code(ADD, body) == 90501
    await emulator.act("console/staff/ann", contact=True)
    await emulator.act("console/apps/1", visible=["bob"])
    assert await emulator.code(ADD, body) == 60011


async def test_a_code_is_its_own_apps(emulator: Emulator) -> None:
    config_id = await made(emulator, await group(emulator))
    for verb in (GET, UPDATE, DELETE):
        assert await emulator.code(verb, {}) == 41043
        assert await emulator.code(verb, {"config_id": "wrong"}) == 41044
    await emulator.act("console/apps/2", may_call_contact=True)
    mine = emulator.token
    got = await emulator.ask("gettoken", corpid=CORPID, corpsecret="second")
    emulator.token = got.json()["access_token"]
    for verb in (GET, UPDATE, DELETE):
        assert await emulator.code(verb, {"config_id": config_id}) == 41044
    emulator.token = mine
    assert await emulator.code(DELETE, {"config_id": config_id}) == 0
    assert await emulator.code(GET, {"config_id": config_id}) == 41044


async def scanned(emulator: Emulator, number: int, **code: str) -> str:
    met = await emulator.act("scan", **code, person={"unionid": f"o{number}"})
    return str(met["chat_id"])


async def test_full_groups_give_way_to_the_next_and_then_to_new_ones(emulator: Emulator) -> None:
    first, second = await group(emulator, "一群"), await group(emulator, "二群", "bob")
    config_id = await made(
        emulator, first, second, state="door", room_base_name="福利群", room_base_id=8
    )
    # The owner sits in his group already, so two more are welcome.
    seen = [await scanned(emulator, n, config_id=config_id) for n in range(7)]
    third, fourth = seen[4], seen[6]
    assert seen == [first, first, second, second, third, third, fourth]
    assert len({first, second, third, fourth}) == 4
    new = (await emulator.call(GROUP, {"chat_id": third}))["group_chat"]
    assert (new["name"], new["owner"]) == ("福利群8", "ann")
    newest = (await emulator.call(GROUP, {"chat_id": fourth}))["group_chat"]
    assert newest["name"] == "福利群9"
    seats = [(m["type"], m["join_scene"], m.get("state")) for m in new["member_list"]]
    assert seats[1:] == [(2, 3, "door"), (2, 3, "door")]
    log = await emulator.delivered(2 + 7 + 2)
    told = [row["change_type"] for row in log if third in row["xml"]]
    assert told == ["create", "update", "update"]
    joins = [row["xml"] for row in log if "add_member" in row["xml"]]
    assert len(joins) == 7
    assert all("<JoinScene>3</JoinScene>" in xml for xml in joins)
    # Who sits in one of them already is led there, and nobody is told.
    assert await scanned(emulator, 5, config_id=config_id) == third
    assert len(await emulator.delivered(11)) == 11


async def test_without_new_groups_a_full_code_leads_nowhere(emulator: Emulator) -> None:
    chat_id = await group(emulator)
    config_id = await made(emulator, chat_id, auto_create_room=0)
    for number in range(2):
        assert await scanned(emulator, number, config_id=config_id) == chat_id
    answer = await emulator.http.post(
        f"{CORP}/scan", json={"config_id": config_id, "person": {"unionid": "o9"}}
    )
    assert answer.status_code == 409
    assert len(await emulator.tell("people")) == 2


async def test_nobody_opens_a_group_for_an_owner_who_left(emulator: Emulator) -> None:
    chat_id = await group(emulator)
    config_id = await made(emulator, chat_id)
    await emulator.act(f"groups/{chat_id}/dismiss")
    await emulator.act("staff/ann/resign")
    answer = await emulator.http.post(
        f"{CORP}/scan", json={"config_id": config_id, "person": {"unionid": "o1"}}
    )
    assert (answer.status_code, "has left" in answer.json()["error"]) == (409, True)


async def test_the_picture_of_a_code_can_be_scanned(emulator: Emulator) -> None:
    chat_id = await group(emulator)
    config_id = await made(emulator, chat_id)
    url = (await read(emulator, config_id))["qr_code"]
    picture = await emulator.http.get(url)
    assert picture.headers["content-type"] == "image/png"
    held = await emulator.http.post("/emulator/read_qr", content=picture.content)
    assert held.json()["content"] == f"https://work.weixin.qq.com/gm/{config_id}"
    assert await scanned(emulator, 1, qr=held.json()["content"]) == chat_id
    assert (await emulator.http.get("/qr/unknown.png")).status_code == 404
    assert (await emulator.http.get(CORP)).json()["join_ways"] == [config_id]


async def test_a_group_has_a_code_of_its_own_for_seven_days(emulator: Emulator) -> None:
    chat_id = await group(emulator)
    picture = await emulator.http.get(f"/qr/{chat_id}.png")
    held = (await emulator.http.post("/emulator/read_qr", content=picture.content)).json()
    qr = held["content"]
    assert qr.startswith(f"https://work.weixin.qq.com/g/{chat_id}/")
    for number in (1, 2, 1):
        assert await scanned(emulator, number, qr=qr) == chat_id
    members = (await emulator.call(GROUP, {"chat_id": chat_id}))["group_chat"]["member_list"]
    # He came by scanning, and no code of an app brought him.
    assert [(m["join_scene"], m.get("state")) for m in members[1:]] == [(3, None), (3, None)]
    body = {"qr": qr, "person": {"unionid": "o3"}}
    full = await emulator.http.post(f"{CORP}/scan", json=body)
    assert (full.status_code, "full" in full.json()["error"]) == (409, True)
    await emulator.http.post("/emulator/clock", json={"advance_seconds": 7 * 24 * 3600})
    late = await emulator.http.post(f"{CORP}/scan", json=body)
    assert (late.status_code, "expired" in late.json()["error"]) == (409, True)
    assert len(await emulator.tell("people")) == 2
    await emulator.act(f"groups/{chat_id}/dismiss")
    assert (await emulator.http.get(f"/qr/{chat_id}.png")).status_code == 404
    other = await emulator.http.post(f"{CORP}/scan", json=body | {"qr": f"{qr}x"})
    assert other.status_code == 404
