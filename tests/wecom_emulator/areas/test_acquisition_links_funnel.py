"""Acquisition links: whom they bring, what they use up, what the apps hear, what is counted."""

import re
from collections.abc import AsyncIterator
from urllib.parse import quote

import pytest

from tests.wecom_emulator.areas.codes import DAY, impossible
from tests.wecom_emulator.areas.links import CHAT_INFO, CUSTOMERS, NOW, QUOTA, STATISTIC, link, told
from tests.wecom_emulator.corp import Emulator, open_emulator
from wecom_emulator.fields import midnight
from wecom_emulator.limits import Limits


@pytest.fixture
async def emulator() -> AsyncIterator[Emulator]:
    """One at a moment that is known, with few uses and few people behind a link."""
    limits = Limits(acquisition_quota=22)
    async with open_emulator(limits) as one:
        await one.http.post("/emulator/clock", json={"now": NOW})
        await one.sign_in()
        yield one


async def test_a_person_opens_applies_and_is_gained(emulator: Emulator) -> None:
    link_id = await link(emulator)
    url = f"https://work.weixin.qq.com/ca/{link_id}?customer_channel={quote('鱼' * 30)}"
    channel = "鱼" * 21  # 63 of 64 bytes: half a character is none.
    met = await emulator.act("open", url=url, person={"unionid": "o1"})
    external = met["external_userid"]
    assert {name: met[name] for name in ("userid", "state", "relation", "link_id")} == {
        "userid": "ann",
        "state": channel,
        "relation": "whole",
        "link_id": link_id,
    }
    log = await emulator.delivered(3)
    assert [(row["event"], row["change_type"]) for row in log] == [
        ("customer_acquisition", "open_profile"),
        ("customer_acquisition", "friend_request"),
        ("change_external_contact", "add_external_contact"),
    ]
    assert all(f"<State><![CDATA[{channel}]]></State>" in row["xml"] for row in log)
    assert all(f"<LinkId><![CDATA[{link_id}]]></LinkId>" in row["xml"] for row in log[:2])
    detail = await emulator.call("externalcontact/get", external_userid=external)
    [follow] = detail["follow_user"]
    assert (follow["add_way"], follow["state"]) == (16, channel)
    gained = await emulator.call(CUSTOMERS, {"link_id": link_id})
    assert gained == {
        "errcode": 0,
        "errmsg": "ok",
        "customer_list": [
            {"external_userid": external, "userid": "ann", "chat_status": 0, "state": channel}
        ],
        "next_cursor": "",
    }
    quota = await emulator.call(QUOTA)
    assert (quota["total"], quota["balance"]) == (1, 21)
    # A friend who opens it again is led to his chat: a click, and no more.
    scheme = "weixin://biz/ww/profile/" + quote(f"https://work.weixin.qq.com/ca/{link_id}", "")
    again = await emulator.act("open", url=scheme, person={"unionid": "o1"})
    assert (again["userid"], again["welcome_code"]) == ("ann", None)
    assert await told(emulator, 4) == [row["change_type"] for row in log] + ["open_profile"]
    assert (await emulator.call(QUOTA))["total"] == 1


async def test_a_scan_of_a_link_is_an_opening(emulator: Emulator) -> None:
    link_id = await link(emulator, skip_verify=False)
    asked = await emulator.act("scan", link_id=link_id, person={"unionid": "o1"})
    assert asked["relation"] == "asked"
    assert await told(emulator, 2) == ["open_profile", "friend_request"]
    assert (await emulator.call(CUSTOMERS, {"link_id": link_id}))["customer_list"] == []
    assert (await emulator.call(QUOTA))["total"] == 0
    await emulator.act("complete", userid="ann", external_userid=asked["external_userid"])
    assert len((await emulator.call(CUSTOMERS, {"link_id": link_id}))["customer_list"]) == 1
    assert (await emulator.call(QUOTA))["total"] == 1


async def test_who_only_looks_is_a_click(emulator: Emulator) -> None:
    await emulator.act("switches", business_category=False)
    link_id = await link(emulator)
    seen = await emulator.act("open", link_id=link_id, person={"unionid": "o1"}, apply=False)
    assert (seen["userid"], seen["relation"]) == (None, None)
    window = {"link_id": link_id, "start_time": NOW, "end_time": NOW}
    counted = await emulator.call(STATISTIC, window)
    assert (counted["click_link_customer_cnt"], counted["new_customer_cnt"]) == (1, 0)
    assert await emulator.delivered(0) == []


async def test_priority_leads_to_friends(emulator: Emulator) -> None:
    person = {"unionid": "o1"}
    await emulator.act("add", userid="bob", person=person)
    plain = await link(emulator)
    corp = await link(emulator, priority_option={"priority_type": 1})
    listed = await link(
        emulator, priority_option={"priority_type": 2, "priority_userid_list": ["ann"]}
    )
    assert (await emulator.act("open", link_id=corp, person=person))["userid"] == "bob"
    assert (await emulator.call(CUSTOMERS, {"link_id": corp}))["customer_list"] == []
    assert (await emulator.act("open", link_id=listed, person=person))["userid"] == "ann"
    stranger = {"unionid": "o2"}
    assert (await emulator.act("open", link_id=corp, person=stranger))["userid"] == "ann"
    assert (await emulator.act("open", link_id=plain, person=stranger))["userid"] == "ann"


async def say(emulator: Emulator, external: str, times: int, to: str = "ann") -> None:
    for _ in range(times):
        await emulator.act("say", **{"from": external}, to=to, content="在吗")


async def test_messages_of_a_customer_give_keys(emulator: Emulator) -> None:
    link_id = await link(emulator)
    met = await emulator.act(
        "open", link_id=link_id, customer_channel="banner", person={"unionid": "o1"}
    )
    external = met["external_userid"]
    await emulator.act("say", **{"from": "ann"}, to=external, content="你好")
    await say(emulator, external, 11)
    log = await emulator.delivered(3 + 4)
    assert [row["change_type"] for row in log[3:]] == [
        "customer_start_chat",
        *["message_from_customer"] * 3,
    ]
    assert f"<ExternalUserID><![CDATA[{external}]]></ExternalUserID>" in log[3]["xml"]
    assert "<UserID><![CDATA[ann]]></UserID>" in log[3]["xml"]
    for row, count in zip(log[4:], (3, 5, 10), strict=True):
        assert external not in row["xml"]
        [key] = re.findall(r"<ChatKey><!\[CDATA\[(.+?)\]\]>", row["xml"])
        assert await emulator.call(CHAT_INFO, {"chat_key": key}) == {
            "errcode": 0,
            "errmsg": "ok",
            "userid": "ann",
            "external_userid": external,
            "chat_info": {"recv_msg_cnt": count, "link_id": link_id, "state": "banner"},
        }
    [row] = (await emulator.call(CUSTOMERS, {"link_id": link_id}))["customer_list"]
    assert row["chat_status"] == 1
    for wrong in ({}, {"chat_key": "x"}):
        assert await emulator.code(CHAT_INFO, wrong) == 41201
    await emulator.advance(1801)
    assert await emulator.code(CHAT_INFO, {"chat_key": key}) == 41201


async def test_messages_of_others_are_no_news_of_a_link(emulator: Emulator) -> None:
    link_id = await link(emulator)
    friend = await emulator.act("add", userid="ann", person={"unionid": "o1"})
    await say(emulator, friend["external_userid"], 3)
    met = await emulator.act("open", link_id=link_id, person={"unionid": "o2"})
    pair = {"userid": "ann", "external_userid": met["external_userid"]}
    await emulator.act("unfollow", **pair, by="staff")
    await emulator.act("add", userid="ann", person={"unionid": "o2"})
    await say(emulator, met["external_userid"], 3)
    changes = {row["change_type"] for row in await emulator.delivered(6)}
    assert "customer_start_chat" not in changes
    # A partner on WeCom is counted, but his first words are not told.
    partner = {"unionid": "o3", "type": 2, "corp_name": "云帆"}
    met = await emulator.act("open", link_id=link_id, person=partner)
    await say(emulator, met["external_userid"], 3)
    assert [row["change_type"] for row in (await emulator.delivered(10))[9:]] == [
        "message_from_customer"
    ]


async def test_the_quota_runs_down_is_told_and_filled(emulator: Emulator) -> None:
    link_id = await link(emulator)
    first = await emulator.call(QUOTA)
    assert first["quota_list"] == [{"expire_date": midnight(NOW + 365 * DAY), "balance": 22}]
    for number in range(22):
        await emulator.act("open", link_id=link_id, person={"unionid": f"o{number}"})
    log = await told(emulator, 22 * 3 + 2)
    quota = [change for change in log if change.startswith("balance")]
    assert quota == ["balance_low", "balance_exhausted"]
    # The third customer leaves 19: fewer than 20.
    assert log[: 3 * 3 + 1][-1] == "balance_low"
    empty = await emulator.call(QUOTA)
    assert (empty["total"], empty["balance"], empty["quota_list"]) == (22, 0, [])
    why = await impossible(emulator, "open", link_id=link_id, person={"unionid": "o99"})
    assert "quota" in why
    assert len(await emulator.tell("people")) == 22
    assert await emulator.act("acquisition_quota", uses=5, expire_date=NOW + 20 * DAY) == {
        "balance": 5
    }
    assert (await told(emulator, 69))[-1] == "balance_increased"
    assert (await emulator.call(QUOTA))["quota_list"] == [
        {"expire_date": midnight(NOW + 20 * DAY), "balance": 5}
    ]


async def test_a_quota_that_ends_is_told_five_times(emulator: Emulator) -> None:
    day = midnight(NOW + 16 * DAY)
    await emulator.act("acquisition_quota", uses=30, expire_date=NOW + 16 * DAY, set=True)
    for _ in range(16):
        await emulator.advance(DAY)
        await emulator.sign_in()
        await emulator.call(QUOTA)
    log = await emulator.delivered(6)
    assert [row["change_type"] for row in log] == ["quota_expire_soon"] * 5 + ["balance_exhausted"]
    expected = f"<ExpireTime>{day}</ExpireTime><ExpireQuotaNum>30</ExpireQuotaNum>"
    assert all(expected in row["xml"] for row in log[:5])
    gone = await emulator.call(QUOTA)
    assert (gone["total"], gone["balance"], gone["quota_list"]) == (0, 0, [])


async def test_statistics_add_up_by_day(emulator: Emulator) -> None:
    link_id = await link(emulator, range={"user_list": ["ann", "bob"]})
    for day in range(3):
        for number in range(day + 1):
            person = {"unionid": f"o{day}-{number}"}
            await emulator.act("open", link_id=link_id, person=person, apply=False)
            await emulator.act("open", link_id=link_id, person=person)
        await emulator.advance(DAY)
        await emulator.sign_in()

    async def count(first: int, last: int) -> tuple[int, int]:
        window = {
            "link_id": link_id,
            "start_time": NOW + first * DAY,
            "end_time": NOW + last * DAY,
        }
        told = await emulator.call(STATISTIC, window)
        return told["click_link_customer_cnt"], told["new_customer_cnt"]

    assert [await count(day, day) for day in range(4)] == [(1, 1), (2, 2), (3, 3), (0, 0)]
    assert await count(0, 3) == (6, 6)
    for wrong in (
        {},
        {"start_time": NOW},
        {"start_time": NOW, "end_time": NOW - DAY},
        {"start_time": NOW - 40 * DAY, "end_time": NOW},
        {"start_time": NOW - 200 * DAY, "end_time": NOW - 190 * DAY},
    ):
        assert await emulator.code(STATISTIC, {"link_id": link_id} | wrong) == 40058
    pages, body = [], {"link_id": link_id, "limit": 4}
    while True:
        page = await emulator.call(CUSTOMERS, body)
        pages.append(len(page["customer_list"]))
        if not page["next_cursor"]:
            break
        body = body | {"cursor": page["next_cursor"]}
    assert pages == [4, 2]
    wrong_page = await emulator.call(CUSTOMERS, {"link_id": link_id, "cursor": "x"})
    assert (wrong_page["errcode"], wrong_page["customer_list"]) == (50100, [])
