"""Contact ways: their fields, members and quota; who a scan meets."""

from collections.abc import AsyncIterator
from typing import Any

import pytest

from tests.wecom_emulator.areas.codes import DAY, impossible
from tests.wecom_emulator.corp import CORPID, Emulator, open_emulator
from wecom_emulator.limits import Limits

ADD, GET, LIST, UPDATE, DELETE = (
    f"externalcontact/{verb}_contact_way" for verb in ("add", "get", "list", "update", "del")
)
SINGLE = {"type": 1, "scene": 2, "user": ["ann"]}
TEMPORARY = SINGLE | {"is_temp": True}


@pytest.fixture
async def emulator() -> AsyncIterator[Emulator]:
    """One with small limits and a department below another."""
    limits = Limits(
        contact_ways=4, temporary_ways_a_day=2, staff_of_a_way=3, customers_of_a_member=2
    )
    async with open_emulator(limits) as one:
        await one.http.post(
            "/emulator/corps",
            json={
                "corpid": CORPID,
                "name": "青禾",
                "apps": [{"agentid": 1, "secret": "secret-of-the-first-app"}],
                "departments": [
                    {"id": 1, "name": "总部"},
                    {"id": 2, "name": "门店", "parentid": 1},
                    {"id": 3, "name": "一店", "parentid": 2},
                    {"id": 4, "name": "空店", "parentid": 1},
                ],
                "staff": [
                    {"userid": "Cai", "name": "蔡", "department": [3]},
                    {"userid": "dan", "name": "丹", "department": [2]},
                ],
            },
        )
        yield one


async def read(emulator: Emulator, config_id: str) -> dict[str, Any]:
    answer = await emulator.call(GET, {"config_id": config_id})
    assert answer["errcode"] == 0
    return dict(answer["contact_way"])


async def test_a_way_is_read_as_it_was_made(emulator: Emulator) -> None:
    made = await emulator.call(
        ADD,
        {
            "type": 2,
            "scene": 2,
            "style": 9,
            "remark": "春季展会",
            "skip_verify": False,
            "state": "fair-a",
            "user": ["ANN", "bob", "ann"],
            "party": [3],
            "is_exclusive": True,
            "conclusions": {},
        },
    )
    config_id = made["config_id"]
    assert made == {
        "errcode": 0,
        "errmsg": "ok",
        "config_id": config_id,
        "qr_code": f"http://wecom.test/qr/{config_id}.png",
    }
    assert len(config_id) == 32
    assert await read(emulator, config_id) == {
        "config_id": config_id,
        "type": 2,
        "scene": 2,
        "qr_code": made["qr_code"],
        "remark": "春季展会",
        "skip_verify": False,
        "state": "fair-a",
        "user": ["ann", "bob"],
        "party": [3],
        "is_temp": False,
        "mark_source": True,
    }


async def test_a_button_of_a_mini_program_has_a_style_and_no_picture(emulator: Emulator) -> None:
    made = await emulator.call(ADD, {"type": 2, "scene": 1, "style": 2, "user": ["ann"]})
    assert "qr_code" not in made
    way = await read(emulator, made["config_id"])
    assert (way["style"], "qr_code" in way) == (2, False)
    update = {"config_id": made["config_id"], "style": 3}
    assert await emulator.code(UPDATE, update) == 41042
    assert await emulator.code(UPDATE, update | {"style": 1}) == 0
    assert (await read(emulator, made["config_id"]))["style"] == 1
    assert await emulator.code(ADD, {"type": 1, "scene": 1, "style": 3, "user": ["ann"]}) == 0


@pytest.mark.parametrize(
    ("changes", "errcode"),
    [
        ({"type": None}, 41037),
        ({"scene": None}, 41038),
        ({"type": 0}, 41039),
        ({"scene": 4}, 41040),
        ({"scene": 1, "style": 4}, 41042),
        ({"type": 2, "scene": 1, "style": 3}, 41042),
        ({"user": []}, 41041),
        ({"user": ["ann", "bob"]}, 41041),
        ({"type": 2, "user": ["ann", "bob"], "party": [2]}, 41041),
        ({"type": 2, "user": []}, 40058),
        ({"type": 2, "user": [], "party": [4]}, 40058),
        ({"type": 2, "user": [], "party": [9]}, 60011),
        ({"type": 2, "party": ["x"]}, 40058),
        ({"user": "ann"}, 60011),
        ({"user": ["nobody"]}, 60111),
        ({"user": [None]}, 40058),
        ({"remark": "鱼" * 31}, 40058),
        ({"state": "s" * 31}, 40058),
        ({"state": 7}, 40058),
        ({"skip_verify": "yes"}, 40058),
        ({"type": 2, "is_temp": True}, 40058),
        ({"is_temp": True, "expires_in": 14 * DAY + 1}, 40058),
        ({"is_temp": True, "expires_in": 0}, 40058),
        ({"is_temp": True, "chat_expires_in": 14 * DAY + 1}, 40058),
        ({"is_temp": True, "conclusions": {}}, 40058),
        ({"is_temp": True, "conclusions": "bye"}, 40058),
        ({"is_temp": True, "conclusions": {"text": {"content": "鱼" * 1334}}}, 40058),
        ({"is_temp": True, "conclusions": {"image": {"media_id": "3no"}}}, 40007),
        ({"is_temp": True, "conclusions": {"image": {}}}, 40007),
        ({"is_temp": True, "conclusions": {"link": {"title": "鱼" * 43, "url": "u"}}}, 40058),
        ({"is_temp": True, "conclusions": {"link": {"title": "t"}}}, 40058),
        ({"is_temp": True, "conclusions": {"miniprogram": {"title": "t"}}}, 40058),
    ],
)
async def test_a_refused_way_leaves_nothing(
    emulator: Emulator, changes: dict[str, Any], errcode: int
) -> None:
    assert await emulator.code(ADD, SINGLE | changes) == errcode
    assert await emulator.tell("contact_ways") == []
    config_id = await emulator.way(**SINGLE)
    before = await read(emulator, config_id)
    if not {"type", "scene", "is_temp"} & set(changes):
        assert await emulator.code(UPDATE, {"config_id": config_id} | changes) == errcode
    assert await read(emulator, config_id) == before


async def test_members_must_be_fit(emulator: Emulator) -> None:
    for state, errcode in (
        ({"status": 4}, 41054),
        ({"status": 1, "verified": False}, 40098),
        ({"verified": True, "contact": False}, 84074),
    ):
        await emulator.act("console/staff/ann", **state)
        assert await emulator.code(ADD, SINGLE) == errcode
    await emulator.act("console/staff/ann", contact=True)
    await emulator.act("console/apps/1", visible=["bob"], visible_departments=[3])
    assert await emulator.code(ADD, SINGLE) == 60011
    assert await emulator.code(ADD, {"type": 2, "scene": 2, "party": [2]}) == 60011
    assert await emulator.code(ADD, {"type": 2, "scene": 2, "party": [3]}) == 0
    assert await emulator.code(ADD, SINGLE | {"user": ["bob"]}) == 0


async def test_an_update_changes_what_it_gives(emulator: Emulator) -> None:
    config_id = await emulator.way(remark="旧", party=[3])
    before = await read(emulator, config_id)
    change = {"config_id": config_id, "remark": "新", "user": ["bob"], "skip_verify": False}
    # What cannot be changed is not looked at.
    ignored = {"type": 1, "scene": 1, "is_temp": True, "expires_in": 5, "unionid": "o1"}
    assert await emulator.call(UPDATE, change | ignored) == {"errcode": 0, "errmsg": "ok"}
    assert await read(emulator, config_id) == before | {
        "remark": "新",
        "user": ["bob"],
        "skip_verify": False,
    }
    await emulator.act("staff/bob/resign")
    assert await emulator.code(UPDATE, {"config_id": config_id, "state": "x"}) == 0
    assert await emulator.code(UPDATE, {"config_id": config_id, "user": [], "party": []}) == 40058


async def test_ids_are_listed_by_when_they_were_made(emulator: Emulator) -> None:
    await emulator.http.post("/emulator/clock", json={"now": 1_625_846_300})
    await emulator.sign_in()
    ancient = await emulator.way()
    await emulator.http.post("/emulator/clock", json={"now": 2_000_000_000})
    await emulator.sign_in()
    old = await emulator.way()
    await emulator.advance(91 * DAY)
    await emulator.sign_in()
    new = [await emulator.way(), await emulator.way()]
    await emulator.call(ADD, TEMPORARY)
    now = 2_000_000_000 + 91 * DAY
    [first] = (await emulator.call(LIST, {"limit": 1}))["contact_way"]
    assert first == {"config_id": new[0]}
    cursor = (await emulator.call(LIST, {"limit": 1}))["next_cursor"]
    rest = await emulator.call(LIST, {"limit": 1, "cursor": cursor})
    assert (rest["contact_way"], rest["next_cursor"]) == ([{"config_id": new[1]}], "")
    everything = await emulator.call(LIST, {"start_time": 0, "limit": 5000})
    assert [way["config_id"] for way in everything["contact_way"]] == [old, *new]
    assert ancient not in str(everything)
    window = {"start_time": now - 92 * DAY, "end_time": now - 90 * DAY}
    assert (await emulator.call(LIST, window))["contact_way"] == [{"config_id": old}]
    wrong = await emulator.call(LIST, {"cursor": "2"})
    assert (wrong["errcode"], wrong["contact_way"]) == (50100, [])


async def test_the_quota_is_shared_with_codes_into_groups(emulator: Emulator) -> None:
    chat_id = (await emulator.act("groups", owner="ann", name="鱼友"))["chat_id"]
    join = {"scene": 2, "chat_id_list": [chat_id]}
    ways = [await emulator.way() for _ in range(3)]
    await emulator.call("externalcontact/groupchat/add_join_way", join)
    full = {"type": 2, "scene": 2, "user": ["ann"]}
    assert await emulator.code(ADD, full) == 41045
    assert await emulator.code("externalcontact/groupchat/add_join_way", join) == 41045
    assert [await emulator.code(ADD, TEMPORARY) for _ in range(3)] == [0, 0, 41045]
    assert await emulator.code(DELETE, {"config_id": ways[0]}) == 0
    assert await emulator.code(DELETE, {"config_id": ways[0]}) == 41044
    assert await emulator.code(ADD, full) == 0
    await emulator.advance(DAY)
    await emulator.sign_in()
    assert await emulator.code(ADD, TEMPORARY) == 0


async def test_who_is_unfit_or_full_meets_nobody(emulator: Emulator) -> None:
    way = await emulator.way(user=["ann"], party=[2])
    await emulator.act("console/staff/Cai", status=2)
    met = [
        (await emulator.act("scan", config_id=way, person={"unionid": f"o{n}"}))["userid"]
        for n in range(4)
    ]
    # Two customers are all that one of them may have.
    assert sorted(met) == ["ann", "ann", "dan", "dan"]
    assert "all the customers" in await impossible(
        emulator, "scan", config_id=way, person={"unionid": "o9"}
    )
    assert len(await emulator.tell("people")) == 4
    # Who is a friend already still meets him.
    again = await emulator.act("scan", config_id=way, person={"unionid": "o0"})
    assert (again["userid"], again["welcome_code"]) == (met[0], None)
    for userid in ("ann", "dan"):
        await emulator.act("console/staff/" + userid, contact=False)
    assert "nobody behind" in await impossible(
        emulator, "scan", config_id=way, person={"unionid": "o9"}
    )


async def test_an_enterprise_meets_the_same_member(emulator: Emulator) -> None:
    way = await emulator.way(type=2, user=["ann", "bob"], is_exclusive=True)
    partners = [
        {"unionid": f"o{n}", "type": 2, "corp_name": name}
        for n, name in enumerate(["云帆", "云帆", "石桥", "石桥"])
    ]
    met = [
        (await emulator.act("scan", config_id=way, person=person))["userid"] for person in partners
    ]
    assert met[0] == met[1]
    assert met[2] == met[3]


async def test_a_scan_may_be_a_half_add_first(emulator: Emulator) -> None:
    await emulator.act("switches", half_add_first=True)
    way, asking = await emulator.way(), await emulator.way(skip_verify=False)
    half = await emulator.act("scan", config_id=way, person={"unionid": "o1"})
    assert half["relation"] == "half"
    pair = {"userid": half["userid"], "external_userid": half["external_userid"]}
    assert (await emulator.act("complete", **pair))["relation"] == "whole"
    asked = await emulator.act("scan", config_id=asking, person={"unionid": "o2"})
    assert asked["relation"] == "asked"
    log = await emulator.delivered(2)
    assert [row["change_type"] for row in log] == [
        "add_half_external_contact",
        "add_external_contact",
    ]
    assert all("<State><![CDATA[st]]></State>" in row["xml"] for row in log)
