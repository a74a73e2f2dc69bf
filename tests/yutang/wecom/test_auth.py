"""Sign-in of every kind: what is sent, read and refused, and the addresses that begin it."""

from urllib.parse import parse_qs, urlsplit

import pytest

from tests.yutang.wecom.miniature import Miniature
from tests.yutang.wecom.verbs import (
    READ,
    WRITE,
    Act,
    Verb,
    refused_by_wecom,
    refused_here,
)
from yutang.wecom.auth import authorize_url, launch_url, login_url, old_login_url
from yutang.wecom.client import WeCom
from yutang.wecom.errors import (
    InvalidCodeError,
    InvalidParameterError,
    InvalidRequestError,
    RefusedError,
    UnknownStaffError,
)

VERBS = {
    "userinfo": Verb(
        lambda wecom: wecom.auth.userinfo("c1"),
        "/cgi-bin/auth/getuserinfo",
        READ,
        query={"code": "c1"},
    ),
    "userdetail": Verb(
        lambda wecom: wecom.auth.userdetail("ut1"),
        "/cgi-bin/auth/getuserdetail",
        READ,
        {"user_ticket": "ut1"},
    ),
    "jsapi_ticket": Verb(
        lambda wecom: wecom.auth.jsapi_ticket(), "/cgi-bin/get_jsapi_ticket", READ
    ),
    "agent_ticket": Verb(
        lambda wecom: wecom.auth.agent_ticket(),
        "/cgi-bin/ticket/get",
        READ,
        query={"type": "agent_config"},
    ),
    "mini_program": Verb(
        lambda wecom: wecom.auth.mini_program_session("js1"),
        "/cgi-bin/miniprogram/jscode2session",
        READ,
        query={"js_code": "js1", "grant_type": "authorization_code"},
    ),
    "launch_member": Verb(
        lambda wecom: wecom.auth.launch_code("gao", userid="yu"),
        "/cgi-bin/get_launch_code",
        WRITE,
        {"operator_userid": "gao", "single_chat": {"userid": "yu"}},
    ),
    "launch_customer": Verb(
        lambda wecom: wecom.auth.launch_code("gao", external_userid="wmA"),
        "/cgi-bin/get_launch_code",
        WRITE,
        {"operator_userid": "gao", "single_chat": {"external_userid": "wmA"}},
    ),
    "second_factor": Verb(
        lambda wecom: wecom.auth.second_factor("c1"),
        "/cgi-bin/auth/get_tfa_info",
        WRITE,
        {"code": "c1"},
    ),
    "second_factor_passed": Verb(
        lambda wecom: wecom.auth.second_factor_passed("gao", "tfa1"),
        "/cgi-bin/user/tfa_succ",
        WRITE,
        {"userid": "gao", "tfa_code": "tfa1"},
    ),
    "second_step": Verb(
        lambda wecom: wecom.auth.second_step_passed("gao"),
        "/cgi-bin/user/authsucc",
        READ,
        query={"userid": "gao"},
    ),
    "callback_addresses": Verb(
        lambda wecom: wecom.auth.callback_addresses(), "/cgi-bin/getcallbackip", READ
    ),
    "api_addresses": Verb(
        lambda wecom: wecom.auth.api_addresses(), "/cgi-bin/get_api_domain_ip", READ
    ),
}


@pytest.mark.parametrize("verb", VERBS.values(), ids=VERBS)
async def test_what_is_sent(server: Miniature, wecom: WeCom, verb: Verb) -> None:
    await verb.sends(server, wecom)


@pytest.mark.parametrize("verb", VERBS.values(), ids=VERBS)
async def test_how_often_a_busy_wecom_is_asked(server: Miniature, wecom: WeCom, verb: Verb) -> None:
    await verb.asks_again(server, wecom)


async def test_who_came(server: Miniature, wecom: WeCom) -> None:
    server.answer(
        "/cgi-bin/auth/getuserinfo",
        {"errcode": 0, "userid": "gao", "user_ticket": "ut1"},
        {"errcode": 0, "openid": "oA", "external_userid": "wmA"},
        {"errcode": 0, "openid": "oB"},
    )
    member = await wecom.auth.userinfo("c1")
    assert (member.userid, member.user_ticket, member.openid) == ("gao", "ut1", "")
    customer = await wecom.auth.userinfo("c2")
    assert (customer.userid, customer.openid, customer.external_userid) == ("", "oA", "wmA")
    assert (await wecom.auth.userinfo("c3")).external_userid == ""
    detail = {"userid": "gao", "gender": 1, "mobile": "139", "qr_code": "https://q.test"}
    server.answer("/cgi-bin/auth/getuserdetail", {"errcode": 0, **detail})
    found = await wecom.auth.userdetail("ut1")
    assert (found.userid, found.gender, found.mobile, found.email) == ("gao", "1", "139", "")


async def test_what_else_is_read(server: Miniature, wecom: WeCom) -> None:
    session = {"corpid": "ww01", "userid": "gao", "session_key": "a2V5"}
    server.answer("/cgi-bin/miniprogram/jscode2session", {"errcode": 0, **session})
    server.answer("/cgi-bin/get_launch_code", {"errcode": 0, "launch_code": "l&1"})
    server.answer("/cgi-bin/auth/get_tfa_info", {"errcode": 0, "userid": "gao", "tfa_code": "t1"})
    server.answer("/cgi-bin/getcallbackip", {"errcode": 0, "ip_list": ["1.2.3.4", "5.6.7.0/24"]})
    server.answer("/cgi-bin/get_api_domain_ip", {"ip_list": ["9.9.9.9"]})
    found = await wecom.auth.mini_program_session("js1")
    assert (found.corpid, found.userid, found.session_key) == ("ww01", "gao", "a2V5")
    code = await wecom.auth.launch_code("gao", userid="yu")
    assert launch_url(code) == "wxwork://launch?launch_code=l%261"
    factor = await wecom.auth.second_factor("c1")
    assert (factor.userid, factor.tfa_code) == ("gao", "t1")
    assert await wecom.auth.callback_addresses() == ("1.2.3.4", "5.6.7.0/24")
    # Some answers have no errcode when all is well.
    assert await wecom.auth.api_addresses() == ("9.9.9.9",)


def test_the_page_that_asks_who_somebody_is() -> None:
    assert authorize_url("ww01", "https://own.test/in?a=1&b=2", "s7") == (
        "https://open.weixin.qq.com/connect/oauth2/authorize?appid=ww01"
        "&redirect_uri=https%3A%2F%2Fown.test%2Fin%3Fa%3D1%26b%3D2"
        "&response_type=code&scope=snsapi_base&state=s7#wechat_redirect"
    )
    private = authorize_url(
        "ww01", "https://own.test", "", agent_id=1_000_007, scope="snsapi_privateinfo"
    )
    assert private.endswith("&scope=snsapi_privateinfo&state=&agentid=1000007#wechat_redirect")


def test_the_pages_with_a_code_to_scan() -> None:
    new = urlsplit(login_url("ww01", 1_000_007, "https://own.test/in", "s 7", lang="en"))
    assert f"{new.scheme}://{new.netloc}{new.path}" == (
        "https://login.work.weixin.qq.com/wwlogin/sso/login"
    )
    assert parse_qs(new.query) == {
        "login_type": ["CorpApp"],
        "appid": ["ww01"],
        "agentid": ["1000007"],
        "redirect_uri": ["https://own.test/in"],
        "state": ["s 7"],
        "lang": ["en"],
    }
    assert old_login_url("ww01", 1_000_007, "https://own.test", "s7") == (
        "https://open.work.weixin.qq.com/wwopen/sso/qrConnect?appid=ww01&agentid=1000007"
        "&redirect_uri=https%3A%2F%2Fown.test&state=s7"
    )


@pytest.mark.parametrize("state", ["a-b", "态", "a" * 129])
def test_states_that_do_not_come_back(state: str) -> None:
    with pytest.raises(InvalidRequestError):
        authorize_url("ww01", "https://own.test", state)


def test_private_information_needs_the_app() -> None:
    with pytest.raises(InvalidRequestError):
        authorize_url("ww01", "https://own.test", "s7", scope="snsapi_privateinfo")


@pytest.mark.parametrize(
    ("act", "family"),
    [
        (lambda wecom: wecom.auth.launch_code("gao"), InvalidRequestError),
        (
            lambda wecom: wecom.auth.launch_code("gao", userid="yu", external_userid="wmA"),
            InvalidRequestError,
        ),
    ],
)
async def test_what_is_not_sent(
    server: Miniature, wecom: WeCom, act: Act, family: type[InvalidRequestError]
) -> None:
    await refused_here(server, wecom, act, family)


@pytest.mark.parametrize(
    ("name", "errcode", "family"),
    [
        ("userinfo", 40029, InvalidCodeError),
        ("userinfo", 42003, InvalidCodeError),
        ("userinfo", 42022, InvalidCodeError),
        ("userdetail", 84014, InvalidCodeError),
        ("userdetail", 84015, InvalidCodeError),
        ("agent_ticket", 91040, InvalidParameterError),
        ("agent_ticket", 42012, InvalidParameterError),
        ("mini_program", 40029, InvalidCodeError),
        ("mini_program", 90206, InvalidParameterError),
        ("launch_member", 60111, UnknownStaffError),
        ("second_factor", 40207, InvalidCodeError),
        ("second_factor_passed", 40210, InvalidCodeError),
    ],
)
async def test_refusals(
    server: Miniature, wecom: WeCom, name: str, errcode: int, family: type[RefusedError]
) -> None:
    verb = VERBS[name]
    assert await refused_by_wecom(server, wecom, verb.act, verb.path, errcode) is family
