"""Somebody opens a page: who is shown, how long, counted once, and never nobody."""

import asyncio
import re
from dataclasses import replace
from datetime import timedelta
from html import unescape

import pytest
from sqlalchemy import text

from tests.yutang.act.loop import until
from tests.yutang.act.pagecodes.conftest import WECHAT, Pages, qr_on
from tests.yutang.staff_browser import query_of
from tests.yutang.world import add_corp
from yutang.act.pagecodes import service
from yutang.act.pagecodes.showing import Shown
from yutang.kernel.clock import utc_now
from yutang.portal_endpoints.codes import Crowd, Newcomers
from yutang.wecom.auth import UserInfo


async def test_a_stranger_is_recognised_shown_and_counted(pages: Pages) -> None:
    loop = pages.loop
    code = await pages.make(rule={"title": "", "hint": "长按加企业微信"})
    async with pages.browser() as http:
        short = await http.get(pages.path, headers={"User-Agent": WECHAT})
        assert (short.status_code, short.headers["location"]) == (302, f"/h{pages.path}")
        asked = await http.get(f"/h{pages.path}", headers={"User-Agent": WECHAT})
        told = query_of(asked.headers["location"].partition("#")[0])
        assert (told["scope"], told["redirect_uri"]) == ("snsapi_base", "http://yutang.test/h/came")
        page = await pages.come(http, openid="oNew")
        name = pages.name_on(page)
        assert len(page.content) < 15_000
        assert "长按加企业微信" in page.text
        assert "<script" not in page.text
        policy = page.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert policy.endswith("img-src data:")
        (kept,) = [c for c in http.cookies.jar if c.name == "yutang_visitor"]
        assert kept.path == "/h"
        # Loading it again shows the same, holds no second place and is no second scan.
        for _ in range(3):
            again = await http.get(f"/h{pages.path}?lang=en")
            assert f"Add {name}" in again.text
            assert qr_on(again) == qr_on(page)
    read = await pages.read()
    (mine,) = [one for one in read["members"] if one["held"]]
    assert (mine["staff"]["name"], mine["shown"], mine["held"], mine["adds"]) == (name, 1, 1, 0)
    stored = str(await pages.rows("select * from page_code_assignments"))
    assert "oNew" not in stored

    # He presses the picture long: the add is the code's and that member's, and takes the place.
    came = await loop.act("scan", qr=qr_on(page), person={"unionid": "oNew", "name": "新客"})

    async def added() -> bool:
        return any(one["adds"] for one in (await pages.read())["members"])

    await until(added)
    read = await pages.read()
    (mine,) = [one for one in read["members"] if one["adds"]]
    assert (mine["staff"]["name"], mine["held"], mine["adds"]) == (name, 0, 1)
    at = f"/api/page-codes/{code['channel_id']}"
    results = (await loop.yutang.http.get(f"{at}/results")).json()
    assert (results["totals"]["scans"], results["totals"]["shown"], results["totals"]["adds"]) == (
        1,
        1,
        1,
    )
    assert [(one["staff"]["name"], one["shown"], one["adds"]) for one in results["members"]] == [
        (name, 1, 1)
    ]
    listed = (await loop.yutang.http.get(f"{at}/assignments")).json()["items"]
    assert [(one["reason"], one["state"]) for one in listed] == [("rule", "added")]
    (add,) = await loop.adds()
    assert (add["channel"]["id"], add["staff"]["name"]) == (code["channel_id"], name)
    # Now WeCom names him as a customer: a friend of that member, whatever the rule says.
    async with pages.browser() as http:
        friend = await pages.come(http, external_userid=came["external_userid"])
        assert pages.name_on(friend) == name


async def test_turns_memory_and_caps_hold_over_time(pages: Pages) -> None:
    loop = pages.loop
    ids = [one["id"] for one in loop.staff]
    caps = [{"staff_id": one, "daily_cap": 1} for one in ids[:2]]
    code = await pages.make(
        staff_ids=ids[:2],
        rule={"members": caps, "fallback_staff_id": ids[2], "hold_minutes": 10, "sticky_days": 2},
    )
    names = [(await pages.stranger(f"o{n}"))[0] for n in range(4)]
    assert names == ["员工0", "员工1", "员工2", "员工2"]
    runtime = loop.yutang.runtime
    page = await service.find_page(runtime, code["slug"])

    async def seen(openid: str, **later: float) -> tuple[str, str]:
        moved = replace(runtime, clock=lambda: utc_now() + timedelta(**later))
        who = await _visitor(pages, openid)
        found = await service.show(moved, page, who)
        assert isinstance(found, Shown)
        return found.name, found.why

    # Within the hold the fallback's visitor stays; after it the places given back are free again.
    assert await seen("o2", minutes=9) == ("员工2", "fallback")
    assert await seen("o2", minutes=11) == ("员工0", "rule")
    assert await seen("o1", minutes=11) == ("员工1", "sticky")
    # Somebody else has his place now: he is shown who is free, and that one again.
    assert await seen("o0", minutes=12) == ("员工2", "fallback")
    assert await seen("o0", minutes=20) == ("员工2", "fallback")
    # After the rule's days nothing is remembered: the turn counts, which memory had not moved.
    assert await seen("o1", days=3) == ("员工1", "rule")
    async with runtime.database.owner() as session:
        gone = await service.forget_visitors(
            session, loop.yutang.corp_id, utc_now() + timedelta(days=40)
        )
    assert gone > 0
    assert await pages.rows("select 1 from page_code_assignments") == []
    assert await pages.rows("select 1 from page_code_visitors") == []


async def _visitor(pages: Pages, openid: str) -> service.Visitor:
    world = pages.loop.yutang
    async with world.runtime.database.corp(world.corp_id) as session:
        return await service.by_wecom(
            session, world.runtime.vault, world.corp_id, UserInfo(openid=openid), utc_now()
        )


async def test_a_hundred_at_once_pass_no_cap(pages: Pages) -> None:
    loop = pages.loop
    ids = [one["id"] for one in loop.staff]
    caps = [{"staff_id": ids[0], "daily_cap": 30}, {"staff_id": ids[1], "daily_cap": 7}]
    await pages.make(staff_ids=ids[:2], rule={"members": caps, "fallback_staff_id": ids[2]})

    async def one(n: int) -> str:
        async with pages.browser() as http:
            answer = await http.get(f"/h{pages.path}")
            assert answer.status_code == 200, (n, answer.text)
            return pages.name_on(answer)

    shown = await asyncio.gather(*(one(n) for n in range(100)))
    assert {name: shown.count(name) for name in set(shown)} == {
        "员工0": 30,
        "员工1": 7,
        "员工2": 63,
    }
    held = {one["staff"]["name"]: one["held"] for one in (await pages.read())["members"]}
    assert held == {"员工0": 30, "员工1": 7, "员工2": 63}
    # The same browser in a hundred tabs has one place.
    async with pages.browser() as http:
        first = await http.get(f"/h{pages.path}")
        tabs = await asyncio.gather(*(http.get(f"/h{pages.path}") for _ in range(50)))
    assert {pages.name_on(tab) for tab in tabs} == {pages.name_on(first)}
    assert len(await pages.rows("select 1 from page_code_assignments")) == 101
    # By day: midnight may lie between.
    assert await pages.rows("select sum(scans) from page_code_scans") == [(101,)]


async def test_cities_are_asked_for_and_may_be_changed(pages: Pages) -> None:
    loop = pages.loop
    ids = [one["id"] for one in loop.staff]
    for number, (city, staff_id) in enumerate((("深圳", ids[1]), ("广州", ids[2]))):
        made = await loop.yutang.http.post(
            "/api/stores",
            json={
                "number": f"S{number}",
                "name": city,
                "city": city,
                "member_ids": [staff_id],
            },
        )
        assert made.status_code == 201, made.text
    await pages.make(rule={"by_city": True})
    async with pages.browser() as http:
        asked = await http.get(f"/h{pages.path}")
        assert re.findall(r">(深圳|广州|其他城市)</a>", asked.text) == ["广州", "深圳", "其他城市"]
        assert await pages.rows("select 1 from page_code_assignments") == []
        shenzhen = await http.get(f"/h{pages.path}?city=深圳")
        assert pages.name_on(shenzhen) == "员工1"
        assert "为你安排了深圳的 员工1" in unescape(shenzhen.text)
        assert pages.name_on(await http.get(f"/h{pages.path}")) == "员工1"
        assert "深圳" in (await http.get(f"/h{pages.path}?ask=1")).text
        assert pages.name_on(await http.get(f"/h{pages.path}?city=广州")) == "员工2"
        for odd in ("-", "<script>", "北京"):
            other = await http.get(f"/h{pages.path}", params={"city": odd})
            assert "<script>" not in other.text
        once = pages.name_on(other)
        assert pages.name_on(await http.get(f"/h{pages.path}", params={"city": "x"})) == once
    held = [one["held"] for one in (await pages.read())["members"]]
    assert sum(held) == 1


async def _silent(pages: Pages) -> None:
    loop = pages.loop
    for kind in ("refused", "used"):
        async with pages.browser() as http:
            if kind == "refused":
                await loop.fault("errcode", 40029, "/cgi-bin/auth/getuserinfo", count=1)
            asked = await http.get(f"/h{pages.path}", headers={"User-Agent": WECHAT})
            state = query_of(asked.headers["location"].partition("#")[0])["state"]
            back = await http.get(f"/h/came?code=nonsense&state={state}")
            page = await http.get(back.headers["location"], headers={"User-Agent": WECHAT})
            assert page.status_code == 200
            # The same way back once more: it was used.
            replayed = await http.get(f"/h/came?code=nonsense&state={state}")
            assert (replayed.status_code, "没有接上" in replayed.text) == (400, True)


async def _busy(pages: Pages) -> None:
    loop = pages.loop
    for limit in (Newcomers, Crowd):
        async with pages.browser() as http:
            loop.yutang.runtime.once(limit, limit)._asked.clear()  # noqa: SLF001
            limit.most, kept = 2, limit.most
            try:
                answers = []
                for _ in range(4):
                    answers.append(await http.get(f"/h{pages.path}"))
                    http.cookies.clear()
            finally:
                limit.most = kept
            loop.yutang.runtime.once(limit, limit)._asked.clear()  # noqa: SLF001
            assert [answer.status_code for answer in answers] == [200, 200, 429, 429]


async def test_what_is_wrong_is_told_and_nobody_is_turned_away(
    pages: Pages, subtests: pytest.Subtests
) -> None:
    loop = pages.loop
    code = await pages.make()
    with subtests.test("no such page"):
        async with pages.browser() as http:
            unknown = await http.get("/h/c/nosuchcode")
            assert (unknown.status_code, "没有找到这个码" in unknown.text) == (404, True)
            assert "There is no such code" in unknown.text
            assert (await http.get("/h/c/" + "x" * 400)).status_code == 404
    with subtests.test("a forged cookie is nobody's"):
        async with pages.browser() as http:
            for forged in ("x", "Zm9yZ2Vk", "%C3%A9"):
                answer = await http.get(
                    f"/h{pages.path}", headers={"Cookie": f"yutang_visitor={forged}"}
                )
                assert answer.status_code == 200
    with subtests.test("a cookie of another company is nobody's"):
        other, _ = await add_corp(loop.yutang.runtime, "other", (1000009,))
        vault, now = loop.yutang.runtime.vault, utc_now()
        sealed = service.seal(vault, service.by_chance(vault, other, now))
        assert service.unseal(vault, sealed, loop.yutang.corp_id, now) is None
        late = now + timedelta(days=91)
        assert service.unseal(vault, sealed, other, late) is None
        assert service.unseal(vault, sealed, other, now) is not None
    with subtests.test("WeCom is silent, or the code was used"):
        await _silent(pages)
    with subtests.test("a browser that keeps no cookies is asked once"):
        async with pages.browser() as http:
            page = await http.get(f"/h{pages.path}?came=1", headers={"User-Agent": WECHAT})
            assert page.status_code == 200
    with subtests.test("a member of the company takes no place"):
        rows = len(await pages.rows("select 1 from page_code_assignments"))
        scans = await pages.rows("select scans from page_code_scans")
        async with pages.browser() as http:
            page = await pages.come(http, userid="s1")
            assert "这只是预览" in page.text
        assert len(await pages.rows("select 1 from page_code_assignments")) == rows
        assert await pages.rows("select scans from page_code_scans") == scans
    with subtests.test("too many from one address"):
        await _busy(pages)
    with subtests.test("everybody left"):
        async with loop.yutang.runtime.database.owner() as session:
            await session.execute(text("update staff set status = 'left'"))
        async with pages.browser() as http:
            resting = await http.get(f"/h{pages.path}")
            assert (resting.status_code, "现在没有人能接待" in resting.text) == (503, True)
    with subtests.test("a deleted code"):
        at = f"/api/channels/{code['channel_id']}"
        assert (await loop.yutang.http.delete(at)).status_code == 204
        async with pages.browser() as http:
            gone = await http.get(f"/h{pages.path}")
            assert (gone.status_code, "这个码已经停用" in gone.text) == (410, True)


async def test_a_rule_is_played_through_before_it_is_saved(pages: Pages) -> None:
    loop = pages.loop
    ids = [one["id"] for one in loop.staff]
    wish = {
        "staff_ids": ids[:2],
        "rule": {
            "by": "weights",
            "members": [{"staff_id": ids[0], "weight": 3}, {"staff_id": ids[1], "daily_cap": 5}],
            "fallback_staff_id": ids[2],
        },
        "visitors": 80,
        "add_share": 1,
    }
    http = loop.yutang.http
    played = await http.post("/api/page-codes/simulation", json=wish)
    assert played.status_code == 200, played.text
    told = played.json()
    got = {one["staff"]["id"]: one for one in told["members"]}
    assert told["adds"] == told["visitors"] == 80
    assert (got[ids[1]]["adds"], got[ids[0]]["adds"] + got[ids[2]]["adds"]) == (5, 75)
    assert (await http.post("/api/page-codes/simulation", json=wish)).json() == told
    strange = await http.post("/api/page-codes/simulation", json=wish | {"staff_ids": [999_999]})
    assert (strange.status_code, strange.json()["type"]) == (422, "channels.unknown_staff")


async def test_who_is_off_duty_is_not_shown_and_stand_ins_are(pages: Pages) -> None:
    loop, http = pages.loop, pages.loop.yutang.http
    ids = [one["id"] for one in loop.staff]
    code = await pages.make(staff_ids=ids[:1], rule={"fallback_staff_id": ids[2]})
    at = f"/api/channels/{code['channel_id']}/rota"
    put = await http.put(at, json={"version": 0, "stand_in_ids": [ids[1]]})
    assert put.status_code == 200, put.text

    async def made() -> bool:
        return [one["way"] for one in (await pages.read())["members"]] == ["active"] * 3

    await until(made)
    assert (await pages.stranger("oOn"))[0] == "员工0"
    off = await http.put(f"/api/duties/{ids[0]}", json={"off": True})
    assert off.status_code == 200, off.text
    assert (await pages.stranger("oOff"))[0] == "员工1"
    assert [one["on"] for one in (await pages.read())["members"]] == [False, True, True]
    off = await http.put(f"/api/duties/{ids[1]}", json={"off": True})
    assert (await pages.stranger("oLate"))[0] == "员工2"
    listed = (await http.get(f"/api/page-codes/{code['channel_id']}/assignments")).json()
    assert [one["reason"] for one in listed["items"]] == ["fallback", "stand_in", "rule"]
    # A day with those hours, played through: nobody but who answers last.
    wish = {"staff_ids": ids[:1], "rule": code["rule"], "channel_id": code["channel_id"]}
    played = (await http.post("/api/page-codes/simulation", json=wish)).json()
    assert {one["staff"]["name"]: one["shown"] for one in played["members"]} == {
        "员工0": 0,
        "员工2": 200,
    }
