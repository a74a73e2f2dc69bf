"""Sign-in, tickets for pages inside WeCom, addresses (documents 91022, 91023, 90506, 98151)."""

from hashlib import sha1
from typing import Final, Literal
from urllib.parse import quote, urlencode

from yutang.wecom.answers import Answer, Int
from yutang.wecom.measuring import check_that
from yutang.wecom.transport import Repeat, Transport

MAX_STATE_BYTES: Final = 128
AUTHORIZE_URL: Final = "https://open.weixin.qq.com/connect/oauth2/authorize"
LOGIN_URL: Final = "https://login.work.weixin.qq.com/wwlogin/sso/login"
OLD_LOGIN_URL: Final = "https://open.work.weixin.qq.com/wwopen/sso/qrConnect"


class UserInfo(Answer):
    """Who came with a code: a member (``userid``), or somebody else (``openid``).

    ``external_userid`` names a customer that the app can see; ``user_ticket`` opens
    ``userdetail`` for 1,800 s, for the scope ``snsapi_privateinfo`` only.
    """

    userid: str = ""
    user_ticket: str = ""
    openid: str = ""
    external_userid: str = ""


class UserDetail(Answer):
    """What a member agreed to show; the rest is empty. ``gender`` "0" unknown, "1" male."""

    userid: str = ""
    gender: str = ""
    avatar: str = ""
    qr_code: str = ""
    mobile: str = ""
    email: str = ""
    biz_mail: str = ""
    address: str = ""


class Ticket(Answer):
    """A ticket that signs pages, for ``expires_in`` seconds; cache it."""

    ticket: str = ""
    expires_in: Int = 7200


class MiniProgramSession(Answer):
    """Who opened the mini program; ``session_key`` (base64) decrypts what it then sends."""

    corpid: str = ""
    userid: str = ""
    session_key: str = ""


class SecondFactor(Answer):
    """Who is at the second step of his sign-in; ``tfa_code`` lives five minutes."""

    userid: str = ""
    tfa_code: str = ""


class _Addresses(Answer):
    ip_list: tuple[str, ...] = ()


class _LaunchCode(Answer):
    launch_code: str = ""


class Auth:
    """Verbs of sign-in and page signatures."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    async def userinfo(self, code: str) -> UserInfo:
        """Redeem an OAuth code, once and within five minutes; raises InvalidCodeError."""
        return await self._transport.get("/cgi-bin/auth/getuserinfo", UserInfo, code=code)

    async def userdetail(self, user_ticket: str) -> UserDetail:
        """Read what a member agreed to show; raises InvalidCodeError (84014, 84015)."""
        path = "/cgi-bin/auth/getuserdetail"
        body = {"user_ticket": user_ticket}
        return await self._transport.post(path, UserDetail, body, repeat=Repeat.READ)

    async def jsapi_ticket(self) -> Ticket:
        """Return the corp's ticket, for ``wx.config``; 400 calls an hour for a corp."""
        return await self._transport.get("/cgi-bin/get_jsapi_ticket", Ticket)

    async def agent_ticket(self) -> Ticket:
        """Return this app's ticket, for ``wx.agentConfig``; 100 calls an hour for an app."""
        return await self._transport.get("/cgi-bin/ticket/get", Ticket, type="agent_config")

    async def mini_program_session(self, js_code: str) -> MiniProgramSession:
        """Redeem the code of ``wx.qy.login``, for a mini program bound to this app.

        Raises InvalidCodeError, InvalidParameterError (90206 to 90208: not bound).
        """
        return await self._transport.get(
            "/cgi-bin/miniprogram/jscode2session",
            MiniProgramSession,
            js_code=js_code,
            grant_type="authorization_code",
        )

    async def launch_code(
        self, operator_userid: str, *, userid: str = "", external_userid: str = ""
    ) -> str:
        """Return a code that opens a chat in WeCom, once and within five minutes.

        The chat is one of the operator with a member or a customer. Raises InvalidRequestError,
        UnknownStaffError, UnknownCustomerError.
        """
        check_that(bool(userid) != bool(external_userid), "a chat is with a member or a customer")
        other = {"userid": userid} if userid else {"external_userid": external_userid}
        body = {"operator_userid": operator_userid, "single_chat": other}
        path = "/cgi-bin/get_launch_code"
        return (
            await self._transport.post(path, _LaunchCode, body, repeat=Repeat.WRITE)
        ).launch_code

    async def second_factor(self, code: str) -> SecondFactor:
        """Redeem the code of a member at the second step; raises InvalidCodeError."""
        path = "/cgi-bin/auth/get_tfa_info"
        return await self._transport.post(path, SecondFactor, {"code": code}, repeat=Repeat.WRITE)

    async def second_factor_passed(self, userid: str, tfa_code: str) -> None:
        """Let the member in, once for each code; raises InvalidCodeError (40207 to 40210)."""
        body = {"userid": userid, "tfa_code": tfa_code}
        await self._transport.post("/cgi-bin/user/tfa_succ", Answer, body, repeat=Repeat.WRITE)

    async def second_step_passed(self, userid: str) -> None:
        """Let the member in by the older second step, which knows no code."""
        await self._transport.get("/cgi-bin/user/authsucc", Answer, userid=userid)

    async def callback_addresses(self) -> tuple[str, ...]:
        """Return the addresses that callbacks come from; they change, so ask daily."""
        return (await self._transport.get("/cgi-bin/getcallbackip", _Addresses)).ip_list

    async def api_addresses(self) -> tuple[str, ...]:
        """Return the addresses of WeCom's API, for firewalls."""
        return (await self._transport.get("/cgi-bin/get_api_domain_ip", _Addresses)).ip_list


def authorize_url(
    corpid: str,
    redirect_uri: str,
    state: str,
    *,
    agent_id: int | None = None,
    scope: Literal["snsapi_base", "snsapi_privateinfo"] = "snsapi_base",
) -> str:
    """Return the page that sends a member or customer back with ``code`` and ``state``.

    It works inside WeCom and WeChat. ``redirect_uri`` lies on a trusted domain of the app; the
    state has up to 128 letters and digits; ``snsapi_privateinfo`` asks the member and needs the
    agent id. Raises InvalidRequestError.
    """
    check_that(
        len(state) <= MAX_STATE_BYTES and (not state or (state.isascii() and state.isalnum())),
        f"a state has up to {MAX_STATE_BYTES} letters and digits",
    )
    check_that(
        scope == "snsapi_base" or agent_id is not None, "private information needs the agent id"
    )
    query: dict[str, str | int] = {
        "appid": corpid,
        "redirect_uri": redirect_uri,
        "response_type": "code",
        "scope": scope,
        "state": state,
    }
    if agent_id is not None:
        query["agentid"] = agent_id
    return f"{AUTHORIZE_URL}?{urlencode(query, quote_via=quote, safe='')}#wechat_redirect"


def login_url(
    corpid: str, agent_id: int, redirect_uri: str, state: str, *, lang: Literal["zh", "en"] = "zh"
) -> str:
    """Return the page with a code to scan, for browsers outside of WeCom.

    It sends the member back with ``code`` and ``state``; ``userinfo`` redeems the code.
    """
    query: dict[str, str | int] = {
        "login_type": "CorpApp",
        "appid": corpid,
        "agentid": agent_id,
        "redirect_uri": redirect_uri,
        "state": state,
        "lang": lang,
    }
    return f"{LOGIN_URL}?{urlencode(query, quote_via=quote, safe='')}"


def old_login_url(corpid: str, agent_id: int, redirect_uri: str, state: str) -> str:
    """Return the older page with a code to scan; the code it gives is the same."""
    query: dict[str, str | int] = {
        "appid": corpid,
        "agentid": agent_id,
        "redirect_uri": redirect_uri,
        "state": state,
    }
    return f"{OLD_LOGIN_URL}?{urlencode(query, quote_via=quote, safe='')}"


def sign_js(ticket: str, nonce: str, timestamp: int, url: str) -> str:
    """Return the JS-SDK signature of a page; what follows ``#`` in its address is left out.

    The corp's ticket signs ``wx.config``, the app's signs ``wx.agentConfig``.
    """
    page = url.partition("#")[0]
    text = f"jsapi_ticket={ticket}&noncestr={nonce}&timestamp={timestamp}&url={page}"
    return sha1(text.encode(), usedforsecurity=False).hexdigest()


def launch_url(code: str) -> str:
    """Return the address that opens WeCom with a launch code."""
    return f"wxwork://launch?{urlencode({'launch_code': code})}"
