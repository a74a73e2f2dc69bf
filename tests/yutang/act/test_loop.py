"""The main job whole: somebody scans, is stored, tagged and welcomed, and each add says how."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import text

from tests.yutang.act.loop import SEND, Loop, open_loop, picture, until
from tests.yutang.world import event_xml

GET = "/cgi-bin/externalcontact/get"


@pytest.fixture
async def loop(dsn: str, tmp_path: Path) -> AsyncIterator[Loop]:
    """Both sides with a worker at work."""
    async with open_loop(dsn, tmp_path) as loop, loop.working():
        yield loop


@pytest.fixture
async def idle(dsn: str, tmp_path: Path) -> AsyncIterator[Loop]:
    """Both sides; the test starts the worker."""
    async with open_loop(dsn, tmp_path) as loop:
        yield loop


async def test_a_scan_ends_stored_tagged_and_welcomed(loop: Loop) -> None:
    file = await loop.yutang.http.post(
        "/api/files", files={"file": ("a.png", picture(), "image/png")}
    )
    channel = await loop.channel(
        welcome={
            "text": "你好 {name}",
            "text_nameless": "你好",
            "attachments": [
                {"kind": "image", "file_id": file.json()["id"]},
                {
                    "kind": "link",
                    "title": "看看",
                    "url": "https://example.com/a",
                    "description": "新品",
                },
            ],
        }
    )
    assert (channel["status"], channel["error"]) == ("active", None)
    scanned = await loop.scan(channel, "小满")
    [add] = await loop.ended(1, tags=2)
    assert (add["outcome"], add["reason"], add["half"]) == ("sent", None, False)
    assert (add["customer"]["name"], add["customer"]["state"]) == ("小满", "friend")
    assert add["customer"]["external_id"] == scanned["external_userid"]
    assert add["staff"]["account"] == "s0"
    assert add["channel"] == {"id": channel["id"], "name": "台卡"}
    assert {tag["id"] for tag in add["tags"]} == {tag["id"] for tag in channel["tags"]}
    assert 0 < add["latency_ms"] < 5000
    [person] = await loop.tell("people")
    [relation] = person["relations"]
    assert len(relation["tags"]) == 2
    assert relation["channel"] == channel["state"]
    [got] = await loop.tell("received", external_userid=scanned["external_userid"])
    assert got["body"]["welcome_code"] == scanned["welcome_code"]
    assert got["body"]["text"] == "你好 小满"
    image, link = got["body"]["attachments"]
    assert link == {
        "msgtype": "link",
        "link": {"title": "看看", "url": "https://example.com/a", "desc": "新品"},
    }
    assert (await loop.wecom.get(image["image"]["url"])).content == picture()
    counted = (await loop.yutang.http.get(f"/api/channels/{channel['id']}")).json()
    assert (counted["adds_today"], counted["adds_total"]) == (1, 1)


async def test_half_then_whole_is_one_add_welcomed_once(loop: Loop) -> None:
    channel = await loop.channel()
    half = await loop.scan(channel, "半半", half=True)
    await until(loop.texts)
    await loop.act("complete", userid=half["userid"], external_userid=half["external_userid"])
    await loop.settled()
    [add] = await loop.ended(1, tags=2)
    assert (add["outcome"], add["half"]) == ("sent", False)
    assert len(await loop.tell("received")) == 1
    codes = await loop.tell("welcome_codes")
    assert [(code["kind"], code["attempts"]) for code in codes] == [("half", 1)]
    summary = (await loop.yutang.http.get("/api/adds/summary")).json()
    assert (summary["adds"], summary["sent"], summary["half"]) == (1, 1, 0)


async def test_a_half_add_that_waits_is_welcomed_by_name_or_without(loop: Loop) -> None:
    await loop.scan(await loop.channel(), "半半", half=True)
    [text] = await until(loop.texts)
    # WeCom does not show a half friend yet, so his name cannot be known.
    assert text == "你好朋友"
    [add] = await loop.adds()
    assert add["half"] is True


async def test_who_comes_back_is_welcomed_again_and_keeps_his_first_moment(loop: Loop) -> None:
    channel = await loop.channel()
    first = await loop.scan(channel, "归人")
    [add] = await loop.ended(1, tags=2)
    address = f"/api/customers/{add['customer']['id']}"
    before = (await loop.yutang.http.get(address)).json()
    await loop.act("unfollow", userid="s0", external_userid=first["external_userid"], by="customer")

    async def left() -> bool:
        seen = (await loop.yutang.http.get(address)).json()
        return bool(seen["follows"][0]["state"] != before["follows"][0]["state"])

    await until(left)
    await loop.wecom.post("/emulator/clock", json={"advance_seconds": 100})
    again = await loop.scan(channel, "归人")
    assert again["external_userid"] == first["external_userid"]
    adds = await loop.ended(2, tags=2)
    assert [a["outcome"] for a in adds] == ["sent", "sent"]
    assert {a["customer"]["id"] for a in adds} == {add["customer"]["id"]}
    assert await loop.texts() == ["你好 归人", "你好 归人"]
    # His tags are those of the first time: they do not tell that the second is stored.
    await loop.settled()
    after = (await loop.yutang.http.get(address)).json()
    assert after["first_added_at"] == before["first_added_at"] is not None
    assert after["follows"][0]["state"] == before["follows"][0]["state"]
    assert after["follows"][0]["added_at"] > before["follows"][0]["added_at"]


async def test_a_duplicate_delivery_counts_once(loop: Loop) -> None:
    await loop.scan(await loop.channel(), "回声", duplicate=2)
    await loop.settled()

    async def delivered() -> bool:
        return bool((await loop.tell("callbacks"))[-1]["tries"] == 3)

    await until(delivered)
    [add] = await loop.ended(1, tags=2)
    assert add["outcome"] == "sent"
    assert await loop.texts() == ["你好 回声"]
    [code] = await loop.tell("welcome_codes")
    assert code["attempts"] == 1
    stored = (await loop.yutang.http.get("/api/callbacks")).json()["items"]
    assert [row["change_type"] for row in stored] == ["add_external_contact"]


async def test_an_add_without_a_code_of_ours_has_no_welcome(loop: Loop) -> None:
    await loop.act("add", userid="s1", person={"unionid": "o1", "name": "路人"})
    [add] = await loop.ended(1)
    assert (add["outcome"], add["reason"], add["channel"]) == ("impossible", "no_welcome", None)
    assert (add["customer"]["name"], add["staff"]["account"]) == ("路人", "s1")
    assert await loop.calls(SEND) == []


async def test_two_who_talk_already_have_no_code(loop: Loop) -> None:
    channel = await loop.channel()
    await loop.fault("drop_callback", None, f"http://yutang.test{loop.yutang.app.path}", count=1)
    pair = await loop.scan(channel, "话痨", half=True)
    ids = {"userid": pair["userid"], "external_userid": pair["external_userid"]}
    await loop.act(
        "say", **{"from": ids["external_userid"], "to": ids["userid"], "content": "在吗"}
    )
    done = await loop.act("complete", **ids)
    assert done["welcome_code"] is None
    [add] = await loop.ended(1, tags=2)
    assert (add["outcome"], add["reason"]) == ("impossible", "no_code")
    assert await loop.calls(SEND) == []


async def test_who_cannot_be_read_gets_the_nameless_text(loop: Loop) -> None:
    channel = await loop.channel()
    await loop.fault("errcode", 40096, GET)
    await loop.scan(channel, "无名")
    assert await until(loop.texts) == ["你好朋友"]
    await loop.wecom.delete("/emulator/faults")
    [add] = await loop.ended(1, tags=2)
    assert (add["outcome"], add["customer"]["name"]) == ("sent", "无名")


async def test_a_code_that_wecom_forgot_is_late(idle: Loop) -> None:
    async with idle.working():
        channel = await idle.channel()
    await idle.scan(channel, "迟到")
    await until(idle.adds)
    await idle.wecom.post("/emulator/clock", json={"advance_seconds": 21})
    async with idle.working():
        [add] = await idle.ended(1, tags=2)
    assert (add["outcome"], add["reason"]) == ("late", "expired")
    assert add["detail"].startswith("WeCom no longer knew the code ")
    assert [call["errcode"] for call in await idle.calls(SEND)] == [41050]
    assert await idle.texts() == []


async def test_a_lost_try_and_a_dead_code_are_not_called_sent(idle: Loop) -> None:
    async with idle.working():
        channel = await idle.channel()
    await idle.scan(channel, "迟到")
    await until(idle.adds)
    await idle.wecom.post("/emulator/clock", json={"advance_seconds": 21})
    async with idle.yutang.runtime.database.owner() as session:
        # A worker was killed before it called, and the callback came 21 s after the add.
        await session.execute(
            text(
                "update welcomes set outcome = 'sending', attempts = 1,"
                " next_at = now() - interval '1 second',"
                " occurred_at = occurred_at - interval '21 seconds'"
            )
        )
    async with idle.working():
        [add] = await idle.ended(1, tags=2)
    assert (add["outcome"], add["reason"]) == ("late", "expired")
    assert add["detail"].endswith("an earlier try may have reached him")
    assert [call["errcode"] for call in await idle.calls(SEND)] == [41050]
    assert await idle.texts() == []


async def test_a_turn_that_comes_after_20_seconds_is_late_without_a_call(idle: Loop) -> None:
    async with idle.working():
        channel = await idle.channel()
    await idle.scan(channel, "迟到")
    await until(idle.adds)
    async with idle.working(ahead_seconds=21):
        [add] = await idle.ended(1, tags=2)
    assert (add["outcome"], add["reason"]) == ("late", "expired")
    assert add["detail"].startswith("its turn came 2")
    assert await idle.calls(SEND) == []


async def test_a_busy_wecom_is_asked_again(loop: Loop) -> None:
    channel = await loop.channel()
    await loop.fault("errcode", -1, SEND, count=2)
    await loop.scan(channel, "耐心")
    [add] = await loop.ended(1, tags=2)
    assert add["outcome"] == "sent"
    assert [call["errcode"] for call in await loop.calls(SEND)] == [-1, -1, 0]
    assert await loop.texts() == ["你好 耐心"]


async def test_a_refusal_ends_failed_with_its_code(loop: Loop) -> None:
    channel = await loop.channel()
    await loop.fault("errcode", 40058, SEND)
    await loop.scan(channel, "无缘")
    [add] = await loop.ended(1, tags=2)
    assert (add["outcome"], add["reason"]) == ("failed", "refused:40058")
    assert add["detail"] == "fault"
    assert len(await loop.calls(SEND)) == 1
    assert await loop.texts() == []


async def test_an_unknown_event_is_a_dead_letter_that_can_be_replayed(loop: Loop) -> None:
    xml = event_xml(loop.yutang.app.corpid, "brand_new", "thing", Secret="x")
    assert (await loop.yutang.call_back(xml)).status_code == 200

    async def dead() -> list[dict[str, object]] | None:
        answer = await loop.yutang.http.get("/api/callbacks?status=dead")
        return list(answer.json()["items"]) or None

    [row] = await until(dead)
    assert (row["event"], row["change_type"], row["attempts"]) == ("brand_new", "thing", 1)
    assert row["reason"] == "unknown event brand_new/thing"
    other = await loop.yutang.http.post("/api/callbacks/replay", json={"ids": [row["id"], 999999]})
    assert (other.status_code, other.json()) == (200, {"replayed": 1})

    async def dead_again() -> bool:
        [seen] = await until(dead)
        return seen["handled_at"] != row["handled_at"]

    await until(dead_again)
    [again] = await until(dead)
    assert (again["id"], again["attempts"], again["reason"]) == (row["id"], 1, row["reason"])


async def test_events_that_no_feature_reads_are_kept_or_dead_though_the_client_knows_them(
    loop: Loop,
) -> None:
    corpid = loop.yutang.app.corpid
    for xml in (
        event_xml(corpid, "customer_acquisition", "no_such_change"),
        event_xml(corpid, "change_contact", "update_tag", TagId="6", AddUserItems="gao"),
        event_xml(corpid, "click", "", EventKey="help"),
    ):
        assert (await loop.yutang.call_back(xml)).status_code == 200

    async def ended() -> list[tuple[object, object]] | None:
        rows = []
        for status in ("kept", "dead"):
            answer = await loop.yutang.http.get(f"/api/callbacks?status={status}")
            rows += [(status, item["event"]) for item in answer.json()["items"]]
        return sorted(rows) if len(rows) == 3 else None

    assert await until(ended) == [
        ("dead", "click"),
        ("kept", "change_contact"),
        ("kept", "customer_acquisition"),
    ]
