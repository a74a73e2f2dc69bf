"""What people do: add, half add, leave, come back, sit in groups; and what WeCom then tells."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest

from tests.wecom_emulator.corp import CORP, CORPID, SECRET, Emulator, open_emulator
from wecom_emulator.limits import Limits

SEND = "externalcontact/send_welcome_msg"
GROUP = "externalcontact/groupchat/get"


@pytest.fixture
async def emulator() -> AsyncIterator[Emulator]:
    """One whose pauses are short."""
    async with open_emulator(Limits(pause_seconds=0.01)) as emulator:
        yield emulator


async def refused(emulator: Emulator, act: str, status: int, **body: Any) -> None:
    """A control call that is refused, in words."""
    answer = await emulator.http.post(f"{CORP}/{act}", json=body)
    assert (answer.status_code, list(answer.json())) == (status, ["error"])


def hello(code: str) -> dict[str, Any]:
    return {"welcome_code": code, "text": {"content": "你好"}}


async def test_a_half_add_is_no_friend_until_it_is_whole(emulator: Emulator) -> None:
    half = await emulator.act("half_add", userid="ann", person={"unionid": "o1"})
    external = half["external_userid"]
    get = "externalcontact/get"
    assert await emulator.code(get, external_userid=external) == 84061
    pair = {"userid": "ann", "external_userid": external}
    assert await emulator.code("externalcontact/remark", pair | {"remark": "林"}) == 84061
    whole = await emulator.act("complete", **pair)
    assert await emulator.code(get, external_userid=external) == 0
    log = await emulator.delivered(2)
    assert {row["change_type"] for row in log} == {
        "add_half_external_contact",
        "add_external_contact",
    }
    # The half's code was not used, so there are two; one welcome is all that both can do.
    assert whole["welcome_code"] not in {None, half["welcome_code"]}
    assert await emulator.code(SEND, hello(half["welcome_code"])) == 0
    assert await emulator.code(SEND, hello(whole["welcome_code"])) == 41051
    assert len(await emulator.tell("received")) == 1
    await refused(emulator, "complete", 409, **pair)


async def test_a_used_half_code_leaves_none_for_the_whole_however_late(emulator: Emulator) -> None:
    half = await emulator.act("half_add", userid="ann", person={"unionid": "o1"})
    assert await emulator.code(SEND, hello(half["welcome_code"])) == 0
    await emulator.advance(24 * 3600)
    pair = {"userid": "ann", "external_userid": half["external_userid"]}
    assert (await emulator.act("complete", **pair))["welcome_code"] is None
    [_, whole] = await emulator.delivered(2)
    assert "WelcomeCode" not in whole["xml"]


async def test_a_half_add_that_is_taken_back_leaves_nothing(emulator: Emulator) -> None:
    half = await emulator.act("half_add", userid="ann", person={"unionid": "o1"})
    pair = {"userid": "ann", "external_userid": half["external_userid"]}
    await emulator.act("unfollow", **pair, by="customer")
    assert await emulator.code("externalcontact/list", userid="ann") == 84061
    await refused(emulator, "unfollow", 409, **pair, by="customer")
    await refused(emulator, "complete", 409, **pair)


async def test_a_relation_ends_once_for_each_side(emulator: Emulator) -> None:
    friend = await emulator.act("add", userid="ann", person={"unionid": "o1"})
    pair = {"userid": "ann", "external_userid": friend["external_userid"]}
    await refused(emulator, "unfollow", 400, **pair, by="nobody")
    await emulator.act("unfollow", **pair, by="customer")
    await refused(emulator, "unfollow", 409, **pair, by="customer")
    await emulator.act("unfollow", **pair, by="staff")
    await refused(emulator, "unfollow", 409, **pair, by="staff")
    log = await emulator.delivered(3)
    assert sorted(row["change_type"] for row in log) == [
        "add_external_contact",
        "del_external_contact",
        "del_follow_user",
    ]


async def test_who_knows_a_member_of_a_code_meets_the_same_again(emulator: Emulator) -> None:
    way = await emulator.way()
    person = {"unionid": "o1", "name": "林"}
    first = await emulator.act("scan", config_id=way, person=person, half=True)
    again = [await emulator.act("scan", config_id=way, person=person) for _ in range(8)]
    assert {scan["userid"] for scan in again} == {first["userid"]}
    assert {scan["welcome_code"] for scan in again} == {None}
    assert len(await emulator.delivered(1)) == 1
    await emulator.act("scan", config_id=way, person={"unionid": "o1", "name": "林小满"})
    [known] = await emulator.tell("people")
    assert (known["name"], known["external_userid"]) == ("林小满", first["external_userid"])


async def test_chance_can_be_repeated() -> None:
    runs = []
    for _ in range(2):
        async with open_emulator(Limits(pause_seconds=0.01)) as emulator:
            way = await emulator.way()
            emulator.app.state.world.chance.seed(7)
            scans = [
                await emulator.act("scan", config_id=way, person={"unionid": f"o{n}"})
                for n in range(12)
            ]
            runs.append([scan["userid"] for scan in scans])
    assert runs[0] == runs[1]
    assert set(runs[0]) == {"ann", "bob"}


async def test_two_welcomes_at_once_are_one() -> None:
    async with open_emulator(Limits(distributing_seconds=0.2)) as emulator:
        friend = await emulator.act("add", userid="ann", person={"unionid": "o1"})
        body = hello(friend["welcome_code"])
        codes = await _together(emulator, body)
        assert sorted(codes) == [0, 41096, 41096]
        assert await emulator.code(SEND, body) == 41051
        [code] = await emulator.tell("welcome_codes")
        assert (code["attempts"], code["last_errcode"]) == (4, 41051)
        assert len(await emulator.tell("received")) == 1


async def _together(emulator: Emulator, body: dict[str, Any]) -> list[int]:
    return list(await asyncio.gather(*(emulator.code(SEND, body) for _ in range(3))))


async def test_a_groups_versions_form_a_chain(emulator: Emulator) -> None:
    chat_id = (await emulator.act("groups", owner="ann", name="鱼友"))["chat_id"]
    person = (await emulator.act("add", userid="ann", person={"unionid": "o1", "name": "林"}))[
        "external_userid"
    ]
    before = (await emulator.call(GROUP, {"chat_id": chat_id}))["group_chat"]
    await emulator.act(f"groups/{chat_id}/join", external_userid=person)
    await refused(emulator, f"groups/{chat_id}/join", 409, external_userid=person)
    after = (await emulator.call(GROUP, {"chat_id": chat_id, "need_name": 1}))["group_chat"]
    log = await emulator.delivered(3)
    [join] = [row["xml"] for row in log if "add_member" in row["xml"]]
    assert f"<LastMemVer><![CDATA[{before['member_version']}]]></LastMemVer>" in join
    assert f"<CurMemVer><![CDATA[{after['member_version']}]]></CurMemVer>" in join
    assert "<JoinScene>3</JoinScene><MemChangeCnt>1</MemChangeCnt>" in join
    assert f"<MemChangeList><Item><![CDATA[{person}]]></Item></MemChangeList>" in join
    assert [(m["userid"], m["type"], m["name"]) for m in after["member_list"]] == [
        ("ann", 1, "安"),
        (person, 2, "林"),
    ]
    assert after["member_list"][1]["unionid"] == "o1"
    await emulator.act(f"groups/{chat_id}/leave", external_userid=person)
    await refused(emulator, f"groups/{chat_id}/leave", 409, external_userid=person)
    await emulator.act(f"groups/{chat_id}/dismiss")
    await refused(emulator, f"groups/{chat_id}/rename", 409, name="新名")
    assert await emulator.code(GROUP, {"chat_id": chat_id}) == 49008
    assert (await emulator.call("externalcontact/groupchat/list", {"limit": 10}))[
        "group_chat_list"
    ] == []


async def test_groups_are_found_by_owner_and_by_status(emulator: Emulator) -> None:
    listing = "externalcontact/groupchat/list"
    anns = (await emulator.act("groups", owner="ann", name="甲"))["chat_id"]
    bobs = (await emulator.act("groups", owner="bob", name="乙"))["chat_id"]
    of_bob = {"limit": 10, "owner_filter": {"userid_list": ["BOB"]}}
    assert (await emulator.call(listing, of_bob))["group_chat_list"] == [
        {"chat_id": bobs, "status": 0}
    ]
    await emulator.act("staff/bob/resign")
    # Groups of who left are shown to who names him.
    assert (await emulator.call(listing, {"limit": 1}))["group_chat_list"] == [
        {"chat_id": anns, "status": 0}
    ]
    waiting = await emulator.call(listing, of_bob | {"status_filter": 1})
    assert waiting["group_chat_list"] == [{"chat_id": bobs, "status": 1}]
    assert await emulator.code(listing, {"limit": 0}) == 40058
    assert await emulator.code(GROUP, {"chat_id": anns}) == 0


async def test_who_left_the_company_follows_nobody(emulator: Emulator) -> None:
    both = [await emulator.act("add", userid=u, person={"unionid": "o1"}) for u in ("ann", "bob")]
    external = both[0]["external_userid"]
    await emulator.act("staff/bob/resign")
    detail = await emulator.call("externalcontact/get", external_userid=external)
    assert [follow["userid"] for follow in detail["follow_user"]] == ["ann"]
    await emulator.act("staff/ann/resign")
    gone = await emulator.call("externalcontact/get", external_userid=external)
    assert (gone["errcode"], gone["follow_user"]) == (84061, [])


async def test_a_name_is_taken_once_and_a_deleted_tag_is_on_nobody(emulator: Emulator) -> None:
    made = await emulator.call(
        "externalcontact/add_corp_tag",
        {"group_name": "来源", "tag": [{"name": "门店"}, {"name": "直播"}]},
    )
    [shop, live] = [tag["id"] for tag in made["tag_group"]["tag"]]
    other = await emulator.call(
        "externalcontact/add_corp_tag", {"group_name": "阶段", "tag": [{"name": "门店"}]}
    )
    edit = "externalcontact/edit_corp_tag"
    assert await emulator.code(edit, {"id": live, "name": "门店"}) == 40071
    group_id = other["tag_group"]["group_id"]
    assert await emulator.code(edit, {"id": group_id, "name": "来源"}) == 40071
    assert await emulator.code(edit, {"id": live, "name": "直播间"}) == 0
    friend = await emulator.act("add", userid="ann", person={"unionid": "o1"})
    pair = {"userid": "ann", "external_userid": friend["external_userid"]}
    both = pair | {"add_tag": [shop, live]}
    assert await emulator.code("externalcontact/mark_tag", both) == 0
    assert await emulator.code("externalcontact/del_corp_tag", {"tag_id": [shop]}) == 0
    page = await emulator.call("externalcontact/batch/get_by_user", {"userid_list": ["ann"]})
    assert [row["follow_info"]["tag_id"] for row in page["external_contact_list"]] == [[live]]
    library = await emulator.call("externalcontact/get_corp_tag_list", {})
    assert [[tag["name"] for tag in group["tag"]] for group in library["tag_group"]] == [
        ["直播间"],
        ["门店"],
    ]


@pytest.mark.parametrize(
    ("call", "body"),
    [
        ("/emulator/faults", {"kind": "errcode"}),
        ("/emulator/faults", {"kind": "http", "value": "many"}),
        ("/emulator/faults", {"kind": "storm"}),
        ("/emulator/faults", []),
        ("/emulator/clock", {"now": "tomorrow"}),
        (f"{CORP}/scan", {"person": "nobody", "config_id": "x"}),
        (f"{CORP}/add", {"userid": "ann", "person": "nobody"}),
        (f"{CORP}/add", {"userid": "ann", "person": {"unionid": "o1"}, "delay_ms": "soon"}),
    ],
)
async def test_a_wrong_control_call_changes_nothing(
    emulator: Emulator, call: str, body: object
) -> None:
    before = (await emulator.http.get(CORP)).json()
    answer = await emulator.http.post(call, json=body)
    assert answer.status_code in {400, 404}
    assert list(answer.json()) == ["error"]
    assert (await emulator.http.get(CORP)).json() == before
    assert (await emulator.http.get("/emulator/faults")).json() == []


async def test_an_upload_of_another_kind_is_no_picture(emulator: Emulator) -> None:
    answer = await emulator.http.post(
        "/cgi-bin/media/upload",
        params={"access_token": emulator.token, "type": "file"},
        files={"media": ("价目表.pdf", b"%PDF-1.7", "application/pdf")},
    )
    media_id = answer.json()["media_id"]
    friend = await emulator.act("add", userid="ann", person={"unionid": "o1"})
    body = hello(friend["welcome_code"])
    picture = {"msgtype": "image", "image": {"media_id": media_id}}
    assert await emulator.code(SEND, body | {"attachments": [picture]}) == 40007
    long = {"msgtype": "link", "link": {"title": "鱼" * 43, "url": "https://example.com"}}
    assert await emulator.code(SEND, body | {"attachments": [long]}) == 40058
    assert await emulator.tell("received") == []
    file = {"msgtype": "file", "file": {"media_id": media_id}}
    assert await emulator.code(SEND, body | {"attachments": [file]}) == 0
    got = await emulator.ask("media/get", access_token=emulator.token, media_id=media_id)
    assert got.headers["content-disposition"] == 'attachment; filename="价目表.pdf"'


async def test_member_ids_come_in_pages_to_the_contacts_sync_app(emulator: Emulator) -> None:
    apps = [{"agentid": 1, "secret": SECRET}, {"agentid": 2_000_002, "secret": "contacts"}]
    await emulator.http.post("/emulator/corps", json={"corpid": CORPID, "apps": apps})
    got = await emulator.ask("gettoken", corpid=CORPID, corpsecret="contacts")
    emulator.token = got.json()["access_token"]
    first = await emulator.call("user/list_id", {"limit": 1})
    assert first["dept_user"] == [{"userid": "ann", "department": 1}]
    rest = await emulator.call("user/list_id", {"limit": 1, "cursor": first["next_cursor"]})
    assert (rest["dept_user"], rest["next_cursor"]) == ([{"userid": "bob", "department": 1}], "")
    assert await emulator.code("user/list_id", {"limit": 10_001}) == 40058
    assert await emulator.code("user/list_id", {"cursor": "elsewhere"}) == 50100


async def test_departments_are_told_in_short(emulator: Emulator) -> None:
    below = await emulator.call("department/simplelist", id=1)
    assert below["department_id"] == [{"id": 1, "parentid": 0, "order": 0}]
    assert await emulator.code("department/simplelist", id=9) == 60003
