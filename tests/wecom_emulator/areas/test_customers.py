"""Customers: lists, details, batches, remarks, everybody who is served."""

from collections.abc import AsyncIterator
from typing import Any

import pytest

from tests.wecom_emulator.corp import CORP, Emulator, open_emulator
from wecom_emulator.limits import Limits

AREA = "externalcontact"
BATCH = f"{AREA}/batch/get_by_user"
LIST = f"{AREA}/contact_list"
REMARK = f"{AREA}/remark"


@pytest.fixture
async def emulator() -> AsyncIterator[Emulator]:
    """One with small pages."""
    limits = Limits(
        pause_seconds=0.01,
        followers_a_page=2,
        customers_a_page=3,
        members_of_a_batch=3,
        contact_list_seconds=3600,
    )
    async with open_emulator(limits) as emulator:
        yield emulator


async def befriended(emulator: Emulator, userid: str, *unionids: str, **person: Any) -> list[str]:
    """Ids of persons whom the member added, a second apart."""
    found = []
    for unionid in unionids:
        made = await emulator.act("add", userid=userid, person={"unionid": unionid} | person)
        found.append(made["external_userid"])
    return found


async def more_staff(emulator: Emulator, *userids: str) -> None:
    staff = [{"userid": userid, "name": userid} for userid in userids]
    apps = [{"agentid": 1, "secret": "secret-of-the-first-app"}]
    body = {"corpid": CORP.rsplit("/", 1)[-1], "apps": apps, "staff": staff}
    assert (await emulator.http.post("/emulator/corps", json=body)).status_code == 200


async def test_only_members_with_the_feature_whom_the_app_sees_are_named(
    emulator: Emulator,
) -> None:
    await more_staff(emulator, "cat", "dan")
    await emulator.act("console/staff/cat", contact=False)
    await emulator.act("console/staff/dan", status=4)
    path = f"{AREA}/get_follow_user_list"
    assert (await emulator.call(path))["follow_user"] == ["ann", "bob"]
    await emulator.act("console/apps/1", visible=["bob", "cat"])
    assert (await emulator.call(path))["follow_user"] == ["bob"]


async def test_a_list_needs_a_member_in_sight_with_the_feature(emulator: Emulator) -> None:
    [lin, mo] = await befriended(emulator, "ann", "o1", "o2")
    path = f"{AREA}/list"
    assert set((await emulator.call(path, userid="ANN"))["external_userid"]) == {lin, mo}
    assert await emulator.code(path) == 40003
    assert await emulator.code(path, userid="nobody") == 60111
    empty = await emulator.call(path, userid="bob")
    assert (empty["errcode"], empty["external_userid"]) == (84061, [])
    await emulator.act("unfollow", userid="ann", external_userid=lin, by="customer")
    await emulator.act("unfollow", userid="ann", external_userid=mo, by="staff")
    assert (await emulator.call(path, userid="ann"))["external_userid"] == [lin]
    await emulator.act("console/apps/1", visible=["bob"])
    assert await emulator.code(path, userid="ann") == 60011
    await emulator.act("console/staff/bob", contact=False)
    assert await emulator.code(path, userid="bob") == 84074


async def test_a_customer_is_whole(emulator: Emulator) -> None:
    config_id = await emulator.way(state="fair")
    person = {"unionid": "o1", "name": "林", "gender": 2, "avatar": "https://p.test/1"}
    scanned = await emulator.act("scan", config_id=config_id, person=person)
    [lin, userid] = [scanned["external_userid"], scanned["userid"]]
    detail = await emulator.call(f"{AREA}/get", external_userid=lin)
    [follow] = detail["follow_user"]
    assert detail == {
        "errcode": 0,
        "errmsg": "ok",
        "external_contact": {
            "external_userid": lin,
            "name": "林",
            "avatar": "https://p.test/1",
            "type": 1,
            "gender": 2,
            "unionid": "o1",
        },
        "follow_user": [
            {
                "userid": userid,
                "remark": "",
                "description": "",
                "createtime": follow["createtime"],
                "remark_corp_name": "",
                "remark_mobiles": [],
                "oper_userid": lin,
                "add_way": 1,
                "state": "fair",
                "tags": [],
            }
        ],
    }
    await emulator.act("switches", bound_developer=False)
    unbound = await emulator.call(f"{AREA}/get", external_userid=lin)
    assert "unionid" not in unbound["external_contact"]


async def test_tags_of_the_corp_and_of_the_member(emulator: Emulator) -> None:
    [lin] = await befriended(emulator, "ann", "o1")
    made = await emulator.act("console/tags", group_name="级别", tags=["金", "银"])
    await emulator.act(
        "staff/ann/tag",
        external_userid=lin,
        add=made["tag_ids"][:1],
        personal=[{"group": "我的", "name": "高尔夫"}],
    )
    [follow] = (await emulator.call(f"{AREA}/get", external_userid=lin))["follow_user"]
    assert follow["tags"] == [
        {"group_name": "级别", "tag_name": "金", "tag_id": made["tag_ids"][0], "type": 1},
        {"group_name": "我的", "tag_name": "高尔夫", "type": 2},
    ]
    [row] = (await emulator.call(BATCH, {"userid_list": ["ann"]}))["external_contact_list"]
    assert row["follow_info"]["tag_id"] == made["tag_ids"][:1]


async def test_a_partner_on_wecom_has_a_company_and_no_welcome(emulator: Emulator) -> None:
    person = {
        "unionid": "p1",
        "name": "王",
        "type": 2,
        "corp_name": "鱼粮",
        "corp_full_name": "鱼粮有限公司",
        "position": "采购",
        "external_profile": {"external_attr": [], "wechat_channels": {"nickname": "x"}},
    }
    added = await emulator.act("add", userid="ann", person=person)
    external = added["external_userid"]
    assert external.startswith("wo")
    assert added["welcome_code"] is None
    again = await emulator.act("add", userid="bob", person={"unionid": "p1"})
    assert again["external_userid"] == external
    remark = {"userid": "ann", "external_userid": external, "remark": "老王"}
    assert await emulator.code(REMARK, remark | {"remark_company": "别的"}) == 0
    detail = await emulator.call(f"{AREA}/get", external_userid=external)
    assert detail["external_contact"] == {
        "external_userid": external,
        "name": "王",
        "avatar": "",
        "type": 2,
        "gender": 0,
        "corp_name": "鱼粮",
        "corp_full_name": "鱼粮有限公司",
        "position": "采购",
        "external_profile": {"external_attr": []},
    }
    [ann, bob] = detail["follow_user"]
    assert (ann["remark"], "remark_corp_name" in ann) == ("老王", False)
    assert bob["remark"] == ""


async def test_who_came_by_channels_says_whence(emulator: Emulator) -> None:
    channels = {"nickname": "小鱼频道", "source": 2}
    person = {"unionid": "o1"}
    added = await emulator.act(
        "add", userid="ann", person=person, add_way=10, wechat_channels=channels
    )
    detail = await emulator.call(f"{AREA}/get", external_userid=added["external_userid"])
    [follow] = detail["follow_user"]
    assert (follow["add_way"], follow["wechat_channels"]) == (10, channels)
    assert follow["oper_userid"] == "ann"


async def test_many_followers_come_in_pages(emulator: Emulator) -> None:
    await more_staff(emulator, "cat", "dan", "eve")
    for userid in ("ann", "bob", "cat", "dan", "eve"):
        [lin] = await befriended(emulator, userid, "o1")
    seen, cursor, pages = list[str](), "", 0
    while True:
        got = await emulator.call(f"{AREA}/get", external_userid=lin, cursor=cursor)
        seen += [follow["userid"] for follow in got["follow_user"]]
        pages += 1
        if "next_cursor" not in got:
            break
        cursor = got["next_cursor"]
    assert (sorted(seen), pages) == (["ann", "bob", "cat", "dan", "eve"], 3)
    [mo] = await befriended(emulator, "ann", "o2")
    wrong = await emulator.call(f"{AREA}/get", external_userid=mo, cursor=cursor)
    assert (wrong["errcode"], wrong["follow_user"]) == (50100, [])


async def test_who_is_followed_out_of_sight_is_unknown(emulator: Emulator) -> None:
    [lin] = await befriended(emulator, "ann", "o1")
    get = f"{AREA}/get"
    assert await emulator.code(get) == 41035
    await emulator.act("console/apps/1", visible=["bob"])
    assert await emulator.code(get, external_userid=lin) == 40096
    await befriended(emulator, "bob", "o1")
    detail = await emulator.call(get, external_userid=lin)
    assert [follow["userid"] for follow in detail["follow_user"]] == ["bob"]
    await emulator.act("console/apps/1", visible=None)
    await emulator.act("console/staff/bob", contact=False)
    detail = await emulator.call(get, external_userid=lin)
    assert [follow["userid"] for follow in detail["follow_user"]] == ["ann"]
    await emulator.act("console/staff/ann", contact=False)
    assert await emulator.code(get, external_userid=lin) == 84061


async def test_a_batch_walks_member_by_member(emulator: Emulator) -> None:
    anns = await befriended(emulator, "ann", "o1", "o2", "o3", "o4")
    bobs = await befriended(emulator, "bob", "o1", "o5", "o6")
    await more_staff(emulator, "cat")
    body: dict[str, Any] = {"userid_list": ["bob", "cat", "ann", "ann"][:3], "limit": 1000}
    seen, sizes = list[tuple[str, str]](), list[int]()
    while True:
        got = await emulator.call(BATCH, body)
        rows = got["external_contact_list"]
        seen += [
            (r["follow_info"]["userid"], r["external_contact"]["external_userid"]) for r in rows
        ]
        sizes.append(len(rows))
        assert got["fail_info"] == {"unlicensed_userid_list": []}
        if not got["next_cursor"]:
            break
        body["cursor"] = got["next_cursor"]
    assert sizes == [3, 3, 1]
    assert set(seen) == {("ann", e) for e in anns} | {("bob", e) for e in bobs}
    assert await emulator.code(BATCH, body | {"userid_list": ["ann"]}) == 50100


@pytest.mark.parametrize(
    ("body", "errcode"),
    [
        ({}, 40058),
        ({"userid_list": []}, 40058),
        ({"userid_list": "ann"}, 40058),
        ({"userid_list": ["ann"] * 4}, 40058),
        ({"userid_list": ["x" * 65]}, 40058),
        ({"userid_list": ["ann", None]}, 40058),
        ({"userid_list": ["nobody"]}, 60111),
        ({"userid_list": ["bob"]}, 60011),
        ({"userid_list": ["cat"]}, 84074),
        ({"userid_list": ["ann"], "cursor": "0"}, 50100),
        ({"userid_list": ["ann"], "cursor": 7}, 40058),
        ({"userid_list": ["ann"], "limit": "many"}, 40058),
    ],
)
async def test_a_batch_is_refused(emulator: Emulator, body: dict[str, Any], errcode: int) -> None:
    await more_staff(emulator, "cat")
    await emulator.act("console/staff/cat", contact=False)
    await emulator.act("console/apps/1", visible=["ann", "cat"])
    got = await emulator.call(BATCH, body)
    assert (got["errcode"], got["external_contact_list"]) == (errcode, [])


async def test_a_remark_changes_what_it_names(emulator: Emulator) -> None:
    [lin] = await befriended(emulator, "ann", "o1")
    upload = await emulator.http.post(
        "/cgi-bin/media/upload",
        params={"access_token": emulator.token, "type": "image"},
        files={"media": ("a.png", b"\x89PNG\r\n\x1a\nrest", "image/png")},
    )
    pair = {"userid": "ann", "external_userid": lin}
    first = pair | {
        "remark": "林",
        "description": "展会",
        "remark_company": "青禾",
        "remark_mobiles": ["13900000000"],
        "remark_pic_mediaid": upload.json()["media_id"],
    }
    assert await emulator.code(REMARK, first) == 0
    [person] = await emulator.tell("people")
    assert person["relations"][0]["picture"] == upload.json()["media_id"]
    assert await emulator.code(REMARK, pair | {"remark": "", "remark_mobiles": [""]}) == 0
    [follow] = (await emulator.call(f"{AREA}/get", external_userid=lin))["follow_user"]
    assert (follow["remark"], follow["description"], follow["remark_corp_name"]) == (
        "",
        "展会",
        "青禾",
    )
    assert follow["remark_mobiles"] == []
    # The add is the only news: what an app changes is told to nobody.
    await emulator.delivered(1)
    await emulator.act("switches", events_for_api_changes=True)
    assert await emulator.code(REMARK, pair | {"remark": "林总"}) == 0
    log = await emulator.delivered(2)
    assert log[1]["change_type"] == "edit_external_contact"


@pytest.mark.parametrize(
    ("body", "errcode"),
    [
        ({}, 40058),
        ({"remark": None}, 40058),
        ({"remark": "鱼" * 21}, 40058),
        ({"description": "鱼" * 151}, 40058),
        ({"remark_company": "鱼" * 21}, 40058),
        ({"remark": 7}, 40058),
        ({"remark_mobiles": "139"}, 40058),
        ({"remark_mobiles": [139]}, 40058),
        ({"remark": "林", "remark_pic_mediaid": "3unknown"}, 40007),
        ({"userid": "bob", "remark": "林"}, 84061),
        ({"userid": "nobody", "remark": "林"}, 60111),
        ({"userid": "", "remark": "林"}, 40003),
        ({"external_userid": "", "remark": "林"}, 41035),
        ({"external_userid": "wm404", "remark": "林"}, 40096),
    ],
)
async def test_a_remark_is_refused(emulator: Emulator, body: dict[str, Any], errcode: int) -> None:
    [lin] = await befriended(emulator, "ann", "o1")
    before = await emulator.tell("people")
    assert await emulator.code(REMARK, {"userid": "ann", "external_userid": lin} | body) == errcode
    assert await emulator.tell("people") == before


async def test_a_member_without_the_feature_changes_nothing(emulator: Emulator) -> None:
    [lin] = await befriended(emulator, "ann", "o1")
    await emulator.act("console/staff/ann", contact=False)
    body = {"userid": "ann", "external_userid": lin, "remark": "林"}
    assert await emulator.code(REMARK, body) == 84074


async def everybody(emulator: Emulator, limit: int) -> list[dict[str, Any]]:
    rows, cursor = list[dict[str, Any]](), ""
    while True:
        got = await emulator.call(LIST, {"limit": limit, "cursor": cursor})
        assert got["errcode"] == 0
        rows += got["info_list"]
        cursor = got["next_cursor"]
        if not cursor:
            return rows


async def test_everybody_who_is_served(emulator: Emulator) -> None:
    await more_staff(emulator, "cat")
    [lin] = await befriended(emulator, "ann", "o1", name="林")
    [secret] = await befriended(emulator, "cat", "o2", name="欧阳")
    await emulator.act("console/staff/cat", contact=False)
    group = (await emulator.act("groups", owner="bob", name="鱼友"))["chat_id"]
    await emulator.act(f"groups/{group}/join", external_userid=lin)
    await emulator.act(f"groups/{group}/join", external_userid="wm-stranger")
    outside = (await emulator.act("groups", owner="cat", name="私群"))["chat_id"]
    await emulator.act(f"groups/{outside}/join", external_userid=secret)
    rows = await everybody(emulator, 2)
    told = [
        (
            row["is_customer"],
            row.get("external_userid", row.get("name")),
            row["follow_userid"],
            row.get("chat_id", row.get("chat_name")),
        )
        for row in rows
    ]
    assert sorted(told, key=str) == sorted(
        [
            (True, lin, "ann", None),
            (False, "欧**", "cat", None),
            (True, lin, "bob", group),
            (False, "微**", "bob", group),
            (False, "欧**", "cat", "私群"),
        ],
        key=str,
    )
    # One traversal calls the same person by the same name, the next one by another.
    lins = {row["tmp_openid"] for row in rows if row.get("external_userid") == lin}
    assert len(lins) == 1
    again = {row["tmp_openid"] for row in await everybody(emulator, 10)}
    assert again.isdisjoint(lins)


async def test_a_cursor_of_everybody_lives_four_hours(emulator: Emulator) -> None:
    await befriended(emulator, "ann", "o1", "o2", "o3")
    first = await emulator.call(LIST, {"limit": 1})
    await emulator.advance(3599)
    assert await emulator.code(LIST, {"limit": 1, "cursor": first["next_cursor"]}) == 0
    await emulator.advance(2)
    old = await emulator.call(LIST, {"limit": 1, "cursor": first["next_cursor"]})
    assert (old["errcode"], old["info_list"]) == (50100, [])
    for wrong in ("7", "x.y", f"0-0.{first['next_cursor'].partition('.')[2]}", "a-zz.AAAA"):
        assert await emulator.code(LIST, {"cursor": wrong}) == 50100
