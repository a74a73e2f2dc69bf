"""Who opens a page: codes that work once, tickets, logins, mini programs, launch codes."""

import base64
from collections.abc import AsyncIterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx2
import pytest

from tests.wecom_emulator.corp import CORP, CORPID, Emulator, open_emulator

INFO, OLD_INFO, DETAIL = "auth/getuserinfo", "user/getuserinfo", "auth/getuserdetail"
SESSION = "miniprogram/jscode2session"
AUTHORIZE = "/connect/oauth2/authorize"
BACK = "http://127.0.0.1:7700/back"


@pytest.fixture
async def emulator() -> AsyncIterator[Emulator]:
    """One with WeCom's own limits."""
    async with open_emulator() as emulator:
        yield emulator


async def oauth(emulator: Emulator, **who: Any) -> str:
    return str((await emulator.act("oauth", **who))["code"])


async def as_second_app(emulator: Emulator) -> None:
    got = await emulator.ask("gettoken", corpid=CORPID, corpsecret="second")
    emulator.token = got.json()["access_token"]


async def test_a_member_is_told_once(emulator: Emulator) -> None:
    code = await oauth(emulator, userid="ann")
    assert await emulator.call(INFO, code=code) == {"errcode": 0, "errmsg": "ok", "userid": "ann"}
    assert await emulator.code(INFO, code=code) == 40029
    old = await oauth(emulator, userid="ann")
    assert await emulator.call(OLD_INFO, code=old) == {
        "errcode": 0,
        "errmsg": "ok",
        "UserId": "ann",
        "DeviceId": "",
    }
    assert await emulator.code(INFO, code=old) == 40029
    assert await emulator.code(INFO) == 40029


async def test_a_switch_makes_refusals_of_codes_exact(emulator: Emulator) -> None:
    await emulator.act("switches", exact_code_refusals=True)
    used, late = await oauth(emulator, userid="ann"), await oauth(emulator, userid="ann")
    assert await emulator.code(INFO, code=used) == 0
    assert await emulator.code(INFO, code=used) == 42022
    await emulator.advance(301)
    assert await emulator.code(INFO, code=late) == 42003
    assert await emulator.code(INFO, code="never") == 40029
    await emulator.advance(3601)
    await oauth(emulator, userid="ann")
    # What died long ago is forgotten.
    assert await emulator.code(INFO, code=late) == 40029


async def test_a_code_of_an_app_is_of_no_use_to_another(emulator: Emulator) -> None:
    code = await oauth(emulator, userid="ann", agentid=2)
    assert await emulator.code(INFO, code=code) == 40029
    await as_second_app(emulator)
    assert await emulator.code(INFO, code=code) == 0


async def test_strangers_have_an_openid_and_customers_their_id_too(emulator: Emulator) -> None:
    friend = await emulator.act("add", userid="ann", person={"unionid": "o1"})
    external = friend["external_userid"]
    told = await emulator.call(INFO, code=await oauth(emulator, external_userid=external))
    openid = told["openid"]
    assert told == {"errcode": 0, "errmsg": "ok", "openid": openid, "external_userid": external}
    by_openid = await emulator.call(INFO, code=await oauth(emulator, openid=openid))
    assert by_openid["external_userid"] == external
    converted = await emulator.call(
        "externalcontact/convert_to_openid", {"external_userid": external}
    )
    assert converted["openid"] == openid
    stranger = await emulator.call(INFO, code=await oauth(emulator, openid="oNobody"))
    assert stranger == {"errcode": 0, "errmsg": "ok", "openid": "oNobody"}
    await emulator.act("console/apps/1", visible=["bob"])
    hidden = await emulator.call(OLD_INFO, code=await oauth(emulator, external_userid=external))
    assert hidden == {"errcode": 0, "errmsg": "ok", "OpenId": openid}


async def test_more_of_a_member_for_half_an_hour(emulator: Emulator) -> None:
    code = await oauth(emulator, userid="ann", scope="snsapi_privateinfo")
    ticket = (await emulator.call(INFO, code=code))["user_ticket"]
    detail = {
        "errcode": 0,
        "errmsg": "ok",
        "userid": "ann",
        "gender": "0",
        "avatar": "",
        "qr_code": (await emulator.call("user/get", userid="ann"))["qr_code"],
        "mobile": "",
        "email": "",
        "biz_mail": "",
        "address": "",
    }
    assert await emulator.call(DETAIL, {"user_ticket": ticket}) == detail
    assert await emulator.call(DETAIL, {"user_ticket": ticket}) == detail
    for wrong in ({}, {"user_ticket": "x"}):
        assert await emulator.code(DETAIL, wrong) == 84015
    assert await emulator.code(DETAIL, {"user_ticket": [ticket]}) == 40058
    mine = emulator.token
    await as_second_app(emulator)
    assert await emulator.code(DETAIL, {"user_ticket": ticket}) == 84015
    emulator.token = mine
    old = await oauth(emulator, userid="ann", scope="snsapi_privateinfo")
    told = await emulator.call(OLD_INFO, code=old)
    assert (told["UserId"], told["expires_in"]) == ("ann", 1800)
    await emulator.advance(1801)
    assert await emulator.code(DETAIL, {"user_ticket": ticket}) == 84014


async def opened(emulator: Emulator, path: str = AUTHORIZE, **query: str) -> httpx2.Response:
    asked = {"appid": CORPID, "redirect_uri": BACK, "state": "s1"} | query
    return await emulator.http.get(path, params=asked)


def returned(answer: httpx2.Response) -> dict[str, list[str]]:
    assert answer.status_code == 302, answer.text
    assert answer.headers["location"].startswith(f"{BACK}?")
    return parse_qs(urlsplit(answer.headers["location"]).query)


async def test_a_member_allows_a_page_to_see_more(emulator: Emulator) -> None:
    asked = {"response_type": "code", "scope": "snsapi_privateinfo", "member": "ann"}
    assert (await opened(emulator, **asked)).status_code == 400  # It wants an agentid.
    page = await opened(emulator, **asked, agentid="1")
    assert (page.status_code, "consent=1" in page.text) == (200, True)
    back = returned(await opened(emulator, **asked, agentid="1", consent="1"))
    assert back["state"] == ["s1"]
    told = await emulator.call(INFO, code=back["code"][0])
    assert (told["userid"], len(told["user_ticket"])) == ("ann", 60)


async def test_a_page_must_be_on_a_trusted_domain(emulator: Emulator) -> None:
    await emulator.act("console/apps/1", trusted_domains=["scrm.example.com"])
    asked = {"response_type": "code", "scope": "snsapi_base", "member": "ann"}
    refused = await opened(emulator, **asked, agentid="1")
    assert (refused.status_code, "50001" in refused.text) == (400, True)
    assert emulator.app.state.world.oauth == {}
    # The second app trusts all, as apps do whose domains nobody set.
    assert returned(await opened(emulator, **asked, agentid="2"))["code"]
    await emulator.act("console/apps/1", trusted_domains=[], redirect_domain="127.0.0.1:7700")
    assert returned(await opened(emulator, **asked, agentid="1"))["code"]


@pytest.mark.parametrize("path", ["/wwlogin/sso/login", "/wwopen/sso/qrConnect"])
async def test_somebody_logs_in_at_a_desk(emulator: Emulator, path: str) -> None:
    asked = {"agentid": "1"} | ({"login_type": "CorpApp"} if "wwlogin" in path else {})
    page = await opened(emulator, path, **asked)
    assert (page.status_code, "member=bob" in page.text) == (200, True)
    back = returned(await opened(emulator, path, **asked, member="bob"))
    assert (await emulator.call(INFO, code=back["code"][0]))["userid"] == "bob"
    assert "set-cookie" not in (await opened(emulator, path, **asked, member="bob")).headers
    for wrong in (
        {"agentid": ""},
        {"agentid": "9"},
        {"login_type": "ServiceApp"},
        {"redirect_uri": "x"},
        {"appid": "ww404"},
        {"state": "a b"},
    ):
        assert (await opened(emulator, path, **asked | wrong)).status_code == 400


async def test_tickets_are_of_a_kind(emulator: Emulator) -> None:
    app = await emulator.call("ticket/get", type="agent_config")
    corp = await emulator.call("get_jsapi_ticket")
    assert {"errcode", "errmsg", "ticket", "expires_in"} == set(app) == set(corp)
    assert await emulator.code("ticket/get") == 91040
    assert await emulator.code("ticket/get", type="jsapi") == 91040
    await as_second_app(emulator)
    assert (await emulator.call("get_jsapi_ticket"))["ticket"] == corp["ticket"]
    assert (await emulator.call("ticket/get", type="agent_config"))["ticket"] != app["ticket"]


async def test_addresses(emulator: Emulator) -> None:
    for name in ("getcallbackip", "get_api_domain_ip"):
        answer = await emulator.call(name)
        assert answer == {"errcode": 0, "errmsg": "ok", "ip_list": ["127.0.0.1"]}


async def js_code(emulator: Emulator, **more: Any) -> str:
    return str((await emulator.act("js_code", userid="ann", **more))["js_code"])


async def test_a_mini_program_knows_who_opens_it(emulator: Emulator) -> None:
    asked: dict[str, Any] = {"grant_type": "authorization_code"}
    code = await js_code(emulator)
    assert await emulator.code(SESSION, js_code=code) == 40058
    told = await emulator.call(SESSION, js_code=code, **asked)
    assert (told["corpid"], told["userid"]) == (CORPID, "ann")
    assert len(base64.b64decode(told["session_key"], validate=True)) == 16
    assert await emulator.code(SESSION, js_code=code, **asked) == 40029
    foreign = await js_code(emulator, agentid=2)
    assert await emulator.code(SESSION, js_code=foreign, **asked) == 40029
    late = await js_code(emulator)
    await emulator.advance(301)
    assert await emulator.code(SESSION, js_code=late, **asked) == 40029
    # An OAuth code is no code of a mini program, nor the other way round.
    page = await oauth(emulator, userid="ann")
    assert await emulator.code(SESSION, js_code=page, **asked) == 40029
    assert await emulator.code(INFO, code=await js_code(emulator)) == 40029


async def test_a_launch_code_opens_one_chat(emulator: Emulator) -> None:
    launch = "get_launch_code"
    friend = await emulator.act("add", userid="ann", person={"unionid": "o1"})
    customer = {"external_userid": friend["external_userid"]}
    for chat, expected in (({"userid": "BOB"}, {"userid": "bob"}), (customer, customer)):
        body = {"operator_userid": "ann", "single_chat": chat}
        code = (await emulator.call(launch, body))["launch_code"]
        assert await emulator.act("launch", launch_code=code) == {
            "operator_userid": "ann",
            **expected,
        }
        again = await emulator.http.post(f"{CORP}/launch", json={"launch_code": code})
        assert again.status_code == 409
    refused: list[tuple[dict[str, Any], int]] = [
        ({"operator_userid": "nobody"}, 60111),
        ({"single_chat": {}}, 40058),
        ({"single_chat": "bob"}, 40058),
        ({"single_chat": {"userid": 5}}, 40058),
        ({"single_chat": {"userid": "nobody"}}, 60111),
        ({"operator_userid": "bob", "single_chat": customer}, 84061),
    ]
    for wrong, errcode in refused:
        good: dict[str, Any] = {"operator_userid": "ann", "single_chat": {"userid": "bob"}}
        assert await emulator.code(launch, good | wrong) == errcode


async def test_a_second_verification_lets_a_member_in(emulator: Emulator) -> None:
    info, succeed = "auth/get_tfa_info", "user/tfa_succ"
    await emulator.act("console/staff/ann", status=4)
    body = {"code": await oauth(emulator, userid="ann")}
    told = await emulator.call(info, body)
    assert told["userid"] == "ann"
    for wrong in (body, {}, {"code": await oauth(emulator, openid="o1")}):
        assert await emulator.code(info, wrong) == 40029
    passed = {"userid": "ann", "tfa_code": told["tfa_code"]}
    assert await emulator.code(succeed, passed | {"userid": "bob"}) == 40207
    assert await emulator.code(succeed, passed | {"tfa_code": "x"}) == 40207
    assert await emulator.code(succeed, {"userid": "nobody", "tfa_code": "x"}) == 60111
    assert await emulator.code(succeed, {"tfa_code": told["tfa_code"]}) == 40003
    statuses = {row["userid"]: row["status"] for row in await emulator.tell("staff")}
    assert statuses == {"ann": 4, "bob": 1}
    assert await emulator.call(succeed, passed) == {"errcode": 0, "errmsg": "ok"}
    statuses = {row["userid"]: row["status"] for row in await emulator.tell("staff")}
    assert statuses == {"ann": 1, "bob": 1}
    assert await emulator.code(succeed, passed) == 40207
    await emulator.act("console/staff/bob", status=4)
    assert await emulator.code("user/authsucc", userid="bob") == 0
    assert await emulator.code("user/authsucc", userid="nobody") == 60111
    [bob] = await emulator.tell("staff", q="bob")
    assert bob["status"] == 1
