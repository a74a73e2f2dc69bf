"""A customer signs in by WeCom: once, in his own browser, to his own pages."""

from datetime import timedelta
from typing import Any
from urllib.parse import quote

import httpx2
import pytest

from tests.yutang.act.loop import Loop, until
from tests.yutang.portal.phone import (
    BACK,
    ME,
    NAME,
    Phone,
    acts,
    count_sessions,
    newcomer,
    open_phone,
    rows,
)
from tests.yutang.staff_browser import query_of
from tests.yutang.world import add_corp
from yutang.kernel.vault import Vault
from yutang.people.customer_sessions import service as sessions
from yutang.people.customer_sessions.errors import CustomerSignedOutError
from yutang.people.customer_sessions.schemas import SignedInCustomer
from yutang.portal_endpoints import answering, landing
from yutang.portal_endpoints.wording import _words


async def test_a_customer_signs_in_silently_and_reaches_nothing_else(
    loop: Loop, phone: Phone
) -> None:
    external, me = await newcomer(loop)
    began = await phone.begin()
    address = began.headers["location"]
    told = query_of(address.partition("#")[0])
    assert address.startswith("http://wecom.test/connect/oauth2/authorize?")
    assert (told["scope"], told["appid"]) == ("snsapi_base", loop.yutang.app.corpid)
    assert told["redirect_uri"] == "http://yutang.test/h/signed-in"
    cookie = began.headers["set-cookie"]
    assert all(word in cookie for word in ("HttpOnly", "SameSite=lax", "Max-Age=600", "Path=/h"))

    done = await phone.http.get(await phone.back(began, external_userid=external))
    assert (done.status_code, done.headers["location"]) == (302, ME)
    (kept,) = [c for c in done.headers.get_list("set-cookie") if c.startswith("yutang_customer=")]
    assert all(word in kept for word in ("HttpOnly", "SameSite=lax", "Max-Age=2592000", "Path=/h"))
    page = await phone.http.get(ME)
    assert page.status_code == 200
    assert len(page.content) < 15_000
    assert all(word in page.text for word in ("demo 的公司", NAME, "2026 年 11 月 20 日"))
    assert page.text.index("营销信息") < page.text.index("你同意过的事")
    assert "<script" not in page.text
    assert page.headers["cache-control"] == "no-store"
    assert "default-src 'none'" in page.headers["content-security-policy"]
    english = await phone.read(f"{ME}?lang=en")
    assert "has known you since 20 November 2026" in english

    token = kept.partition("=")[2].partition(";")[0]
    ((kept_hash,),) = await rows(loop, "select token_hash from customer_sessions")
    assert token.encode() not in bytes(kept_hash)
    assert await acts(loop, me) == [("customer_session.opened",)]
    for path in ("/api/session", "/api/staff/session", "/api/customers", "/api/privacy/requests"):
        assert (await phone.http.get(path)).status_code == 401
    assert (await phone.http.get("/h", follow_redirects=True)).status_code == 200
    assert (await phone.http.get("/h/nowhere")).status_code == 404


async def test_who_is_not_known_is_told_so_and_stored_nowhere(loop: Loop, phone: Phone) -> None:
    before = await rows(loop, "select count(*) from audit_entries")
    added = await loop.act("add", userid="s0", person={"unionid": "o9", "name": "没读到"})
    for who in ({"openid": "oStranger"}, {"external_userid": added["external_userid"]}):
        refused = await phone.sign_in(**who)
        assert refused.status_code == 404
        assert "没有认识你的记录" in refused.text
        assert "demo 的公司 knows nothing of you" in refused.text
        assert "yutang_customer=" not in str(refused.headers.get_list("set-cookie"))
    member = await phone.sign_in(userid="s1")
    assert (member.status_code, "这是客户的页面" in member.text) == (403, True)
    assert "customers&#x27; page" in member.text
    assert await count_sessions(loop) == 0
    assert await rows(loop, "select count(*) from audit_entries") == before
    signed_out = await phone.http.get(ME)
    assert (signed_out.status_code, "先登录" in signed_out.text) == (401, True)


async def test_a_code_and_a_state_work_once_in_their_own_browser(loop: Loop, phone: Phone) -> None:
    external, _ = await newcomer(loop)
    began = await phone.begin()
    back = await phone.back(began, external_userid=external)
    async with open_phone(loop) as other:
        await other.begin()
        forged = await other.http.get(back)
        assert (forged.status_code, "没有认出你的登录" in forged.text) == (400, True)
        assert "Your sign-in was not recognised" in forged.text
    invitation = dict(phone.http.cookies)
    assert (await phone.http.get(back)).status_code == 302
    again = await phone.http.get(back)
    assert (again.status_code, "没有认出你的登录" in again.text) == (400, True)
    for exact in (False, True):
        await loop.wecom.post(f"{loop.corp}/switches", json={"exact_code_refusals": exact})
        phone.http.cookies.update(invitation)
        replayed = await phone.http.get(back)
        assert (replayed.status_code, "登录码已经用过或过期" in replayed.text) == (400, True)
        assert f"to={quote(ME, safe='')}" in replayed.text
    assert await count_sessions(loop) == 1


async def test_a_state_of_members_or_of_another_corp_opens_nothing(
    loop: Loop, phone: Phone
) -> None:
    external, _ = await newcomer(loop)
    app, runtime = loop.yutang.app, loop.yutang.runtime
    query = {"corp": app.corpid, "agent": str(app.agent_id), "to": "/m/today"}
    await phone.http.get("/api/staff/sign-in", params=query)
    sealed = next(c for c in phone.http.cookies.jar if c.name == "yutang_staff_sign_in").value
    phone.http.cookies.set("yutang_customer_sign_in", str(sealed), domain="yutang.test")
    refused = await phone.http.get(f"{BACK}?code=c&state=s")
    assert refused.status_code == 400

    # With two companies the address must name one; a code of one is nothing to the other.
    _, (foreign, *_) = await add_corp(runtime, "other", (1000009,))
    phone.http.cookies.clear()
    for corp in ("", "ww0000"):
        nameless = await phone.begin(corp=corp)
        assert (nameless.status_code, "没有找到这家企业" in nameless.text) == (404, True)
    began = await phone.begin(corp=foreign.corpid)
    crossed = await phone.http.get(await phone.back(began, external_userid=external))
    assert crossed.status_code in {400, 502}
    assert await count_sessions(loop) == 0
    own = await phone.begin(corp=app.corpid)
    assert (
        await phone.http.get(await phone.back(own, external_userid=external))
    ).status_code == 302
    assert "other 的公司" not in await phone.read()


@pytest.mark.parametrize(
    "to",
    [
        "https://evil.test/h/",
        "//evil.test/h/",
        "/",
        "/h",
        "/hh/",
        "/h/../api/session",
        "/h/%2e%2e/x",
        "/h/\\evil",
        "/m/today",
        "/h/sign-in",
        "/h/signed-in?code=1",
        "/h/" + "x" * 600,
    ],
)
async def test_sign_in_leads_nowhere_else(world: Any, to: str) -> None:
    refused = await world.http.get("/h/sign-in", params={"to": to})
    assert (refused.status_code, "这个地址不对" in refused.text) == (422, True)


async def test_wecom_refusing_or_silent_is_said(loop: Loop, phone: Phone) -> None:
    external, _ = await newcomer(loop)
    path = "/cgi-bin/auth/getuserinfo"
    await loop.fault("errcode", 48002, path, 1)
    refused = await phone.sign_in(external_userid=external)
    assert (refused.status_code, "企业微信没有让登录通过" in refused.text) == (502, True)
    await loop.fault("http", 502, path)
    silent = await phone.sign_in(external_userid=external)
    assert (silent.status_code, "暂时联系不上企业微信" in silent.text) == (503, True)
    assert await count_sessions(loop) == 0


async def test_sessions_end_by_sign_out_and_after_thirty_days(loop: Loop, phone: Phone) -> None:
    external, me = await newcomer(loop)
    world = loop.yutang
    await phone.sign_in(external_userid=external)
    async with open_phone(loop) as second:
        await second.sign_in(external_userid=external)
        token = str(second.http.cookies["yutang_customer"])
        out = await second.tap("sign_out")
        assert (out.status_code, "已退出登录" in out.text) == (200, True)
        assert (await second.http.get(ME)).status_code == 401
        assert await count_sessions(loop) == 1
        await second.sign_in(external_userid=external)
        await second.tap("sign_out_all")
    assert (await phone.http.get(ME)).status_code == 401
    assert await count_sessions(loop) == 0

    await phone.sign_in(external_userid=external)
    later = world.runtime.clock() + timedelta(days=30)
    async with world.runtime.database.owner() as session:
        for wrong, at in ((token, world.runtime.clock()), ("", later)):
            with pytest.raises(CustomerSignedOutError):
                await sessions.find(session, wrong, at)
        token = str(phone.http.cookies["yutang_customer"])
        assert (await sessions.find(session, token, world.runtime.clock())).customer_id == me
        with pytest.raises(CustomerSignedOutError):
            await sessions.find(session, token, later)
        assert await sessions.forget_expired(session, world.corp_id, later) == 1


async def test_one_address_asks_gently(loop: Loop, phone: Phone) -> None:
    gentle = loop.yutang.runtime.once(answering.Gentle, answering.Gentle)

    async def busy() -> httpx2.Response | None:
        for _ in range(answering.ASKS_A_MINUTE):
            gentle.lets("127.0.0.1")
        answer = await phone.begin()
        return answer if answer.status_code == 429 else None

    # Twice where a minute ended between.
    assert "请稍等一会儿" in (await until(busy)).text
    # On a shop's Wi-Fi everybody is one address: pages that only read have a limit of their own.
    passers = loop.yutang.runtime.once(landing.Passers, landing.Passers)

    async def opened(path: str) -> int:
        return (await loop.yutang.http.get(path)).status_code

    async def crowded() -> bool:
        for _ in range(landing.OPENS_A_MINUTE):
            passers.lets("127.0.0.1")
        return await opened("/p/nothing1") == 429

    reading = ("/p/nothing1", "/p/nothing1/go", "/p/nothing1/code.png", "/s/nothing1")
    assert [await opened(path) for path in reading] == [404] * 4
    await until(crowded)


def test_pages_say_the_same_in_both_languages() -> None:
    shape = [
        {group: sorted(words) for group, words in _words(language).items()}
        for language in ("zh-CN", "en")
    ]
    assert shape[0] == shape[1]


def test_marks_of_forms_are_of_one_session() -> None:
    vault = Vault(b"k" * 32)
    one, two = (SignedInCustomer(1, 2, bytes([n])) for n in (1, 2))
    assert sessions.form_mark(vault, one) != sessions.form_mark(vault, two)
    assert sessions.form_mark(vault, one) != sessions.form_mark(Vault(b"x" * 32), one)
