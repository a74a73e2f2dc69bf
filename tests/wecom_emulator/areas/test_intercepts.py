"""Rules against words: their fields, and that they stop or warn of what members say."""

from collections.abc import AsyncIterator
from typing import Any

import pytest

from tests.wecom_emulator.areas.sending import friend, received
from tests.wecom_emulator.corp import CORP, CORPID, SECRET, Emulator, open_emulator
from wecom_emulator.limits import Limits

ADD = "externalcontact/add_intercept_rule"
LIST = "externalcontact/get_intercept_rule_list"
GET = "externalcontact/get_intercept_rule"
UPDATE = "externalcontact/update_intercept_rule"
DELETE = "externalcontact/del_intercept_rule"
OK = {"errcode": 0, "errmsg": "ok"}
RULE: dict[str, Any] = {
    "rule_name": "私下",
    "word_list": ["微信号", "Cash"],
    "semantics_list": [1, 2, 3],
    "intercept_type": 1,
    "applicable_range": {"user_list": ["ann"], "department_list": []},
}


@pytest.fixture
async def emulator() -> AsyncIterator[Emulator]:
    """One with a shop beneath the head office."""
    async with open_emulator() as one:
        await one.http.post(
            "/emulator/corps",
            json={
                "corpid": CORPID,
                "apps": [{"agentid": 1, "secret": SECRET}, {"agentid": 2, "secret": "second"}],
                "departments": [{"id": 2, "name": "门店", "parentid": 1}],
                "staff": [{"userid": "cai", "name": "蔡", "department": [2]}],
            },
        )
        yield one


async def added(emulator: Emulator, **change: Any) -> str:
    answer = await emulator.call(ADD, RULE | change)
    assert answer["errcode"] == 0, answer
    return str(answer["rule_id"])


async def rule(emulator: Emulator, rule_id: str) -> dict[str, Any]:
    return dict((await emulator.call(GET, {"rule_id": rule_id}))["rule"])


async def test_a_rule_is_made_read_changed_and_deleted(emulator: Emulator) -> None:
    rule_id = await added(emulator)
    got = await rule(emulator, rule_id)
    at = got["create_time"]
    assert got == {"rule_id": rule_id, **RULE, "create_time": at}
    listed = {"rule_list": [{"rule_id": rule_id, "rule_name": "私下", "create_time": at}]}
    assert await emulator.call(LIST) == {**OK, **listed}
    await emulator.act("switches", semantics_nested=True)
    nested = await rule(emulator, rule_id)
    assert nested["extra_rule"] == {"semantics_list": [1, 2, 3]}
    assert "semantics_list" not in nested
    await emulator.act("switches", semantics_nested=False)
    change = {
        "rule_id": rule_id,
        "rule_name": "新名",
        "word_list": [],
        "extra_rule": {"semantics_list": []},
        "add_applicable_range": {"user_list": ["BOB"], "department_list": [2]},
        "remove_applicable_range": {"user_list": ["ann"]},
    }
    assert await emulator.call(UPDATE, change) == OK
    got = await rule(emulator, rule_id)
    # An empty word_list says nothing; an empty semantics_list takes all away.
    assert (got["rule_name"], got["word_list"], got["semantics_list"]) == (
        "新名",
        ["微信号", "Cash"],
        [],
    )
    assert got["applicable_range"] == {"user_list": ["bob"], "department_list": [2]}
    words = {"rule_id": rule_id, "word_list": ["只此"], "intercept_type": 2}
    assert await emulator.call(UPDATE, words) == OK
    got = await rule(emulator, rule_id)
    assert (got["word_list"], got["intercept_type"], got["rule_name"]) == (["只此"], 2, "新名")
    assert await emulator.call(DELETE, {"rule_id": rule_id}) == OK
    for name in (GET, UPDATE, DELETE):
        assert await emulator.code(name, {"rule_id": rule_id}) == 41071
        assert await emulator.code(name, {"rule_id": "rule0"}) == 41070
        assert await emulator.code(name, {}) == 41070
    assert await emulator.call(LIST) == {**OK, "rule_list": []}


@pytest.mark.parametrize(
    ("change", "errcode"),
    [
        ({"rule_name": None}, 40058),
        ({"rule_name": "鱼" * 21}, 40058),
        ({"rule_name": "有了"}, 41077),
        ({"word_list": None}, 40058),
        ({"word_list": []}, 40058),
        ({"word_list": ["x"] * 301}, 41068),
        ({"word_list": [""]}, 41083),
        ({"word_list": ["鱼" * 33]}, 41083),
        ({"word_list": [7]}, 40058),
        ({"semantics_list": [4]}, 41084),
        ({"semantics_list": ["phone"]}, 41084),
        ({"semantics_list": "1"}, 41084),
        ({"intercept_type": 3}, 40058),
        ({"intercept_type": None}, 40058),
        ({"applicable_range": {}}, 40058),
        ({"applicable_range": {"user_list": ["nobody"]}}, 60111),
        ({"applicable_range": {"department_list": [9]}}, 60011),
        ({"applicable_range": {"user_list": ["ann"] * 1001}}, 40058),
    ],
)
async def test_what_is_refused_makes_no_rule(
    emulator: Emulator, change: dict[str, Any], errcode: int
) -> None:
    first = await added(emulator, rule_name="有了")
    assert await emulator.code(ADD, RULE | change) == errcode
    assert [row["rule_id"] for row in (await emulator.call(LIST))["rule_list"]] == [first]


async def test_rules_and_their_members_are_limited() -> None:
    async with open_emulator(Limits(intercept_rules=1, members_of_a_rule=1)) as emulator:
        both = {"user_list": ["ann", "bob"]}
        assert await emulator.code(ADD, RULE | {"applicable_range": both}) == 41076
        rule_id = await added(emulator)
        assert await emulator.code(ADD, RULE | {"rule_name": "另一个"}) == 41069
        more = {"rule_id": rule_id, "add_applicable_range": {"user_list": ["bob"]}}
        assert await emulator.code(UPDATE, more) == 41076
        more["remove_applicable_range"] = {"user_list": ["ann"]}
        assert await emulator.code(UPDATE, more) == 0


async def test_an_app_changes_its_own_rules_and_sees_its_own_people(emulator: Emulator) -> None:
    rule_id = await added(
        emulator, applicable_range={"user_list": ["ann", "bob"], "department_list": [2]}
    )
    await emulator.act("console/apps/2", may_call_contact=True, visible=["bob"])
    got = await emulator.ask("gettoken", corpid=CORPID, corpsecret="second")
    emulator.token = got.json()["access_token"]
    seen = (await rule(emulator, rule_id))["applicable_range"]
    assert seen == {"user_list": ["bob"], "department_list": []}
    assert await emulator.code(UPDATE, {"rule_id": rule_id, "rule_name": "x"}) == 60011
    assert await emulator.code(DELETE, {"rule_id": rule_id}) == 60011
    assert await emulator.code(ADD, RULE) == 41077
    assert await emulator.code(ADD, RULE | {"rule_name": "y"}) == 60011


async def say(emulator: Emulator, sender: str, to: str, text: str, **more: Any) -> dict[str, Any]:
    return await emulator.act("say", **{"from": sender, "to": to, "text": text, **more})


async def test_a_rule_that_blocks_lets_nothing_through(emulator: Emulator) -> None:
    one = await friend(emulator)
    rule_id = await added(emulator)
    told = await say(emulator, "ann", one, "加我微信号，付cash")
    verdict = {"rule_id": rule_id, "rule_name": "私下", "intercept_type": 1}
    assert told == {
        "reached": False,
        "intercepted": [verdict | {"found": ["微信号", "Cash"]}],
    }
    for text, found in (("打 13800000000", ["1"]), ("写 a.b@example.com", ["2"])):
        told = await say(emulator, "ann", one, text)
        assert told == {"reached": False, "intercepted": [verdict | {"found": found}]}
    packet = await say(emulator, "ann", one, "", msgtype="redpacket")
    assert packet["intercepted"][0]["found"] == ["3"]
    assert await received(emulator, one) == []
    query = {"userid": "ann", "external_userid": one}
    assert (await emulator.http.get(f"{CORP}/messages", params=query)).json() == []
    # Neither the customer's words, nor those of others, nor a longer number.
    assert await say(emulator, one, "ann", "微信号") == {"reached": True}
    assert await say(emulator, "ann", one, "订单 2013800000000") == {"reached": True}
    two = await friend(emulator, "bob", "o2")
    assert await say(emulator, "bob", two, "微信号") == {"reached": True}
    await emulator.call(DELETE, {"rule_id": rule_id})
    assert await say(emulator, "ann", one, "微信号") == {"reached": True}


async def test_a_rule_that_warns_lets_it_through(emulator: Emulator) -> None:
    one = await friend(emulator, "cai")
    await added(
        emulator, intercept_type=2, applicable_range={"department_list": [1]}, semantics_list=None
    )
    told = await say(emulator, "cai", one, "微信号")
    assert (told["reached"], told["intercepted"][0]["found"]) == (True, ["微信号"])
    assert await received(emulator, one) == [("message", "微信号")]
