"""Customer groups: lists, details, their life."""

import contextlib
import itertools
import re
from collections.abc import AsyncIterator
from typing import Any

import pytest

from tests.wecom_emulator.corp import CORP, CORPID, SECRET, Emulator, open_emulator
from wecom_emulator.limits import Limits

AREA = "externalcontact"
LIST, GET = f"{AREA}/groupchat/list", f"{AREA}/groupchat/get"
STATISTIC = f"{AREA}/groupchat/statistic"
BY_DAY = f"{AREA}/groupchat/statistic_group_by_day"
DAY = 24 * 3600
NOON = 1_800_000_000 + 3600
"""2027-01-15 17:00 in Shanghai."""
MIDNIGHT = NOON - 17 * 3600


@contextlib.asynccontextmanager
async def three_members() -> AsyncIterator[Emulator]:
    """An emulator with three members in two departments, at five in the afternoon."""
    async with open_emulator(Limits(pause_seconds=0.01, owners_of_a_list=2)) as emulator:
        await emulator.http.post("/emulator/clock", json={"now": NOON})
        body = {
            "corpid": CORPID,
            "apps": [{"agentid": 1, "secret": SECRET}],
            "departments": [{"id": 2, "name": "销售", "parentid": 1}],
            "staff": [{"userid": "cat", "name": "猫", "department": [2]}],
        }
        assert (await emulator.http.post("/emulator/corps", json=body)).status_code == 200
        await emulator.sign_in()
        yield emulator


@pytest.fixture
async def emulator() -> AsyncIterator[Emulator]:
    """One of them for each test."""
    async with three_members() as emulator:
        yield emulator


async def open_group(emulator: Emulator, owner: str = "ann", **more: Any) -> str:
    return str((await emulator.act("groups", owner=owner, **more))["chat_id"])


async def person(emulator: Emulator, unionid: str, userid: str = "ann") -> str:
    added = await emulator.act("add", userid=userid, person={"unionid": unionid, "name": unionid})
    return str(added["external_userid"])


async def details(emulator: Emulator, chat_id: str, **more: Any) -> dict[str, Any]:
    return dict((await emulator.call(GET, {"chat_id": chat_id} | more))["group_chat"])


async def refused(emulator: Emulator, act: str, status: int, **body: Any) -> None:
    answer = await emulator.http.post(f"{CORP}/{act}", json=body)
    assert (answer.status_code, list(answer.json())) == (status, ["error"])


def value(xml: str, name: str) -> str:
    found = re.search(rf"<{name}>(?:<!\[CDATA\[)?([^\]<]*)", xml)
    assert found is not None
    return found[1]


async def test_a_group_is_shown_with_all_who_are_in_it(emulator: Emulator) -> None:
    lin, mo = await person(emulator, "林"), await person(emulator, "莫")
    chat_id = await open_group(emulator, name="展会", members=["bob", mo])
    assert re.fullmatch(r"wr[\w-]{30}", chat_id)
    await emulator.act(f"groups/{chat_id}/join", external_userid=lin, state="hall-2")
    await emulator.act(f"groups/{chat_id}/invite", by=lin, members=["wm-stranger"], link=True)
    await emulator.act(f"groups/{chat_id}/set_admin", userids=["bob"])
    await emulator.act(f"groups/{chat_id}/notice", notice="友善")
    await emulator.act(f"groups/{chat_id}/nickname", external_userid=lin, nickname="小林")
    group = await details(emulator, chat_id)
    at = group["create_time"]
    joined = [member.pop("join_time") for member in group["member_list"]]
    strange = group["member_list"].pop()
    assert group == {
        "chat_id": chat_id,
        "name": "展会",
        "owner": "ann",
        "create_time": at,
        "notice": "友善",
        "member_list": [
            {"userid": "ann", "type": 1, "join_scene": 1, "group_nickname": ""},
            {
                "userid": "bob",
                "type": 1,
                "join_scene": 1,
                "group_nickname": "",
                "invitor": {"userid": "ann"},
            },
            {
                "userid": mo,
                "type": 2,
                "join_scene": 1,
                "group_nickname": "",
                "invitor": {"userid": "ann"},
                "unionid": "莫",
            },
            {
                "userid": lin,
                "type": 2,
                "join_scene": 3,
                "group_nickname": "小林",
                "state": "hall-2",
                "unionid": "林",
            },
        ],
        "admin_list": [{"userid": "bob"}],
        "member_version": group["member_version"],
    }
    # A customer invited him, and no member: nobody is named.
    assert (strange["userid"], strange["join_scene"]) == ("wm-stranger", 2)
    assert "invitor" not in strange
    assert re.fullmatch(r"[0-9a-f]{32}", group["member_version"])
    assert joined == sorted(joined)
    named = await details(emulator, chat_id, need_name=1)
    assert [member["name"] for member in named["member_list"]] == [
        "安",
        "博",
        "莫",
        "林",
        "微信用户",
    ]
    await emulator.act("switches", bound_developer=False)
    hidden = await details(emulator, chat_id)
    assert not any("unionid" in member for member in hidden["member_list"])


async def test_the_life_of_a_group_is_told(emulator: Emulator) -> None:
    lin = await person(emulator, "林")
    chat_id = await open_group(emulator, name="甲")
    versions = [(await details(emulator, chat_id))["member_version"]]
    for verb, body in (
        ("join", {"external_userid": lin}),
        ("invite", {"by": "ann", "members": ["bob", "cat"]}),
        ("leave", {"userid": "cat"}),
        ("kick", {"external_userid": lin}),
    ):
        await emulator.act(f"groups/{chat_id}/{verb}", **body)
        versions.append((await details(emulator, chat_id))["member_version"])
    await emulator.act(f"groups/{chat_id}/rename", name="乙")
    await emulator.act(f"groups/{chat_id}/notice", notice="友善")
    await emulator.act(f"groups/{chat_id}/change_owner", userid="bob")
    await emulator.act(f"groups/{chat_id}/dismiss")
    log = [row["xml"] for row in await emulator.delivered(10)][1:]
    assert [value(xml, "ChangeType") for xml in log] == ["create", *["update"] * 7, "dismiss"]
    assert [value(xml, "UpdateDetail") for xml in log[1:8]] == [
        "add_member",
        "add_member",
        "del_member",
        "del_member",
        "change_name",
        "change_notice",
        "change_owner",
    ]
    scenes = [(value(log[1], "JoinScene"), value(log[2], "JoinScene"))]
    scenes += [(value(log[3], "QuitScene"), value(log[4], "QuitScene"))]
    assert scenes == [("3", "0"), ("0", "1")]
    assert "QuitScene" not in log[1]
    assert "JoinScene" not in log[3]
    assert [value(xml, "MemChangeCnt") for xml in log[1:5]] == ["1", "2", "1", "1"]
    assert "<Item><![CDATA[bob]]></Item><Item><![CDATA[cat]]></Item>" in log[2]
    chain = [(value(xml, "LastMemVer"), value(xml, "CurMemVer")) for xml in log[1:5]]
    assert chain == list(itertools.pairwise(versions))
    assert await emulator.code(GET, {"chat_id": chat_id}) == 49008


async def test_what_cannot_happen_in_a_group(emulator: Emulator) -> None:
    lin = await person(emulator, "林")
    chat_id = await open_group(emulator)
    before = await details(emulator, chat_id)
    for verb, body, status in (
        ("join", {}, 400),
        ("join", {"userid": "nobody"}, 404),
        ("join", {"external_userid": lin, "scene": 9}, 400),
        ("join", {"userid": "ann"}, 409),
        ("invite", {"by": lin, "members": ["bob"]}, 409),
        ("leave", {"external_userid": lin}, 409),
        ("leave", {"userid": "ann"}, 409),
        ("kick", {"userid": "ann"}, 409),
        ("change_owner", {"userid": "bob"}, 409),
        ("change_owner", {"userid": "ann"}, 409),
        ("set_admin", {"userids": ["bob"]}, 409),
        ("set_admin", {"userids": ["ann"]}, 409),
        ("nickname", {"userid": "bob", "nickname": "b"}, 409),
        ("explode", {}, 404),
        ("rename", {}, 400),
    ):
        await refused(emulator, f"groups/{chat_id}/{verb}", status, **body)
    await refused(emulator, "groups/wr404/join", 404, userid="bob")
    assert await details(emulator, chat_id) == before
    assert len(await emulator.delivered(2)) == 2


async def test_who_owns_without_the_feature_has_no_customer_group(emulator: Emulator) -> None:
    await emulator.act("console/staff/bob", contact=False)
    chat_id = await open_group(emulator, "bob")
    await emulator.act(f"groups/{chat_id}/join", external_userid="wm-lin")
    assert await emulator.code(GET, {"chat_id": chat_id}) == 90501
    assert (await emulator.call(LIST, {"limit": 10}))["group_chat_list"] == []
    assert await emulator.tell("callbacks") == []
    [shown] = await emulator.tell("groups", chat_id=chat_id)
    opengid = {"opengid": shown["opengid"]}
    assert await emulator.code(f"{AREA}/opengid_to_chatid", opengid) == 90509


@pytest.mark.parametrize(
    ("body", "errcode"),
    [
        ({}, 40050),
        ({"chat_id": "wr404"}, 40050),
        ({"chat_id": ["wr"]}, 40058),
        ({"need_name": 2}, 40058),
        ({"need_name": "yes"}, 40058),
    ],
)
async def test_a_group_is_refused(emulator: Emulator, body: dict[str, Any], errcode: int) -> None:
    good = {"chat_id": await open_group(emulator)} if "need_name" in body else {}
    assert await emulator.code(GET, good | body) == errcode


async def test_an_app_sees_groups_of_owners_it_sees(emulator: Emulator) -> None:
    anns, bobs = await open_group(emulator), await open_group(emulator, "bob")
    await emulator.act("console/apps/1", visible=["bob"])
    assert await emulator.code(GET, {"chat_id": anns}) == 60011
    listed = await emulator.call(LIST, {"limit": 10})
    assert listed["group_chat_list"] == [{"chat_id": bobs, "status": 0}]
    named = {"limit": 10, "owner_filter": {"userid_list": ["ann"]}}
    assert await emulator.code(LIST, named) == 60011
    [shown] = await emulator.tell("groups", chat_id=anns)
    path = f"{AREA}/opengid_to_chatid"
    assert await emulator.code(path, {"opengid": shown["opengid"]}) == 60011
    await emulator.act("console/apps/1", visible=None)
    assert (await emulator.call(path, {"opengid": shown["opengid"]}))["chat_id"] == anns
    assert await emulator.code(path, {}) == 40058
    assert await emulator.code(path, {"opengid": "tG404"}) == 90511


async def test_groups_come_in_pages(emulator: Emulator) -> None:
    made = [await open_group(emulator) for _ in range(5)]
    seen, body = list[str](), dict[str, Any](limit=2)
    while True:
        got = await emulator.call(LIST, body)
        seen += [row["chat_id"] for row in got["group_chat_list"]]
        if not got["next_cursor"]:
            break
        body["cursor"] = got["next_cursor"]
    assert seen == made


@pytest.mark.parametrize(
    ("body", "errcode"),
    [
        ({"limit": None}, 40058),
        ({"limit": 0}, 40058),
        ({"limit": 1001}, 40058),
        ({"limit": "ten"}, 40058),
        ({"status_filter": 4}, 40058),
        ({"owner_filter": ["ann"]}, 40058),
        ({"owner_filter": {"userid_list": "ann"}}, 40058),
        ({"owner_filter": {"userid_list": ["ann", "bob", "cat"]}}, 81017),
        ({"owner_filter": {"userid_list": ["nobody"]}}, 60111),
        ({"cursor": "2"}, 50100),
    ],
)
async def test_a_list_of_groups_is_refused(
    emulator: Emulator, body: dict[str, Any], errcode: int
) -> None:
    got = await emulator.call(LIST, {"limit": 10} | body)
    assert (got["errcode"], got["group_chat_list"]) == (errcode, [])


async def test_a_wide_range_must_name_owners(emulator: Emulator) -> None:
    chat_id = await open_group(emulator)
    await emulator.act("switches", scope_needs_owners=2)
    begin = {"day_begin_time": MIDNIGHT - DAY}
    asked: list[tuple[str, dict[str, Any]]] = [
        (LIST, {"limit": 10}),
        (STATISTIC, begin),
        (BY_DAY, begin),
    ]
    for path, body in asked:
        assert await emulator.code(path, body) == 81017
        named = {"owner_filter": {"userid_list": ["ann", "bob"]}}
        assert await emulator.code(path, body | named) == 0
        many = {"owner_filter": {"userid_list": ["ann", "bob", "cat"]}}
        assert await emulator.code(path, body | many) == 81017
    anns = {"limit": 10, "owner_filter": {"userid_list": ["ann"]}}
    found = (await emulator.call(LIST, anns))["group_chat_list"]
    assert [row["chat_id"] for row in found] == [chat_id]


async def test_only_who_is_in_a_group_speaks_there(emulator: Emulator) -> None:
    chat_id = await open_group(emulator)
    await refused(emulator, "say", 409, **{"from": "bob", "chat_id": chat_id, "content": "嗨"})
    await emulator.act(f"groups/{chat_id}/dismiss")
    await refused(emulator, "say", 409, **{"from": "ann", "chat_id": chat_id, "content": "嗨"})
    assert emulator.app.state.world.corp(CORPID).messages == []
