"""WeCom's refusals and answers, code by code."""

import asyncio
import re
from collections.abc import AsyncIterator
from typing import Any

import pytest

from tests.wecom_emulator.corp import CORPID, SECRET, Emulator, open_emulator
from wecom_emulator.limits import Limits

ADD = "externalcontact/add_contact_way"
SEND = "externalcontact/send_welcome_msg"
MARK = "externalcontact/mark_tag"


@pytest.fixture
async def emulator() -> AsyncIterator[Emulator]:
    """One with WeCom's own limits."""
    async with open_emulator() as emulator:
        yield emulator


@pytest.mark.parametrize(
    ("query", "errcode"),
    [
        ({"corpid": "ww404", "corpsecret": SECRET}, 40013),
        ({"corpid": CORPID, "corpsecret": "wrong"}, 40001),
        ({"corpid": CORPID, "corpsecret": "错"}, 40001),
        ({"corpsecret": SECRET}, 41002),
        ({"corpid": CORPID}, 41004),
    ],
)
async def test_gettoken_refuses(emulator: Emulator, query: dict[str, Any], errcode: int) -> None:
    answer = await emulator.ask("gettoken", **query)
    assert (answer.status_code, answer.json()["errcode"]) == (200, errcode)
    assert "access_token" not in answer.json()


async def test_a_token_is_the_same_until_it_expires(emulator: Emulator) -> None:
    first = emulator.token
    await emulator.advance(7100)
    again = (await emulator.ask("gettoken", corpid=CORPID, corpsecret=SECRET)).json()
    assert again["access_token"] == first
    assert 98 <= again["expires_in"] <= 100
    await emulator.advance(101)
    assert await emulator.code("getcallbackip") == 42001
    await emulator.sign_in()
    assert emulator.token != first
    assert await emulator.code("getcallbackip") == 0


async def test_without_a_good_token(emulator: Emulator) -> None:
    assert (await emulator.ask("getcallbackip")).json()["errcode"] == 41001
    assert (await emulator.ask("getcallbackip", access_token="no")).json()["errcode"] == 40014
    await emulator.advance(7201)
    assert await emulator.code("getcallbackip") == 42001


async def test_a_second_app_may_not_call_customer_contact(emulator: Emulator) -> None:
    got = await emulator.ask("gettoken", corpid=CORPID, corpsecret="second")
    emulator.token = got.json()["access_token"]
    assert await emulator.code("externalcontact/get_follow_user_list") == 48002
    assert await emulator.code("getcallbackip") == 0


async def test_a_refusal_looks_like_wecoms(emulator: Emulator) -> None:
    answer = await emulator.ask("gettoken", corpid=CORPID, corpsecret="wrong")
    assert re.fullmatch(
        r"invalid credential, hint: \[\d{25}\], from ip: 127\.0\.0\.1, more info at"
        r" https://open\.work\.weixin\.qq\.com/devtool/query\?e=40001",
        answer.json()["errmsg"],
    )
    assert answer.headers["error-code"] == "40001"
    assert answer.headers["error-msg"] == "invalid credential"
    assert answer.headers["content-type"] == "application/json; charset=UTF-8"
    good = await emulator.ask("getcallbackip", access_token=emulator.token)
    assert (good.headers["error-code"], good.json()["errmsg"]) == ("0", "ok")


async def test_refusals_keep_their_empty_lists(emulator: Emulator) -> None:
    listed = await emulator.call("externalcontact/list", userid="ann")
    assert (listed["errcode"], listed["external_userid"]) == (84061, [])
    unknown = await emulator.call("externalcontact/get", external_userid="wm404")
    assert (unknown["errcode"], unknown["follow_user"]) == (40096, [])
    batch = await emulator.call("externalcontact/batch/get_by_user", {})
    assert (batch["errcode"], batch["external_contact_list"]) == (40058, [])


@pytest.mark.parametrize(
    ("body", "errcode"),
    [
        ({"scene": 2, "user": ["ann"]}, 41037),
        ({"type": 1, "user": ["ann"]}, 41038),
        ({"type": 3, "scene": 2, "user": ["ann"]}, 41039),
        ({"type": 1, "scene": 3, "user": ["ann"]}, 41040),
        ({"type": 1, "scene": 2, "user": ["ann", "bob"]}, 41041),
        ({"type": 2, "scene": 2, "user": []}, 40058),
        ({"type": 2, "scene": 2, "user": [1]}, 40058),
        ({"type": [], "scene": 2, "user": ["ann"]}, 40058),
        ({"type": 2, "scene": 2, "user": "ann"}, 60011),
        ({"type": 2, "scene": 2, "user": ["nobody"]}, 60111),
        ({"type": 2, "scene": 2, "user": ["ann"], "state": "x" * 31}, 40058),
        ({"type": 2, "scene": 2, "user": ["ann"], "remark": "鱼" * 31}, 40058),
    ],
)
async def test_a_contact_way_is_refused(
    emulator: Emulator, body: dict[str, Any], errcode: int
) -> None:
    assert await emulator.code(ADD, body) == errcode
    assert await emulator.tell("contact_ways") == []


async def test_a_contact_way_by_id(emulator: Emulator) -> None:
    config_id = await emulator.way(state="s" * 30, remark="鱼" * 30)
    for verb in ("get", "update", "del"):
        assert await emulator.code(f"externalcontact/{verb}_contact_way", {}) == 41043
        wrong = {"config_id": "wrong"}
        assert await emulator.code(f"externalcontact/{verb}_contact_way", wrong) == 41044
    told = await emulator.call("externalcontact/get_contact_way", {"config_id": config_id})
    assert told["contact_way"]["state"] == "s" * 30
    assert told["contact_way"]["user"] == ["ann", "bob"]
    listed = await emulator.call("externalcontact/list_contact_way", {})
    assert [w["config_id"] for w in listed["contact_way"]] == [config_id]
    assert await emulator.code("externalcontact/del_contact_way", {"config_id": config_id}) == 0
    assert await emulator.tell("contact_ways") == []


async def test_tags_are_refused(emulator: Emulator) -> None:
    add = "externalcontact/add_corp_tag"
    assert await emulator.code(add, {"group_id": "et404", "tag": [{"name": "a"}]}) == 40068
    assert await emulator.code(add, {"group_name": "x" * 31, "tag": [{"name": "a"}]}) == 40072
    assert await emulator.code(add, {"group_name": "g", "tag": []}) == 40058
    edit = "externalcontact/edit_corp_tag"
    assert await emulator.code(edit, {"id": "et404", "name": "b"}) == 40068
    assert (await emulator.call("externalcontact/get_corp_tag_list", {}))["tag_group"] == []
    made = await emulator.call(add, {"group_name": "g", "tag": [{"name": "a"}]})
    tag = made["tag_group"]["tag"][0]["id"]
    assert await emulator.code(edit, {"id": tag, "name": "x" * 31}) == 40072
    [group] = (await emulator.call("externalcontact/get_corp_tag_list", {}))["tag_group"]
    assert [t["name"] for t in group["tag"]] == ["a"]


async def test_tags_that_are_refused_leave_no_group(emulator: Emulator) -> None:
    add = "externalcontact/add_corp_tag"
    wanted = {"group_name": "g", "tag": [{"name": "good"}, {"name": "x" * 31}]}
    assert await emulator.code(add, wanted) == 40072
    assert (await emulator.call("externalcontact/get_corp_tag_list", {}))["tag_group"] == []


async def test_marking_needs_a_relation_and_a_tag(emulator: Emulator) -> None:
    added = await emulator.act("add", userid="ann", person={"unionid": "o1", "name": "客"})
    pair = {"userid": "ann", "external_userid": added["external_userid"]}
    made = await emulator.call(
        "externalcontact/add_corp_tag", {"group_name": "g", "tag": [{"name": "a"}]}
    )
    tag = made["tag_group"]["tag"][0]["id"]
    assert await emulator.code(MARK, pair | {"userid": "bob", "add_tag": [tag]}) == 84061
    assert await emulator.code(MARK, pair | {"userid": "nobody", "add_tag": [tag]}) == 60111
    assert await emulator.code(MARK, pair | {"external_userid": "wm4", "add_tag": [tag]}) == 40096
    assert await emulator.code(MARK, pair) == 40058
    # The refusal repeats the id, which fits no header as it is.
    assert await emulator.code(MARK, pair | {"add_tag": ["标签\r\n"]}) == 40068
    [person] = await emulator.tell("people")
    assert person["relations"][0]["tags"] == []
    assert await emulator.code(MARK, pair | {"add_tag": [tag]}) == 0
    [person] = await emulator.tell("people")
    assert person["relations"][0]["tags"] == [tag]


async def test_a_welcome_works_once_within_20_seconds(emulator: Emulator) -> None:
    first = await emulator.act("add", userid="ann", person={"unionid": "o1"})
    hello = {"text": {"content": "你好"}}
    assert await emulator.code(SEND, hello) == 41049
    assert await emulator.code(SEND, hello | {"welcome_code": "wrong"}) == 41050
    good = hello | {"welcome_code": first["welcome_code"]}
    picture = {"msgtype": "image", "image": {"media_id": "3unknown"}}
    assert await emulator.code(SEND, good | {"attachments": [picture]}) == 40007
    assert await emulator.code(SEND, good | {"text": {"content": "鱼" * 1334}}) == 40058
    assert await emulator.code(SEND, good | {"text": "你好"}) == 40058
    assert await emulator.tell("received") == []
    assert await emulator.code(SEND, good) == 0
    assert await emulator.code(SEND, good) == 41051
    [got] = await emulator.tell("received")
    assert (got["kind"], got["body"]["text"]) == ("welcome", "你好")
    second = await emulator.act("add", userid="ann", person={"unionid": "o2"})
    await emulator.advance(21)
    late = hello | {"welcome_code": second["welcome_code"]}
    assert await emulator.code(SEND, late) == 41050
    third = await emulator.act("add", userid="ann", person={"unionid": "o3"})
    talk = {"from": third["external_userid"], "to": "ann", "content": "在吗"}
    await emulator.act("say", **talk)
    assert await emulator.code(SEND, hello | {"welcome_code": third["welcome_code"]}) == 41051
    assert len(await emulator.tell("received")) == 1


async def test_a_picture_lives_three_days(emulator: Emulator) -> None:
    content = b"\x89PNG\r\n\x1a\nrest"
    answer = await emulator.http.post(
        "/cgi-bin/media/upload",
        params={"access_token": emulator.token, "type": "image"},
        files={"media": ("a.png", content, "image/png")},
    )
    media = answer.json()["media_id"]
    query = {"access_token": emulator.token, "media_id": media}
    assert (await emulator.ask("media/get", **query)).content == content
    unknown = await emulator.ask("media/get", **query | {"media_id": "3unknown"})
    assert unknown.json()["errcode"] == 40007
    await emulator.advance(3 * 24 * 3600 + 1)
    await emulator.sign_in()
    gone = await emulator.ask("media/get", access_token=emulator.token, media_id=media)
    assert gone.json()["errcode"] == 40007


async def test_a_call_too_many_in_a_minute() -> None:
    async with open_emulator(Limits(calls_a_minute=2)) as emulator:
        # At a whole minute, so that the three calls fall into one.
        await emulator.http.post("/emulator/clock", json={"now": 2_000_000_040})
        await emulator.sign_in()
        codes = [await emulator.code("getcallbackip") for _ in range(3)]
        assert codes == [0, 0, 45009]
        assert await emulator.code("externalcontact/get_follow_user_list") == 0
        await emulator.advance(60)
        assert await emulator.code("getcallbackip") == 0


async def test_a_sixth_parallel_mark_is_refused(emulator: Emulator) -> None:
    made = await emulator.call(
        "externalcontact/add_corp_tag", {"group_name": "g", "tag": [{"name": "a"}]}
    )
    bodies = []
    for number in range(6):
        added = await emulator.act("add", userid="ann", person={"unionid": f"o{number}"})
        bodies.append(
            {
                "userid": "ann",
                "external_userid": added["external_userid"],
                "add_tag": [made["tag_group"]["tag"][0]["id"]],
            }
        )
    await emulator.fault(kind="latency", value=0.2, path=f"/cgi-bin/{MARK}")
    codes = await asyncio.gather(*(emulator.code(MARK, body) for body in bodies))
    assert sorted(codes) == [0, 0, 0, 0, 0, 45033]
    assert await emulator.code(MARK, bodies[0]) == 0


async def test_faults_count_down_and_the_journal_keeps_them(emulator: Emulator) -> None:
    path = "/cgi-bin/getcallbackip"
    await emulator.fault(kind="errcode", value=-1, path=path, count=2)
    await emulator.fault(kind="http", value=502, path=path, count=1)
    assert [await emulator.code("getcallbackip") for _ in range(2)] == [-1, -1]
    broken = await emulator.ask("getcallbackip", access_token=emulator.token)
    assert broken.status_code == 502
    assert await emulator.code("getcallbackip") == 0
    journal = (await emulator.http.get("/emulator/journal", params={"path": path})).json()
    assert [row["errcode"] for row in journal] == [-1, -1, "http 502", 0]
    assert all("access_token" not in row["query"] for row in journal)
