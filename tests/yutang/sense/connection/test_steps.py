"""Range, contacts, JS-SDK domain, quotas and callbacks: what is wrong is found and named."""

from collections import deque
from datetime import datetime, timedelta
from typing import Any

import httpx2
import pytest
from sqlalchemy import text

from tests.yutang.sense.connection.roads import (
    ADDRESS,
    CARD,
    CONTACT_WAYS,
    DEPARTMENTS,
    HELPED,
    MEMBERS,
    TAG,
    TAGS,
    Connected,
    Receive,
    Scope,
    Send,
    answering,
    refuse,
)
from tests.yutang.wecom.miniature import Miniature, Reply
from tests.yutang.world import App, event_xml
from yutang.kernel.clock import utc_now
from yutang.people.corps import service as corps
from yutang.people.corps.schemas import AppSecrets
from yutang.people.staff import service as staff
from yutang.people.staff.schemas import Member
from yutang.sense.connection import quotas
from yutang.sense.connection.asking import Way
from yutang.sense.connection.checking import Known, examine
from yutang.sense.connection.schemas import Finding

FIRST, SECOND = 1000002, 1000003


def short(found: dict[str, Any]) -> tuple[str, str]:
    """What a row of the page turns on."""
    return found["status"], found["code"]


def tell(connected: Connected, path: str, **answer: Any) -> None:
    """From now on WeCom answers so."""
    connected.roads.wecom.answers[path] = deque([{"errcode": 0, "errmsg": "ok", **answer}])


async def record(connected: Connected, *accounts: str) -> None:
    """Members as they were read once."""
    async with connected.world.runtime.database.owner() as session:
        members = [Member(account, account.title(), "active") for account in accounts]
        await staff.record_members(session, connected.world.corp_id, members)


async def test_members_in_range_are_found_by_name_department_and_tag(connected: Connected) -> None:
    tell(connected, CARD, **HELPED | {"allow_tags": {"tagid": [9]}})
    tell(connected, TAG, userlist=[{"userid": "Carol"}], partylist=[2, 5])
    await record(connected, "alice", "bob", "carol")
    found = await connected.check()
    assert short(found["visible_range", FIRST]) == ("ok", "ok")
    assert found["visible_range", FIRST]["facts"] == {"members": 3}
    asked = connected.roads.wecom.calls(MEMBERS)
    assert [call.query["department_id"] for call in asked[:2]] == ["2", "5"]
    assert {call.query["fetch_child"] for call in asked} == {"1"}


async def test_who_left_the_range_is_named_for_the_app_that_reads_the_staff(
    connected: Connected,
) -> None:
    await record(connected, "alice", "bob", "dora", "emil")
    found = await connected.check()
    outside = found["visible_range", FIRST]
    assert short(outside) == ("failed", "range.outside")
    assert outside["facts"] == {"count": 2, "names": "Dora\nEmil"}
    assert "2 (Dora, Emil)" in outside["what"]
    assert short(found["visible_range", SECOND]) == ("ok", "ok")


async def test_a_range_that_is_not_shown_whole_is_not_compared(connected: Connected) -> None:
    await record(connected, "alice", "dora")
    connected.roads.wecom.answers[MEMBERS] = deque([refuse(45029)])
    found = await connected.check()
    assert short(found["visible_range", FIRST]) == ("ok", "ok")
    assert short(found["contacts", FIRST]) == ("ok", "ok")


async def test_an_empty_range_is_told(connected: Connected) -> None:
    tell(connected, CARD, close=0, redirect_domain="yutang.test")
    tell(connected, DEPARTMENTS, department_id=[])
    found = await connected.check()
    assert short(found["visible_range", FIRST]) == ("failed", "range.empty")
    assert short(found["contacts", FIRST]) == ("failed", "contacts.nobody")


async def test_a_stopped_app_is_told_by_its_card(connected: Connected) -> None:
    tell(connected, CARD, **HELPED | {"close": 1})
    assert short((await connected.check())["token", FIRST]) == ("failed", "app.stopped")


async def test_shapes_that_nobody_promised_break_nothing(connected: Connected) -> None:
    tell(connected, CARD, allow_partys=[2], allow_userinfos={"user": "x"}, redirect_domain=None)
    tell(connected, DEPARTMENTS, department_id=[{"id": "x"}, 3, {"id": 2}])
    tell(connected, MEMBERS, userlist=[3, {"name": "x"}, {"userid": "Bob"}])
    tell(connected, CONTACT_WAYS, contact_way=None, next_cursor=None)
    tell(connected, TAGS, tag_group=[3, {"tag": None}])
    found = await connected.check()
    assert short(found["contacts", FIRST]) == ("ok", "ok")
    assert found["contacts", FIRST]["facts"] == {"departments": 1, "members": 1}
    assert found["quotas", None]["facts"]["tags"] == 0


async def test_a_call_that_is_not_known_there_is_unknown(connected: Connected) -> None:
    connected.roads.wecom.answers[CARD] = deque([Reply(b"", 404)])
    found = await connected.check()
    assert short(found["visible_range", FIRST]) == ("unknown", "needs.call")
    assert short(found["js_sdk", FIRST]) == ("unknown", "needs.call")


async def test_the_trusted_domain_is_ours(connected: Connected, subtests: pytest.Subtests) -> None:
    for domain, code in (
        ("yutang.test", "ok"),
        ("YUTANG.test", "ok"),
        ("https://yutang.test/", "ok"),
        ("", "js.no_domain"),
        ("www.yutang.test", "js.other_domain"),
    ):
        with subtests.test(domain=domain, code=code):
            tell(connected, CARD, **HELPED | {"redirect_domain": domain})
            found = (await connected.check())["js_sdk", FIRST]
            assert found["code"] == code
            if code == "js.other_domain":
                assert found["facts"] == {"domain": "www.yutang.test", "host": "yutang.test"}


async def test_a_proof_that_our_address_does_not_serve_is_named(connected: Connected) -> None:
    name = "WW_verify_aB3dE6gH9jK2mN5p.txt"
    answer = await connected.world.http.post(
        "/api/wecom/connection/verify-files", json={"name": name, "content": "aB3dE6gH9jK2mN5p"}
    )
    assert answer.status_code == 204
    assert short((await connected.check())["js_sdk", FIRST]) == ("ok", "ok")
    home = connected.world.api

    async def hiding(scope: Scope, receive: Receive, send: Send) -> None:
        path = "/hidden" if scope["path"] == f"/{name}" else scope["path"]
        await home({**scope, "path": path}, receive, send)

    connected.roads.proxy = hiding
    found = (await connected.check())["js_sdk", FIRST]
    assert short(found) == ("failed", "js.verify_file")
    # The admin's own page, which answers at every unknown address.
    assert found["facts"] == {"name": name, "url": f"{ADDRESS}/{name}", "came": "other_content"}
    assert "(something else is shown)" in found["what"]
    connected.roads.proxy = answering(b"", 404)
    found = (await connected.check())["js_sdk", FIRST]
    assert found["facts"]["came"] == "HTTP 404"


async def check(address: str, wecom_url: str = "http://wecom.test") -> dict[str, Finding]:
    """Check a corp that was added, at an address of one's own, without a database."""
    wecom = Miniature()
    wecom.answer(CARD, {"errcode": 0, **HELPED, "redirect_domain": ""})
    found: dict[str, Finding] = {}

    def note(finding: Finding) -> None:
        found[finding.key] = finding

    async with httpx2.AsyncClient(transport=httpx2.ASGITransport(app=wecom)) as http:
        app = AppSecrets("ww01", FIRST, "s3cret", callback_token="", aes_key="")
        await examine(Way(wecom_url, address, http, utc_now), Known(apps=(app,)), note)
    return found


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("http://scrm.example.com", "js.not_https"),
        ("https://203.0.113.9", "js.ip_host"),
        ("http://127.0.0.1:7700", "js.ip_host"),
        ("http://localhost:7700", "js.local"),
        ("https://pond", "js.local"),
        ("https://scrm.example.com", "js.no_domain"),
    ],
)
async def test_an_address_that_can_be_no_trusted_domain_is_told(address: str, code: str) -> None:
    assert (await check(address))["js_sdk"].code == code


async def test_a_wecom_in_this_network_takes_any_address() -> None:
    found = await check("http://127.0.0.1:7700", "http://127.0.0.1:7701")
    assert found["js_sdk"].code == "ok"
    assert found["callback"].code == "needs.corp"


async def test_an_answer_that_only_this_network_gets_is_no_round_trip(
    connected: Connected,
) -> None:
    runtime = connected.world.runtime
    async with runtime.database.owner() as session:
        apps = await corps.read_app_secrets(session, runtime.vault, connected.world.corp_id)
    for wecom_url, code in (
        ("http://wecom.test", "callback.local"),
        ("http://127.0.0.1:7701", "ok"),
    ):
        found: list[Finding] = []
        way = Way(wecom_url, "http://localhost:7700", runtime.http, utc_now)
        await examine(way, Known(apps=apps, added=True), found.append)
        assert [one.code for one in found if one.key == "callback"] == [code, code]


async def test_contact_ways_and_tags_are_counted_over_all_pages(connected: Connected) -> None:
    rows = [{"config_id": f"c{number}"} for number in range(1000)]
    connected.roads.wecom.answers[CONTACT_WAYS] = deque(
        [
            {"errcode": 0, "contact_way": rows, "next_cursor": "more"},
            {"errcode": 0, "contact_way": rows[:7], "next_cursor": ""},
        ]
    )
    found = (await connected.check())["quotas", None]
    assert short(found) == ("ok", "ok")
    assert found["facts"] == {
        "contact_ways": 1007,
        "contact_ways_limit": 500_000,
        "counted": 1,
        "tags": 2,
        "tags_limit": 10_000,
    }
    asked = [call.json() for call in connected.roads.wecom.calls(CONTACT_WAYS)]
    assert [body["cursor"] for body in asked] == ["", "more"]


async def test_counting_ends_when_its_time_is_up(
    connected: Connected, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(quotas, "COUNT_SECONDS", 0.0)
    page = {"contact_way": [{"config_id": "c"}], "next_cursor": "always"}
    tell(connected, CONTACT_WAYS, **page)
    found = (await connected.check())["quotas", None]
    assert (found["facts"]["contact_ways"], found["facts"]["counted"]) == (1, 0)
    assert found["what"].startswith("at least 1 contact ways")


@pytest.mark.parametrize(
    ("name", "code"), [("CONTACT_WAYS", "quota.contact_ways"), ("CORP_TAGS", "quota.tags")]
)
async def test_a_ceiling_that_is_nearly_reached_is_told(
    connected: Connected, monkeypatch: pytest.MonkeyPatch, name: str, code: str
) -> None:
    monkeypatch.setattr(quotas, name, 2)
    assert short((await connected.check())["quotas", None]) == ("failed", code)


async def test_quotas_ask_through_an_app_that_may(connected: Connected) -> None:
    connected.roads.wecom.answers.pop("/cgi-bin/externalcontact/get_follow_user_list")
    refusals = [refuse(48002), {"errcode": 0, "follow_user": ["alice"]}]
    connected.roads.wecom.answer("/cgi-bin/externalcontact/get_follow_user_list", *refusals)
    found = await connected.check()
    may = {app for app in (FIRST, SECOND) if found["customer_contact", app]["status"] == "ok"}
    assert len(may) == 1
    assert short(found["quotas", None]) == ("ok", "ok")


async def test_the_last_real_callback_is_told(connected: Connected) -> None:
    world = connected.world
    assert "No real callback has come yet" in (await connected.check())["callback", FIRST]["what"]
    xml = event_xml(world.app.corpid, "change_contact", "update_user", UserID="a")
    assert (await world.call_back(xml)).status_code == 200
    found = (await connected.check())["callback", FIRST]
    assert short(found) == ("ok", "ok")
    assert datetime.fromisoformat(found["facts"]["last_at"]).tzinfo is not None
    assert "The last real callback came at" in found["what"]


async def test_callbacks_that_were_all_refused_are_told(connected: Connected) -> None:
    world = connected.world
    await world.call_back("<xml></xml>", App(world.app.corpid, world.app.agent_id))
    await world.api.door.refusals.flush()
    found = await connected.check()
    assert short(found["callback", FIRST]) == ("failed", "callback.refused")
    assert found["callback", FIRST]["what"].endswith("refused: wrong signature")
    assert short(found["callback", SECOND]) == ("ok", "ok")
    xml = event_xml(world.app.corpid, "change_contact", "update_user", UserID="a")
    await world.call_back(xml)
    assert short((await connected.check())["callback", FIRST]) == ("ok", "ok")


async def test_what_the_gateway_counted_is_told(connected: Connected) -> None:
    path = "/cgi-bin/externalcontact/batch/get_by_user"
    runtime = connected.world.runtime
    now = runtime.clock()
    values = {"corp": connected.world.corp_id, "path": path, "now": now}
    async with runtime.database.owner() as session:
        await session.execute(
            text(
                "insert into gateway_quotas (corp_id, path, seconds, full_at, window_at, used)"
                " values (:corp, :path, 3600, :now, date_trunc('hour', :now), 9000)"
            ),
            values,
        )
    found = (await connected.check())["quotas", None]
    assert short(found) == ("ok", "ok")
    assert f"the busiest call {path} used 9,000 of " in found["what"]
    async with runtime.database.owner() as session:
        await session.execute(
            text(
                "insert into gateway_brakes"
                " (corp_id, path, kind, errcode, strikes, since, until)"
                " values (:corp, :path, 'stop', 45009, 1, :now, :until)"
            ),
            values | {"until": now + timedelta(minutes=20)},
        )
    found = (await connected.check("zh"))["quotas", None]
    assert short(found) == ("failed", "quota.stopped")
    assert found["what"].startswith(f"企业微信说 {path} 调用得太多，到 ")
    assert found["link"] == "https://developer.work.weixin.qq.com/document/path/90312"
