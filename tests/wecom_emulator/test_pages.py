"""A page beside a chat: its address, who opens it, and whether it may speak as its app."""

import hashlib
import time
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx2
import pytest

from tests.wecom_emulator.corp import CORP, CORPID, Emulator, open_emulator
from wecom_emulator.control.pages import sign

PAGE = "http://127.0.0.1:7700/m/sidebar?tab=1"
AUTHORIZE = "/connect/oauth2/authorize"
ASKED = {
    "appid": CORPID,
    "redirect_uri": "http://127.0.0.1:7700/back?x=1",
    "response_type": "code",
    "scope": "snsapi_base",
    "state": "abc123",
    "agentid": "1",
}


@pytest.fixture
async def emulator() -> AsyncIterator[Emulator]:
    """One with WeCom's own limits."""
    async with open_emulator() as emulator:
        yield emulator


async def set_page(emulator: Emulator, body: dict[str, Any]) -> int:
    return (await emulator.http.post(f"{CORP}/pages", json=body)).status_code


async def apps(emulator: Emulator) -> list[dict[str, Any]]:
    [corp] = (await emulator.http.get("/emulator/corps")).json()
    return list(corp["apps"])


async def test_an_app_has_a_page_that_outlives_a_restart_and_a_new_start(tmp_path: Path) -> None:
    shown = [
        {"agentid": 1, "sidebar_url": PAGE, "may_call_contact": True},
        {"agentid": 2, "sidebar_url": "", "may_call_contact": False},
    ]
    async with open_emulator(state_file=tmp_path / "state.json") as emulator:
        assert await set_page(emulator, {"agentid": 1, "sidebar_url": PAGE}) == 200
        assert await apps(emulator) == shown
    async with open_emulator(state_file=tmp_path / "state.json") as emulator:
        assert await apps(emulator) == shown
        assert await set_page(emulator, {"agentid": 1, "sidebar_url": ""}) == 200
        assert (await apps(emulator))[0]["sidebar_url"] == ""


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"agentid": 9, "sidebar_url": PAGE}, 404),
        ({"agentid": "one", "sidebar_url": PAGE}, 400),
        ({"agentid": 1}, 400),
        ({"agentid": 1, "sidebar_url": "javascript:alert(1)"}, 400),
        ({"agentid": 1, "sidebar_url": "http://[half"}, 400),
        ({"agentid": 1, "sidebar_url": "https://a.test/" + "x" * 2048}, 400),
    ],
)
async def test_a_wrong_page_changes_nothing(
    emulator: Emulator, body: dict[str, Any], status: int
) -> None:
    before = await apps(emulator)
    assert await set_page(emulator, body) == status
    assert await apps(emulator) == before


async def opened(emulator: Emulator, cookie: str = f"{CORPID}|ann", **changes: str) -> Any:
    return await emulator.http.get(
        AUTHORIZE,
        params={k: v for k, v in (ASKED | changes).items() if v},
        headers={"Cookie": f"wecom_emulator_member={cookie}"} if cookie else {},
    )


def code_of(answer: httpx2.Response) -> str:
    assert answer.status_code == 302
    [code] = parse_qs(urlsplit(answer.headers["location"]).query)["code"]
    return code


async def test_a_code_names_the_member_of_the_cookie_once(emulator: Emulator) -> None:
    answer = await opened(emulator)
    code = code_of(answer)
    assert answer.headers["location"] == (
        f"http://127.0.0.1:7700/back?x=1&code={code}&state=abc123"
    )
    got = await emulator.call("auth/getuserinfo", code=code)
    assert (got["errcode"], got["userid"]) == (0, "ann")
    assert await emulator.code("auth/getuserinfo", code=code) == 40029
    late = code_of(await opened(emulator))
    await emulator.advance(301)
    assert await emulator.code("auth/getuserinfo", code=late) == 40029


async def test_another_company_cannot_redeem_a_code_nor_spoil_it(emulator: Emulator) -> None:
    other = {"corpid": "ww2", "name": "别家", "apps": [{"agentid": 1, "secret": "s2"}]}
    assert (await emulator.http.post("/emulator/corps", json=other)).status_code == 200
    token = (await emulator.ask("gettoken", corpid="ww2", corpsecret="s2")).json()["access_token"]
    code = code_of(await opened(emulator))
    stolen = await emulator.ask("auth/getuserinfo", access_token=token, code=code)
    assert stolen.json()["errcode"] == 40029
    assert await emulator.code("auth/getuserinfo", code=code) == 0


async def test_without_the_cookie_one_chooses(emulator: Emulator) -> None:
    for cookie in ("", "ww-other|ann", f"{CORPID}|nobody"):
        page = await opened(emulator, cookie)
        assert page.status_code == 200
        assert "member=ann" in page.text
        assert "member=bob" in page.text
    few = await opened(emulator, "", q="博")
    assert "member=bob" in few.text
    assert "member=ann" not in few.text
    script = await opened(emulator, "", q='"><script>')
    assert "<script>" not in script.text
    chosen = await opened(emulator, "", member="bob")
    got = await emulator.call("auth/getuserinfo", code=code_of(chosen))
    assert got["userid"] == "bob"
    assert f"wecom_emulator_member={CORPID}|bob" in chosen.headers["set-cookie"].replace('"', "")
    # The browser remembers the choice.
    assert (await opened(emulator, "")).status_code == 302
    emulator.http.cookies.clear()
    english = await emulator.http.get(AUTHORIZE, params=ASKED, headers={"Accept-Language": "en-GB"})
    assert "Which member are you" in english.text


async def test_a_customer_opens_it_too_and_is_told_of_by_openid(emulator: Emulator) -> None:
    met = await emulator.act("add", userid="ann", person={"unionid": "o1", "name": "林小满"})
    who = met["external_userid"]
    page = await opened(emulator, "", q="小满")
    assert f"member={who}" in page.text
    assert "member=ann" not in page.text
    chosen = await opened(emulator, "", member=who)
    got = await emulator.call("auth/getuserinfo", code=code_of(chosen))
    assert (got["external_userid"], "userid" in got, bool(got["openid"])) == (who, False, True)
    assert f"wecom_emulator_member={CORPID}|{who}" in chosen.headers["set-cookie"].replace('"', "")
    # Of him the app learns no more, whatever it asks for; and nobody asks him.
    private = await opened(emulator, f"{CORPID}|{who}", scope="snsapi_privateinfo")
    got = await emulator.call("auth/getuserinfo", code=code_of(private))
    assert (got["external_userid"], "user_ticket" in got) == (who, False)
    # At a desk only members scan.
    desk = await emulator.http.get("/wwlogin/sso/login", params=ASKED | {"q": "小满"})
    assert who not in desk.text


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("appid", "ww404"),
        ("appid", ""),
        ("agentid", "9"),
        ("redirect_uri", "javascript:alert(1)"),
        ("redirect_uri", ""),
        ("response_type", "token"),
        ("scope", "snsapi_userinfo"),
        ("state", "a-b"),
        ("state", "a" * 129),
    ],
)
async def test_a_wrong_link_is_refused_on_a_page(emulator: Emulator, name: str, value: str) -> None:
    answer = await opened(emulator, **{name: value})
    assert (answer.status_code, answer.headers["content-type"]) == (400, "text/html; charset=utf-8")
    assert f"<p>{name} " in answer.text
    assert emulator.app.state.world.oauth == {}


def test_the_signature_is_that_of_the_public_vector() -> None:
    ticket = (
        "sM4AOVdWfPE4DxkXGEs8VMCPGGVi4C3VM0P37wVUCFvkVAy_90u5h9nbSlYy3-Sl-HhTdfl2fzFy1AOcHKP7qg"
    )
    for url in ("http://mp.weixin.qq.com?params=value", "http://mp.weixin.qq.com?params=value#x"):
        signature = sign(ticket, "Wm3WZYTPz0wzccnW", "1414587457", url)
        assert signature == "0f9de62fce790f9a083d5c99e95740ceb90c27ed"


def signed(ticket: str, **changes: Any) -> dict[str, Any]:
    """An agentConfig of app 1, signed by the test's own hand."""
    text = f"jsapi_ticket={ticket}&noncestr=n1&timestamp=1770000000&url={PAGE}"
    return {
        "corpid": CORPID,
        "agentid": 1,
        "timestamp": 1770000000,
        "nonceStr": "n1",
        "signature": hashlib.sha1(text.encode(), usedforsecurity=False).hexdigest(),
        "url": PAGE,
    } | changes


async def judged(emulator: Emulator, body: dict[str, Any]) -> int:
    answer = await emulator.http.post(f"{CORP}/js-signature", json=body)
    assert answer.status_code == 200, answer.text
    return int(answer.json()["errcode"])


async def test_a_page_speaks_as_its_app_with_its_apps_ticket_only(emulator: Emulator) -> None:
    assert await judged(emulator, signed("guessed")) == 40093
    got = await emulator.call("ticket/get", type="agent_config")
    assert got["expires_in"] > 7190
    ticket = got["ticket"]
    assert (await emulator.call("ticket/get", type="agent_config"))["ticket"] == ticket
    assert await judged(emulator, signed(ticket)) == 0
    assert await judged(emulator, signed(ticket, url=f"{PAGE}#top")) == 0
    for changes in (
        {"timestamp": 1770000001},
        {"nonceStr": "n2"},
        {"url": "http://evil.test/"},
        {"signature": "鱼"},
        {"agentid": 2},
    ):
        assert await judged(emulator, signed(ticket, **changes)) == 40093
    assert await judged(emulator, signed(ticket, agentid=9)) == 40056
    assert await judged(emulator, signed(ticket, corpid="ww2")) == 40013
    corp = (await emulator.call("get_jsapi_ticket"))["ticket"]
    assert corp != ticket
    assert await judged(emulator, signed(corp)) == 42012
    card = (await emulator.call("ticket/get", type="wx_card"))["ticket"]
    assert await judged(emulator, signed(card)) == 40093
    missing = {k: v for k, v in signed(ticket).items() if k != "url"}
    answer = await emulator.http.post(f"{CORP}/js-signature", json=missing)
    assert (answer.status_code, list(answer.json())) == (400, ["error"])


async def test_a_ticket_ends_by_real_time_not_by_the_clock_of_the_emulator(
    emulator: Emulator, monkeypatch: pytest.MonkeyPatch
) -> None:
    ticket = (await emulator.call("ticket/get", type="agent_config"))["ticket"]
    await emulator.advance(24 * 3600)
    assert await judged(emulator, signed(ticket)) == 0
    later = time.time() + 7201
    monkeypatch.setattr(time, "time", lambda: later)
    assert await judged(emulator, signed(ticket)) == 40093


async def test_tickets_outlive_a_restart(tmp_path: Path) -> None:
    async with open_emulator(state_file=tmp_path / "state.json") as emulator:
        ticket = (await emulator.call("ticket/get", type="agent_config"))["ticket"]
    async with open_emulator(state_file=tmp_path / "state.json") as emulator:
        assert await judged(emulator, signed(ticket)) == 0
