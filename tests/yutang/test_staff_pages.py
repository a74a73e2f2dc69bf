"""What a member's pages show: the customer of the chat, his day's adds, signed by both tickets."""

import asyncio
import hashlib
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from tests.yutang.act.loop import Loop, open_loop
from tests.yutang.people.orders.stage import news, take
from tests.yutang.staff_browser import Browser, open_browser
from tests.yutang.world import add_corp, event_xml
from yutang.bootstrap import build_runtime
from yutang.people.staff_sessions import service as sessions
from yutang.people.staff_sessions.schemas import SignedInMember

PAGE = "http://yutang.test/m/?corp=ww1&agent=1000002"
CORP_TICKET = "/cgi-bin/get_jsapi_ticket"
APP_TICKET = "/cgi-bin/ticket/get"


@pytest.fixture
async def loop(dsn: str, tmp_path: Path) -> AsyncIterator[Loop]:
    """Yutang and the emulator, read once."""
    async with open_loop(dsn, tmp_path) as loop:
        yield loop


@pytest.fixture
async def browser(loop: Loop) -> AsyncIterator[Browser]:
    """The browser of the member s0, who stands in the channel codes."""
    async with open_browser(loop) as browser:
        await browser.sign_in("s0")
        yield browser


async def read(browser: Browser, path: str) -> dict[str, Any]:
    """A page's data."""
    answer = await browser.http.get(f"/api/staff/{path}")
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


async def refusal(browser: Browser, path: str) -> tuple[int, str]:
    """Status and code of a refused call."""
    answer = await browser.http.get(f"/api/staff/{path}")
    return answer.status_code, answer.json()["type"]


async def test_the_customer_of_the_chat(loop: Loop, browser: Browser) -> None:
    async with loop.working():
        channel = await loop.channel(name="南山店台卡")
        friend = (await loop.scan(channel, "林小满"))["external_userid"]
        await loop.ended(1, tags=2)
    found = await read(browser, f"customers/{friend}")
    assert (found["name"], found["state"], found["platform"]) == ("林小满", "friend", "wechat")
    assert found["channel"]["name"] == "南山店台卡"
    (owner,) = found["owners"]
    assert (owner["name"], owner["me"], owner["state"]) == ("员工0", True, "friend")
    assert sorted(tag["name"] for tag in found["tags"]) == sorted(t["name"] for t in loop.tags[:2])
    assert {(t["by"], t["channel"]["name"]) for t in found["tags"]} == {("channel", "南山店台卡")}
    life = (await read(browser, f"customers/{friend}/timeline"))["items"]
    added = [entry for entry in life if entry["kind"] == "relation.added"]
    assert [entry["channel"]["name"] for entry in added] == ["南山店台卡"]
    assert {entry["tag"]["name"] for entry in life if entry["kind"] == "tag.added"} == {
        t["name"] for t in loop.tags[:2]
    }
    # WeCom does not tell of orders: nothing is known before somebody does.
    assert await read(browser, f"customers/{friend}/orders") == {
        "known": False,
        "totals": None,
        "items": [],
        "more": False,
        "advice": [],
        "advice_as_of": None,
    }
    told = [news(f"o{place}", days=30 * place) for place in range(1, 5)]
    await take(loop.yutang, told, [found["id"]] * 4)
    bought = await read(browser, f"customers/{friend}/orders")
    assert [one["number"] for one in bought["items"]] == ["o1", "o2", "o3"]
    assert (bought["known"], bought["more"]) == (True, True)
    assert (bought["totals"]["count"], bought["totals"]["spent_fen"]) == (4, 80_000)
    assert {one["kind"] for one in bought["advice"]} == {"refill"}
    assert await refusal(browser, "customers/nobody/orders") == (404, "customers.not_yours")


async def test_what_others_wrote_stays_theirs(loop: Loop, browser: Browser) -> None:
    runtime, corp_id = loop.yutang.runtime, loop.yutang.corp_id
    async with loop.working():
        mine, theirs = await loop.channel(), await loop.channel(staff_ids=[loop.staff[1]["id"]])
        friend = (await loop.scan(mine, "林小满"))["external_userid"]
        assert (await loop.scan(theirs, "林小满"))["external_userid"] == friend
        await loop.ended(2, tags=2)
    async with runtime.database.owner() as session:
        await session.execute(
            text("update follows set remark = 'of ' || staff_id where corp_id = :corp"),
            {"corp": corp_id},
        )
    found = await read(browser, f"customers/{friend}")
    assert found["remark"] == f"of {loop.staff[0]['id']}"
    assert f"of {loop.staff[1]['id']}" not in str(found)
    assert sorted((o["name"], o["me"]) for o in found["owners"]) == [
        ("员工0", True),
        ("员工1", False),
    ]
    life = (await read(browser, f"customers/{friend}/timeline?kind=relation"))["items"]
    assert [entry["staff"]["name"] for entry in life] == ["员工0"]
    async with open_browser(loop) as other:
        await other.sign_in("s1")
        assert (await read(other, f"customers/{friend}"))["remark"] == f"of {loop.staff[1]['id']}"


async def test_a_customer_of_somebody_else_is_as_unknown_as_nobody(
    loop: Loop, browser: Browser
) -> None:
    async with loop.working():
        channel = await loop.channel(staff_ids=[loop.staff[1]["id"]])
        friend = (await loop.scan(channel, "林小满"))["external_userid"]
        await loop.ended(1, tags=2)
    theirs = await browser.http.get(f"/api/staff/customers/{friend}")
    nobody = await browser.http.get("/api/staff/customers/wmNobody")
    assert (theirs.status_code, theirs.json()["type"]) == (404, "customers.not_yours")
    assert theirs.json() == nobody.json()


async def test_another_corps_customer_is_unknown(loop: Loop, browser: Browser) -> None:
    runtime = loop.yutang.runtime
    other_id, _ = await add_corp(runtime, "other", (1000002,))
    async with runtime.database.owner() as session:
        await session.execute(
            text(
                "insert into customers (corp_id, id, state, name, name_sort, grams)"
                " values (:corp, 1, 'friend', '别家的', '', '{}')"
            ),
            {"corp": other_id},
        )
        await session.execute(
            text(
                "insert into customer_identities (corp_id, kind, value, customer_id)"
                " values (:corp, 'external', 'wmOther', 1)"
            ),
            {"corp": other_id},
        )
        await session.execute(
            text(
                "insert into follows (corp_id, customer_id, staff_id, state, changed_at, added_at)"
                " values (:corp, 1, :staff, 'friend', now(), now())"
            ),
            {"corp": other_id, "staff": loop.staff[0]["id"]},
        )
    assert await refusal(browser, "customers/wmOther") == (404, "customers.not_yours")


async def test_who_deleted_the_member_is_still_told_who_was_deleted_is_not(
    loop: Loop, browser: Browser
) -> None:
    corpid, ids = loop.yutang.app.corpid, {}
    async with loop.working():
        channel = await loop.channel()
        for name in ("林小满", "周可欣"):
            ids[name] = (await loop.scan(channel, name))["external_userid"]
        await loop.ended(2, tags=2)
        for name, change in (
            ("林小满", "del_follow_user"),
            ("周可欣", "del_external_contact"),
        ):
            xml = event_xml(
                corpid, "change_external_contact", change, UserID="s0", ExternalUserID=ids[name]
            )
            assert (await loop.yutang.call_back(xml)).status_code == 200
        await loop.settled()
    left = await read(browser, f"customers/{ids['林小满']}")
    assert left["state"] == "deleted_by_customer"
    life = (await read(browser, f"customers/{ids['林小满']}/timeline?kind=relation"))["items"]
    assert life[0]["ending"] == "deleted_by_customer"
    gone = f"customers/{ids['周可欣']}"
    assert await refusal(browser, gone) == (404, "customers.not_yours")


async def test_my_adds_of_the_day(loop: Loop, browser: Browser) -> None:
    async with loop.working():
        welcomed = await loop.channel(name="台卡", tag_ids=[])
        silent = await loop.channel(name="海报", welcome=None, tag_ids=[])
        theirs = await loop.channel(name="别人的", staff_ids=[loop.staff[1]["id"]], tag_ids=[])
        for channel, name in ((welcomed, "甲"), (silent, "乙"), (theirs, "丙")):
            await loop.scan(channel, name)
        await loop.ended(3)
    page = await read(browser, "adds")
    assert (page["adds"], page["sent"], page["next"]) == (2, 1, None)
    assert [
        (row["customer"]["name"], row["channel"]["name"], row["outcome"], row["reason"])
        for row in page["items"]
    ] == [("乙", "海报", "impossible", "no_welcome"), ("甲", "台卡", "sent", None)]
    first = await read(browser, "adds?limit=1")
    rest = await read(browser, f"adds?limit=1&after={first['next']}")
    assert [row["customer"]["name"] for row in rest["items"]] == ["甲"]
    before = await read(browser, "adds?on=2020-01-01")
    assert (before["items"], before["adds"], before["on"]) == ([], 0, "2020-01-01")


async def test_both_signatures_by_the_formula_of_the_document(loop: Loop, browser: Browser) -> None:
    app = loop.yutang.app
    given = (
        await browser.http.get("/api/staff/js-signatures", params={"url": f"{PAGE}#part"})
    ).json()
    assert (given["corpid"], given["agent_id"]) == (app.corpid, app.agent_id)
    token = await loop.wecom.get(
        "/cgi-bin/gettoken", params={"corpid": app.corpid, "corpsecret": app.secret}
    )
    query = {"access_token": token.json()["access_token"]}
    tickets = {
        "config": (await loop.wecom.get(CORP_TICKET, params=query)).json()["ticket"],
        "agent_config": (
            await loop.wecom.get(APP_TICKET, params=query | {"type": "agent_config"})
        ).json()["ticket"],
    }
    assert tickets["config"] != tickets["agent_config"]
    for name, ticket in tickets.items():
        told = {
            "jsapi_ticket": ticket,
            "noncestr": given[name]["nonce"],
            "timestamp": str(given[name]["timestamp"]),
            "url": PAGE,
        }
        line = "&".join(f"{key}={told[key]}" for key in sorted(told))
        digest = hashlib.sha1(line.encode(), usedforsecurity=False).hexdigest()
        assert digest == given[name]["signature"]


async def test_no_other_page_is_signed(browser: Browser, subtests: pytest.Subtests) -> None:
    for url in (
        "https://evil.test/m/",
        "http://yutang.test.evil/m/",
        "http://yutang.test@evil/m/",
        "http://yutang.test/",
        "http://yutang.test:81/m/",
        "",
    ):
        with subtests.test(url=url):
            refused = await browser.http.get("/api/staff/js-signatures", params={"url": url})
            assert (refused.status_code, refused.json()["type"]) == (422, "staff.foreign_page")


async def test_many_processes_fetch_each_ticket_once(loop: Loop, browser: Browser) -> None:
    first = loop.yutang.runtime
    second = replace(
        build_runtime(first.settings, http=loop.wecom), database=first.database, clock=first.clock
    )
    member = SignedInMember(
        loop.yutang.corp_id, loop.staff[0]["id"], loop.yutang.app.agent_id, "s0", "", ""
    )
    answers = await asyncio.gather(
        *(sessions.sign_page(runtime, member, PAGE) for runtime in (first, second) * 6)
    )
    assert len({answer.agent_config.nonce for answer in answers}) == 12
    await read(browser, f"js-signatures?url={PAGE}")
    assert len(await loop.calls(CORP_TICKET)) == len(await loop.calls(APP_TICKET)) == 1
    now = first.clock()
    later = replace(first, clock=lambda: now + timedelta(seconds=7000), _memo={})
    await sessions.sign_page(later, member, PAGE)
    assert len(await loop.calls(CORP_TICKET)) == len(await loop.calls(APP_TICKET)) == 2
    async with first.database.owner() as session:
        kept = (await session.execute(text("select sealed_ticket from js_tickets"))).all()
    assert len(kept) == 2


async def test_a_refused_ticket_is_said_and_asked_for_again(loop: Loop, browser: Browser) -> None:
    path = f"js-signatures?url={PAGE}"
    await loop.fault("errcode", 48002, APP_TICKET, 1)
    assert await refusal(browser, path) == (502, "staff.wecom_refused")
    await read(browser, path)
