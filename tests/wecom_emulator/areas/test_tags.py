"""Corp tags, marking, strategy tags, and what the console does with tags."""

import re
from collections.abc import AsyncIterator
from typing import Any

import pytest

from tests.wecom_emulator.corp import Emulator, open_emulator
from wecom_emulator.limits import Limits

AREA = "externalcontact"
LIST, ADD = f"{AREA}/get_corp_tag_list", f"{AREA}/add_corp_tag"
EDIT, DELETE, MARK = f"{AREA}/edit_corp_tag", f"{AREA}/del_corp_tag", f"{AREA}/mark_tag"
STRATEGY_LIST, STRATEGY_ADD = f"{AREA}/get_strategy_tag_list", f"{AREA}/add_strategy_tag"
STRATEGY_EDIT, STRATEGY_DELETE = f"{AREA}/edit_strategy_tag", f"{AREA}/del_strategy_tag"


@pytest.fixture
async def emulator() -> AsyncIterator[Emulator]:
    """One with a small library."""
    limits = Limits(pause_seconds=0.01, tags=6, tags_of_a_call=4, tags_of_a_relation=3)
    async with open_emulator(limits) as emulator:
        yield emulator


async def library(emulator: Emulator, **asked: Any) -> list[dict[str, Any]]:
    return list((await emulator.call(LIST, asked))["tag_group"])


async def make(emulator: Emulator, name: str, *tags: str) -> dict[str, Any]:
    body = {"group_name": name, "tag": [{"name": tag} for tag in tags]}
    return dict((await emulator.call(ADD, body))["tag_group"])


async def rule_group(emulator: Emulator, **more: Any) -> int:
    body = {
        "strategy_name": "销售",
        "admin_list": ["ann"],
        "range": [{"type": 1, "userid": "ann"}],
    } | more
    return int((await emulator.call(f"{AREA}/customer_strategy/create", body))["strategy_id"])


async def friend(emulator: Emulator, userid: str = "ann") -> dict[str, str]:
    added = await emulator.act("add", userid=userid, person={"unionid": "o1"})
    return {"userid": userid, "external_userid": added["external_userid"]}


async def test_a_group_is_made_with_its_tags(emulator: Emulator) -> None:
    body = {
        "group_name": "级别",
        "order": 7,
        "tag": [{"name": "银", "order": 1}, {"name": "金", "order": 2}, {"name": "银"}],
    }
    made = await emulator.call(ADD, body)
    group = made["tag_group"]
    now = group["create_time"]
    assert made == {
        "errcode": 0,
        "errmsg": "ok",
        "tag_group": {
            "group_id": group["group_id"],
            "group_name": "级别",
            "create_time": now,
            "order": 7,
            "tag": [
                {"id": group["tag"][0]["id"], "name": "金", "create_time": now, "order": 2},
                {"id": group["tag"][1]["id"], "name": "银", "create_time": now, "order": 1},
            ],
        },
    }
    for id_ in (group["group_id"], *(tag["id"] for tag in group["tag"])):
        assert re.fullmatch(r"et[\w-]{30}", id_)
    assert await library(emulator) == [group]
    first = await make(emulator, "来源", "门店")
    # The largest order first.
    assert [g["group_name"] for g in await library(emulator)] == ["级别", "来源"]
    more = await emulator.call(ADD, {"group_id": first["group_id"], "tag": [{"name": "直播"}]})
    assert [tag["name"] for tag in more["tag_group"]["tag"]] == ["直播"]
    same = await make(emulator, "来源", "门店", "地推")
    assert (same["group_id"], [tag["name"] for tag in same["tag"]]) == (
        first["group_id"],
        ["地推"],
    )


@pytest.mark.parametrize(
    ("body", "errcode"),
    [
        ({"group_name": "g"}, 40058),
        ({"group_name": "g", "tag": {}}, 40058),
        ({"group_name": "g", "tag": ["a"]}, 40058),
        ({"group_name": "g", "tag": [{}]}, 40072),
        ({"group_name": "g", "tag": [{"name": 7}]}, 40058),
        ({"group_name": "g", "tag": [{"name": "鱼" * 31}]}, 40072),
        ({"group_name": "", "tag": [{"name": "a"}]}, 40072),
        ({"tag": [{"name": "a"}]}, 40072),
        ({"group_id": "et404", "tag": [{"name": "a"}]}, 40068),
        ({"group_name": "g", "order": -1, "tag": [{"name": "a"}]}, 40058),
        ({"group_name": "g", "order": 2**32, "tag": [{"name": "a"}]}, 40058),
        ({"group_name": "g", "tag": [{"name": "a", "order": "first"}]}, 40058),
        ({"group_name": "g", "tag": [{"name": str(n)} for n in range(7)]}, 40126),
    ],
)
async def test_tags_are_refused(emulator: Emulator, body: dict[str, Any], errcode: int) -> None:
    assert await emulator.code(ADD, body) == errcode
    assert await library(emulator) == []


async def test_a_full_library_takes_names_it_has(emulator: Emulator) -> None:
    await make(emulator, "级别", *"123456")
    assert await emulator.code(ADD, {"group_name": "级别", "tag": [{"name": "1"}]}) == 0
    assert await emulator.code(ADD, {"group_name": "级别", "tag": [{"name": "7"}]}) == 40126
    await emulator.act("switches", tag_duplicate="refuse")
    assert await emulator.code(ADD, {"group_name": "级别", "tag": [{"name": "1"}]}) == 40071


async def test_tags_are_renamed_and_moved(emulator: Emulator) -> None:
    group = await make(emulator, "级别", "金", "银")
    await make(emulator, "来源", "门店")
    [gold, silver] = [tag["id"] for tag in group["tag"]]
    assert await emulator.code(EDIT, {"id": silver, "name": "金"}) == 40071
    assert await emulator.code(EDIT, {"id": group["group_id"], "name": "来源"}) == 40071
    assert await emulator.code(EDIT, {"id": silver, "name": "鱼" * 31}) == 40072
    assert await emulator.code(EDIT, {"id": silver, "order": 2**32}) == 40058
    assert await emulator.code(EDIT, {"id": "et404", "name": "铜"}) == 40068
    assert await emulator.code(EDIT, {"name": "铜"}) == 40068
    assert [tag["name"] for tag in (await library(emulator))[0]["tag"]] == ["金", "银"]
    assert await emulator.code(EDIT, {"id": silver, "name": "铜", "order": 5}) == 0
    assert await emulator.code(EDIT, {"id": group["group_id"], "name": "档"}) == 0
    assert await emulator.code(EDIT, {"id": gold, "name": "金"}) == 0
    [changed, _] = await library(emulator)
    assert (changed["group_name"], [tag["name"] for tag in changed["tag"]]) == ("档", ["铜", "金"])


async def test_what_was_deleted_is_told_when_asked_by_id(emulator: Emulator) -> None:
    group = await make(emulator, "级别", "金", "银")
    other = await make(emulator, "来源", "门店")
    [gold, silver] = [tag["id"] for tag in group["tag"]]
    pair = await friend(emulator)
    assert await emulator.code(MARK, pair | {"add_tag": [gold, silver]}) == 0
    assert await emulator.code(DELETE, {"tag_id": [gold]}) == 0
    assert await emulator.code(DELETE, {"tag_id": [gold]}) == 40068
    [person] = await emulator.tell("people")
    assert person["relations"][0]["tags"] == [silver]
    [found] = await library(emulator, tag_id=[gold])
    assert (found["deleted"], [(t["id"], t["deleted"]) for t in found["tag"]]) == (
        False,
        [(gold, True)],
    )
    [found] = await library(emulator, group_id=[group["group_id"]], tag_id=["ignored"])
    assert "deleted" not in found
    assert {(t["id"], t["deleted"]) for t in found["tag"]} == {(gold, True), (silver, False)}
    # The group goes with its last tag.
    assert await emulator.code(DELETE, {"tag_id": [silver]}) == 0
    [found] = await library(emulator, tag_id=[silver])
    assert (found["group_name"], found["deleted"]) == ("级别", True)
    assert await library(emulator, group_id=[group["group_id"]]) == []
    assert [g["group_id"] for g in await library(emulator)] == [other["group_id"]]
    assert await emulator.code(DELETE, {"group_id": [other["group_id"]]}) == 0
    assert await library(emulator) == []


async def test_deleting_is_refused_whole(emulator: Emulator) -> None:
    group = await make(emulator, "级别", "金")
    gold = group["tag"][0]["id"]
    assert await emulator.code(DELETE, {}) == 40063
    assert await emulator.code(DELETE, {"tag_id": [gold, "et404"]}) == 40068
    assert await emulator.code(DELETE, {"tag_id": [gold], "group_id": ["et404"]}) == 40068
    assert await emulator.code(DELETE, {"tag_id": gold}) == 40058
    assert await library(emulator) == [group]


async def test_an_app_changes_only_what_it_made(emulator: Emulator) -> None:
    made = await emulator.act("console/tags", group_name="兴趣", tags=["钓鱼"])
    tag = made["tag_ids"][0]
    before = await library(emulator)
    for path, body in (
        (EDIT, {"id": tag, "name": "爬山"}),
        (EDIT, {"id": made["group_id"], "order": 3}),
        (DELETE, {"tag_id": [tag]}),
        (DELETE, {"group_id": [made["group_id"]]}),
    ):
        assert await emulator.code(path, body) == 81011
    await emulator.act("switches", foreign_tag="unknown")
    assert await emulator.code(EDIT, {"id": tag, "name": "爬山"}) == 40068
    assert await library(emulator) == before
    # It may set them and add its own beside them.
    assert await emulator.code(MARK, await friend(emulator) | {"add_tag": [tag]}) == 0
    more = {"group_id": made["group_id"], "tag": [{"name": "下棋"}]}
    mine = (await emulator.call(ADD, more))["tag_group"]["tag"][0]["id"]
    assert await emulator.code(EDIT, {"id": mine, "name": "围棋"}) == 0
    await emulator.act("console/apps/2", may_call_contact=True)
    await emulator.sign_in()
    got = await emulator.ask("gettoken", corpid="ww0123456789abcdef", corpsecret="second")
    emulator.token = got.json()["access_token"]
    await emulator.act("switches", foreign_tag="right")
    assert await emulator.code(DELETE, {"tag_id": [mine]}) == 81011


async def test_marking_has_limits(emulator: Emulator) -> None:
    ids = [tag["id"] for tag in (await make(emulator, "级别", *"12345"))["tag"]]
    pair = await friend(emulator)
    for body, errcode in (
        ({}, 40058),
        ({"add_tag": ids}, 41111),
        ({"add_tag": ids[:2], "remove_tag": ids[2:]}, 41111),
        ({"add_tag": ids[:4]}, 40144),
        ({"add_tag": [ids[0], "et404"]}, 40068),
        ({"remove_tag": ["et404"]}, 40068),
        ({"add_tag": [7]}, 40058),
        ({"add_tag": ids[0]}, 40058),
        ({"add_tag": ids[:1], "userid": "bob"}, 84061),
    ):
        assert await emulator.code(MARK, pair | body) == errcode
    [person] = await emulator.tell("people")
    assert person["relations"][0]["tags"] == []
    assert await emulator.code(MARK, pair | {"add_tag": ids[:3]}) == 0
    assert await emulator.code(MARK, pair | {"add_tag": ids[3:4]}) == 40144
    assert await emulator.code(MARK, pair | {"add_tag": ids[3:4], "remove_tag": ids[:1]}) == 0
    [person] = await emulator.tell("people")
    assert person["relations"][0]["tags"] == ids[1:4]


async def test_an_apps_changes_are_news_only_where_a_switch_says_so(emulator: Emulator) -> None:
    group = await make(emulator, "级别", "金")
    await emulator.act("switches", events_for_api_changes=True)
    pair = await friend(emulator)
    await make(emulator, "来源", "门店")
    await emulator.call(EDIT, {"id": group["tag"][0]["id"], "name": "银"})
    await emulator.call(MARK, pair | {"add_tag": [group["tag"][0]["id"]]})
    await emulator.call(DELETE, {"group_id": [group["group_id"]]})
    log = await emulator.delivered(6)
    assert [row["change_type"] for row in log] == [
        "add_external_contact",
        "create",
        "create",
        "update",
        "edit_external_contact",
        "delete",
    ]
    assert f"<Id><![CDATA[{group['group_id']}]]></Id>" in log[5]["xml"]


async def test_the_console_tells_all_it_does(emulator: Emulator) -> None:
    made = await emulator.act("console/tags", group_name="兴趣", tags=["钓鱼", "爬山"])
    [fishing, hiking] = made["tag_ids"]
    more = await emulator.act("console/tags", group_id=made["group_id"], tags=["下棋"])
    await emulator.act(f"console/tags/{fishing}/rename", name="垂钓")
    await emulator.act(f"console/tags/{made['group_id']}/rename", name="爱好")
    order = [hiking, *more["tag_ids"], fishing]
    await emulator.act("console/tags/shuffle", group_id=made["group_id"], ids=order)
    [group] = await library(emulator)
    assert (group["group_name"], [tag["id"] for tag in group["tag"]]) == ("爱好", order)
    other = await emulator.act("console/tags", group_name="阶段", tags=["新客"])
    groups = [other["group_id"], made["group_id"]]
    await emulator.act("console/tags/shuffle", ids=groups)
    assert [g["group_id"] for g in await library(emulator)] == groups
    await emulator.act(f"console/tags/{hiking}/delete")
    await emulator.act(f"console/tags/{made['group_id']}/delete")
    log = await emulator.delivered(12)
    told = [
        (
            row["change_type"],
            *re.findall(r"<TagType><!\[CDATA\[(\w+)\]\]>", row["xml"]),
            *re.findall(r"<Id><!\[CDATA\[([^\]]*)\]\]>", row["xml"]),
        )
        for row in log
    ]
    assert told == [
        ("create", "tag_group", made["group_id"]),
        ("create", "tag", fishing),
        ("create", "tag", hiking),
        ("create", "tag", more["tag_ids"][0]),
        ("update", "tag", fishing),
        ("update", "tag_group", made["group_id"]),
        ("shuffle", made["group_id"]),
        ("create", "tag_group", other["group_id"]),
        ("create", "tag", other["tag_ids"][0]),
        ("shuffle", ""),
        ("delete", "tag", hiking),
        ("delete", "tag_group", made["group_id"]),
    ]


async def test_the_console_refuses_what_cannot_be(emulator: Emulator) -> None:
    made = await emulator.act("console/tags", group_name="兴趣", tags=["钓鱼", "爬山"])
    base = "/emulator/corps/ww0123456789abcdef/console/tags"
    for path, body, status in (
        ("", {"group_name": "兴趣", "tags": ["新"]}, 409),
        ("", {"group_name": "空", "tags": []}, 400),
        ("", {"group_name": "鱼" * 31, "tags": ["a"]}, 400),
        ("/et404/rename", {"name": "a"}, 404),
        ("/et404/delete", {}, 404),
        (f"/{made['tag_ids'][0]}/rename", {"name": "爬山"}, 409),
        ("/shuffle", {"group_id": made["group_id"], "ids": made["tag_ids"][:1]}, 400),
        ("/shuffle", {"ids": ["et404"]}, 400),
    ):
        answer = await emulator.http.post(base + path, json=body)
        assert (answer.status_code, list(answer.json())) == (status, ["error"])
    assert [len(group["tag"]) for group in await library(emulator)] == [2]
    assert len(await emulator.delivered(3)) == 3


async def test_strategy_tags_belong_to_their_rule_group(emulator: Emulator) -> None:
    strategy_id = await rule_group(emulator)
    body = {"strategy_id": strategy_id, "group_name": "意向", "tag": [{"name": "高"}]}
    made = (await emulator.call(STRATEGY_ADD, body))["tag_group"]
    high = made["tag"][0]["id"]
    assert (made["strategy_id"], high[:2], made["group_id"][:2]) == (strategy_id, "st", "et")
    assert (await emulator.call(STRATEGY_LIST, {}))["tag_group"] == [made]
    one = await emulator.call(STRATEGY_LIST, {"strategy_id": strategy_id})
    assert one["tag_group"] == [made]
    assert await library(emulator) == []
    assert await emulator.code(EDIT, {"id": high, "name": "中"}) == 40068
    other = await rule_group(emulator, strategy_name="售后")
    # Names are taken within one rule group only.
    same = await emulator.call(STRATEGY_ADD, body | {"strategy_id": other})
    assert same["tag_group"]["group_id"] != made["group_id"]
    pair = await friend(emulator)
    assert await emulator.code(MARK, pair | {"add_tag": [high]}) == 0
    detail = await emulator.call(f"{AREA}/get", external_userid=pair["external_userid"])
    assert detail["follow_user"][0]["tags"] == [
        {"group_name": "意向", "tag_name": "高", "tag_id": high, "type": 3}
    ]
    bobs = await friend(emulator, "bob")
    assert await emulator.code(MARK, bobs | {"add_tag": [high]}) == 81011
    assert await emulator.code(STRATEGY_EDIT, {"id": high, "name": "极高", "order": 3}) == 0
    more = {"strategy_id": strategy_id, "group_id": made["group_id"], "tag": [{"name": "低"}]}
    low = (await emulator.call(STRATEGY_ADD, more))["tag_group"]["tag"][0]["id"]
    assert await emulator.code(STRATEGY_EDIT, {"id": low, "name": "极高"}) == 40071
    assert await emulator.code(STRATEGY_DELETE, {"tag_id": [high]}) == 0
    asked = await emulator.call(STRATEGY_LIST, {"tag_id": [high]})
    [group] = asked["tag_group"]
    assert (group["strategy_id"], group["deleted"]) == (strategy_id, False)
    assert [(t["name"], t["deleted"]) for t in group["tag"]] == [("极高", True)]
    detail = await emulator.call(f"{AREA}/get", external_userid=pair["external_userid"])
    assert [follow["tags"] for follow in detail["follow_user"]] == [[], []]


async def test_strategy_tags_are_refused(emulator: Emulator) -> None:
    strategy_id = await rule_group(emulator)
    child = await rule_group(emulator, strategy_name="小组", parent_id=strategy_id)
    good = {"strategy_id": strategy_id, "group_name": "意向", "tag": [{"name": "高"}]}
    for body, errcode in (
        ({"group_name": "意向", "tag": [{"name": "高"}]}, 40058),
        (good | {"strategy_id": 404}, 40058),
        (good | {"strategy_id": child}, 40058),
        (good | {"tag": []}, 40058),
        (good | {"group_id": "et404"}, 40068),
        (good | {"group_name": "鱼" * 31}, 40072),
        (good | {"tag": [{"name": str(n)} for n in range(7)]}, 40126),
    ):
        assert await emulator.code(STRATEGY_ADD, body) == errcode
    assert (await emulator.call(STRATEGY_LIST, {}))["tag_group"] == []
    assert await emulator.code(STRATEGY_LIST, {"strategy_id": 404}) == 40058
    assert await emulator.code(STRATEGY_DELETE, {}) == 40063
    assert await emulator.code(STRATEGY_EDIT, {"id": "st404", "name": "a"}) == 40068
    # With its rule group a tag is gone for everybody.
    made = (await emulator.call(STRATEGY_ADD, good))["tag_group"]
    pair = await friend(emulator)
    assert await emulator.code(MARK, pair | {"add_tag": [made["tag"][0]["id"]]}) == 0
    delete = {"strategy_id": strategy_id}
    assert await emulator.code(f"{AREA}/customer_strategy/del", delete) == 0
    detail = await emulator.call(f"{AREA}/get", external_userid=pair["external_userid"])
    assert detail["follow_user"][0]["tags"] == []
    assert await emulator.code(STRATEGY_DELETE, {"group_id": [made["group_id"]]}) == 40068
