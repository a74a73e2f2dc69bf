"""The admin by WeCom: who is linked comes in, who left is out of both apps, a leader sees his."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx2
import pytest
from sqlalchemy import text

from tests.yutang.act.loop import Loop, open_loop, until
from tests.yutang.staff_browser import Browser, open_browser, query_of
from tests.yutang.world import add_corp
from yutang.kernel.settings import WECOM_BASE_URL, Settings
from yutang.people.staff_sessions import service as sessions

SIGN_IN = "/api/session/wecom"
CONTACTS_APP, CONTACTS_SECRET = 2000002, "secret-of-contacts-sync"


@pytest.fixture
async def loop(dsn: str, tmp_path: Path) -> AsyncIterator[Loop]:
    """Yutang and the emulator, read once; the owner is signed in."""
    async with open_loop(dsn, tmp_path) as loop:
        yield loop


@pytest.fixture
async def browser(loop: Loop) -> AsyncIterator[Browser]:
    """A browser nobody is signed in with."""
    async with open_browser(loop) as browser:
        yield browser


async def begin(browser: Browser, to: str = "/", agent: str = "Mozilla/5.0") -> httpx2.Response:
    """Press the button of the sign-in page."""
    query = {"corp": browser.loop.yutang.app.corpid, "to": to}
    return await browser.http.get(SIGN_IN, params=query, headers={"User-Agent": agent})


async def sign_in(browser: Browser, account: str, **more: str) -> httpx2.Response:
    """Scan as that member; the last answer leads to the page."""
    return await browser.http.get(await browser.ask_wecom(await begin(browser, **more), account))


async def link(loop: Loop, account: str, **more: Any) -> dict[str, Any]:
    """An account for a member, without a password."""
    (staff_id,) = [row["id"] for row in loop.staff if row["account"] == account]
    body = {"login": account, "name": account, "role": "manager", "staff_id": staff_id}
    made = await loop.yutang.http.post("/api/users", json=body | {"with_password": False} | more)
    assert made.status_code == 201, made.text
    assert (made.json()["first_password"] is None) == ("with_password" not in more)
    return dict(made.json()["person"])


async def test_a_linked_member_scans_and_is_in(loop: Loop, browser: Browser) -> None:
    assert (await browser.http.get("/api/session/doors")).json() == {
        "corpid": loop.yutang.app.corpid,
        "corp_name": "demo 的公司",
    }
    refused = await sign_in(browser, "s1", to="/tags?view=2")
    assert refused.headers["location"] == "/tags?view=2&why=access.no_account"
    await link(loop, "s1")
    began = await begin(browser, to="/tags?view=2")
    address = began.headers["location"]
    assert address.startswith("http://wecom.test/wwlogin/sso/login?login_type=CorpApp&")
    assert query_of(address)["redirect_uri"] == f"http://yutang.test{SIGN_IN}/done"
    cookie = began.headers["set-cookie"]
    assert all(word in cookie for word in ("HttpOnly", "SameSite=lax", f"Path={SIGN_IN}"))
    back = await browser.ask_wecom(began, "s1")
    async with open_browser(loop) as other:
        stolen = await other.http.get(back)
        assert query_of(stolen.headers["location"]) == {"why": "staff.wrong_state"}
    done = await browser.http.get(back)
    assert (done.status_code, done.headers["location"]) == (302, "/tags?view=2")
    told = (await browser.http.get("/api/session")).json()["user"]
    assert (told["login"], told["has_password"], told["must_change_password"]) == (
        "s1",
        False,
        False,
    )
    mine = (await browser.http.get("/api/session/sessions")).json()["items"]
    assert [row["means"] for row in mine] == ["wecom"]
    # The first password of who scans is no key to his account before he changed it.
    linked = await link(loop, "s2", with_password=True)
    assert linked["must_change_password"]
    async with open_browser(loop) as other:
        await sign_in(other, "s2")
        assert (await other.http.get("/api/session/sessions")).status_code == 200


async def test_inside_wecom_nothing_is_scanned(loop: Loop, browser: Browser) -> None:
    await link(loop, "s1")
    began = await begin(browser, agent="Mozilla/5.0 wxwork/4.1.39 MicroMessenger/7.0.1")
    assert began.headers["location"].startswith("http://wecom.test/connect/oauth2/authorize?")
    done = await browser.http.get(await browser.ask_wecom(began, "s1"))
    assert done.headers["location"] == "/"
    assert (await browser.http.get("/api/session")).status_code == 200


async def test_strangers_wrong_pages_and_a_silent_wecom_are_said(
    loop: Loop, browser: Browser
) -> None:
    for to in ("//evil.test/", "https://evil.test/", "/m/today", "/api/session", "/x/../m/", "x"):
        refused = await begin(browser, to=to)
        assert (refused.status_code, refused.json()["type"]) == (422, "staff.foreign_target"), to
    unknown = await browser.http.get(SIGN_IN, params={"corp": "ww0000"})
    assert unknown.headers["location"] == "/?why=corps.unknown"
    code = (await loop.act("oauth", openid="oStranger"))["code"]
    state = query_of((await begin(browser)).headers["location"])["state"]
    refused = await browser.http.get(f"{SIGN_IN}/done?code={code}&state={state}")
    assert query_of(refused.headers["location"]) == {"why": "staff.not_a_member"}
    # A sign-in that the staff's pages began opens nothing here.
    began = await browser.begin()
    cookie = browser.http.cookies["yutang_staff_sign_in"]
    browser.http.cookies.set("yutang_sign_in", cookie)
    state = query_of(began.headers["location"])["state"]
    refused = await browser.http.get(f"{SIGN_IN}/done?code=x&state={state}")
    assert query_of(refused.headers["location"]) == {"why": "staff.wrong_state"}
    browser.http.cookies.clear()
    await link(loop, "s1")
    await loop.fault("http", 502, "/cgi-bin/auth/getuserinfo")
    refused = await sign_in(browser, "s1")
    assert query_of(refused.headers["location"]) == {"why": "staff.wecom_silent"}
    assert (await browser.http.get("/api/session")).status_code == 401
    # Of several companies none is told to a stranger; who knows the corpid may use it.
    await add_corp(loop.yutang.runtime, "other", (1000002,))
    doors = (await browser.http.get("/api/session/doors")).json()
    assert doors == {"corpid": None, "corp_name": None}
    corp = loop.yutang.app.corpid
    doors = (await browser.http.get(f"/api/session/doors?corp={corp}")).json()
    assert doors["corpid"] == corp


async def test_who_is_disabled_or_leaves_is_out_of_both_apps_and_leaders_are_followed(
    loop: Loop, browser: Browser
) -> None:
    apps = [{"agentid": a.agent_id, "secret": a.secret} for a in loop.yutang.apps]
    apps.append({"agentid": CONTACTS_APP, "secret": CONTACTS_SECRET})
    corpid = loop.yutang.app.corpid
    await loop.wecom.post("/emulator/corps", json={"corpid": corpid, "apps": apps})
    got = await loop.wecom.get(
        "/cgi-bin/gettoken", params={"corpid": corpid, "corpsecret": CONTACTS_SECRET}
    )
    token = got.json()["access_token"]

    async def update(userid: str, **changes: Any) -> None:
        told = await loop.wecom.post(
            "/cgi-bin/user/update",
            params={"access_token": token},
            json={"userid": userid, **changes},
        )
        assert told.json()["errcode"] == 0, told.text

    person = await link(loop, "s1")
    await sign_in(browser, "s1")
    async with open_browser(loop) as staff_pages:
        await staff_pages.sign_in("s1")

        async def seen_by() -> tuple[int, ...] | None:
            async with loop.yutang.runtime.database.owner() as session:
                found = await session.scalar(
                    text("select staff_in_scope(:corp, :who)"),
                    {"corp": loop.yutang.corp_id, "who": person["id"]},
                )
            return None if found is None else tuple(found)

        async def answers() -> tuple[int, int]:
            return (
                (await browser.http.get("/api/session")).status_code,
                (await staff_pages.http.get("/api/staff/session")).status_code,
            )

        assert len(await seen_by() or ()) == 1
        async with loop.working():

            async def leads(others: int) -> bool:
                return len(await seen_by() or ()) == others

            await update("s1", department=[1], is_leader_in_dept=[1])
            await until(lambda: leads(3), 60)
            await update("s1", department=[1], is_leader_in_dept=[0])
            await until(lambda: leads(1), 60)

            async def is_now(wanted: tuple[int, int]) -> bool:
                return await answers() == wanted

            assert await answers() == (200, 200)
            await update("s1", enable=0)
            await until(lambda: is_now((401, 403)), 60)
            shown = (await loop.yutang.http.get(f"/api/users/{person['id']}")).json()
            assert shown["member_gone"]
            await update("s1", enable=1)
            await until(lambda: is_now((200, 200)), 60)
            await loop.act("staff/s1/resign")
            await until(lambda: is_now((401, 403)), 60)
        refused = await sign_in(browser, "s2")
        assert query_of(refused.headers["location"]) == {"why": "access.no_account"}


def test_the_real_wecom_shows_its_own_page() -> None:
    real = Settings(wecom_base_url=WECOM_BASE_URL)
    address = sessions.login_url(real, "wwx", 7, "s", "https://a.test/api/session/wecom/done")
    assert address == (
        "https://login.work.weixin.qq.com/wwlogin/sso/login?login_type=CorpApp&appid=wwx"
        "&agentid=7&redirect_uri=https%3A%2F%2Fa.test%2Fapi%2Fsession%2Fwecom%2Fdone"
        "&state=s&lang=zh"
    )
