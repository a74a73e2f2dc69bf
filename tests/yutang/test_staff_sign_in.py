"""A member signs in by WeCom: once, in his own browser, to our own pages."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from tests.yutang.act.loop import Loop, open_loop
from tests.yutang.staff_browser import Browser, open_browser, query_of
from yutang.kernel.settings import WECOM_BASE_URL, Settings
from yutang.people.staff import service as staff
from yutang.people.staff_sessions import service as sessions
from yutang.people.staff_sessions.errors import StaffSignedOutError, WrongStateError


@pytest.fixture
async def loop(dsn: str, tmp_path: Path) -> AsyncIterator[Loop]:
    """Yutang and the emulator, read once."""
    async with open_loop(dsn, tmp_path) as loop:
        yield loop


@pytest.fixture
async def browser(loop: Loop) -> AsyncIterator[Browser]:
    """A browser nobody is signed in with."""
    async with open_browser(loop) as browser:
        yield browser


async def count_sessions(loop: Loop) -> int:
    """Sessions of members, of all corps."""
    async with loop.yutang.runtime.database.owner() as session:
        return int(await session.scalar(text("select count(*) from staff_sessions")) or 0)


async def test_a_member_signs_in_and_reaches_no_admin(loop: Loop, browser: Browser) -> None:
    began = await browser.begin(to="/m/today?x=1")
    told = query_of(began.headers["location"])
    assert began.headers["location"].startswith("http://wecom.test/connect/oauth2/authorize?")
    assert began.headers["location"].endswith("#wechat_redirect")
    assert told["scope"] == "snsapi_base"
    assert told["redirect_uri"] == "http://yutang.test/api/staff/sign-in/done"
    assert told["agentid"] == str(loop.yutang.app.agent_id)
    assert told["state"].isalnum()
    cookie = began.headers["set-cookie"]
    assert all(word in cookie for word in ("HttpOnly", "SameSite=lax", "Max-Age=600"))

    done = await browser.http.get(await browser.ask_wecom(began, "s1"))
    assert (done.status_code, done.headers["location"]) == (302, "/m/today?x=1")
    (kept,) = [c for c in done.headers.get_list("set-cookie") if c.startswith("yutang_staff=")]
    assert all(word in kept for word in ("HttpOnly", "SameSite=lax", "Max-Age=604800"))
    token = kept.partition("=")[2].partition(";")[0]

    known = await browser.http.get("/api/staff/session")
    assert known.status_code == 200
    assert known.json()["member"]["account"] == "s1"
    assert known.json()["member"]["name"] == "员工1"
    assert known.json()["bridge_origin"] == "http://wecom.test"
    assert known.json()["agent_id"] == loop.yutang.app.agent_id
    async with loop.yutang.runtime.database.owner() as session:
        hashes = (await session.scalars(text("select token_hash from staff_sessions"))).all()
    assert token.encode() not in hashes

    for path in ("/api/session", "/api/adds", "/api/staff", "/api/channels"):
        assert (await browser.http.get(path)).status_code == 401
    for path in ("/api/staff/session", "/api/staff/adds", "/api/staff/js-signatures?url=x"):
        refused = await loop.yutang.http.get(path)
        assert (refused.status_code, refused.json()["type"]) == (401, "staff.signed_out")


async def test_a_state_of_another_browser_is_refused(loop: Loop, browser: Browser) -> None:
    back = await browser.ask_wecom(await browser.begin(), "s1")
    async with open_browser(loop) as other:
        await other.begin()
        refused = await other.http.get(back)
    assert query_of(refused.headers["location"])["why"] == "staff.wrong_state"
    browser.http.cookies.clear()
    refused = await browser.http.get(back)
    assert refused.headers["location"] == "/m/refused?why=staff.wrong_state"
    assert await count_sessions(loop) == 0


async def test_a_code_works_once(loop: Loop, browser: Browser) -> None:
    began = await browser.begin()
    invitation = dict(browser.http.cookies)
    back = await browser.ask_wecom(began, "s1")
    assert (await browser.http.get(back)).headers["location"] == "/m/today"
    again = await browser.http.get(back)
    assert query_of(again.headers["location"])["why"] == "staff.wrong_state"
    # Even with the cookie of the sign-in kept by hand, WeCom takes the code no second time.
    browser.http.cookies.update(invitation)
    again = await browser.http.get(back)
    assert query_of(again.headers["location"]) == {"why": "staff.code_refused", "to": "/m/today"}
    assert await count_sessions(loop) == 1


async def test_a_sign_in_is_finished_within_ten_minutes(loop: Loop) -> None:
    vault, now = loop.yutang.runtime.vault, loop.yutang.runtime.clock()
    invitation, cookie = sessions.invite(vault, 1, 2, "/m/", now)
    late = now + timedelta(seconds=601)
    assert sessions.accept(vault, cookie, invitation.state, now) == invitation
    for wrong in ((cookie, invitation.state, late), (cookie, "é", now), ("é%", "", now)):
        with pytest.raises(WrongStateError):
            sessions.accept(vault, *wrong)


async def test_sign_in_leads_nowhere_else(browser: Browser, subtests: pytest.Subtests) -> None:
    for to in (
        "https://evil.test/m/",
        "//evil.test/m/",
        "/",
        "/m",
        "/mm/",
        "/m/../api/staff/session",
        "/m/%2e%2e/x",
        "/m/..\\evil",
        "/m/\\evil",
        "/m/\t/x",
        "/m/%0d%0aSet-Cookie:x",
        "javascript:alert(1)",
    ):
        with subtests.test(to=to):
            refused = await browser.begin(to=to)
            assert (refused.status_code, refused.json()["type"]) == (422, "staff.foreign_target")


async def test_an_unknown_corp_or_app_is_said_on_a_page(browser: Browser) -> None:
    for changes in ({"corp": "ww0000"}, {"agent": 4711}):
        refused = await browser.begin(**changes)
        assert query_of(refused.headers["location"]) == {"why": "corps.unknown", "to": "/m/today"}


async def test_who_left_is_refused_before_and_after(loop: Loop, browser: Browser) -> None:
    await browser.sign_in("s1")
    async with loop.yutang.runtime.database.corp(loop.yutang.corp_id) as session:
        await staff.record_leaving(session, loop.yutang.corp_id, "S1")
    gone = await browser.http.get("/api/staff/session")
    assert (gone.status_code, gone.json()["type"]) == (403, "staff.left")
    refused = await browser.sign_in("s1")
    assert query_of(refused.headers["location"])["why"] == "staff.left"
    assert await count_sessions(loop) == 1


async def test_who_is_no_member_is_refused(loop: Loop, browser: Browser) -> None:
    for who in ({"openid": "oStranger"}, {"userid": "wwother/s1"}):
        code = (await loop.act("oauth", **who))["code"]
        state = query_of((await browser.begin()).headers["location"])["state"]
        refused = await browser.http.get(f"/api/staff/sign-in/done?code={code}&state={state}")
        assert query_of(refused.headers["location"])["why"] == "staff.not_a_member"
    assert await count_sessions(loop) == 0


async def test_wecom_refusing_or_silent_is_said(loop: Loop, browser: Browser) -> None:
    path = "/cgi-bin/auth/getuserinfo"
    await loop.fault("errcode", 48002, path, 1)
    refused = await browser.sign_in("s1")
    assert query_of(refused.headers["location"])["why"] == "staff.wecom_refused"
    await loop.fault("http", 502, path)
    refused = await browser.sign_in("s1")
    assert query_of(refused.headers["location"])["why"] == "staff.wecom_silent"


async def test_a_session_ends_after_seven_days(loop: Loop, browser: Browser) -> None:
    await browser.sign_in("s1")
    runtime = loop.yutang.runtime
    token = browser.http.cookies["yutang_staff"]
    async with runtime.database.owner() as session:
        later = runtime.clock() + timedelta(days=7)
        with pytest.raises(StaffSignedOutError):
            await sessions.find_member(session, token, later)


def test_the_real_wecom_frames_nothing_and_authorizes_elsewhere() -> None:
    real = Settings(wecom_base_url=WECOM_BASE_URL)
    assert sessions.bridge_origin(real) is None
    address = sessions.authorize_url(real, "wwx", 7, "s", "https://a.test/api/staff/sign-in/done")
    assert address == (
        "https://open.weixin.qq.com/connect/oauth2/authorize?appid=wwx"
        "&redirect_uri=https%3A%2F%2Fa.test%2Fapi%2Fstaff%2Fsign-in%2Fdone"
        "&response_type=code&scope=snsapi_base&state=s&agentid=7#wechat_redirect"
    )
