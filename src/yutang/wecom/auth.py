"""Sign-in and tickets for pages inside WeCom (documents 91023, 90506)."""

from hashlib import sha1

from yutang.wecom.answers import Answer, Int
from yutang.wecom.transport import Transport


class UserInfo(Answer):
    """Who came with a code: a member (``userid``), or somebody else (``openid``)."""

    userid: str = ""
    user_ticket: str = ""
    openid: str = ""
    external_userid: str = ""


class Ticket(Answer):
    """A ticket that signs pages, for ``expires_in`` seconds; cache it."""

    ticket: str = ""
    expires_in: Int = 7200


class Auth:
    """Verbs of sign-in and page signatures."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    async def userinfo(self, code: str) -> UserInfo:
        """Redeem an OAuth code, once and within five minutes; raises InvalidCodeError."""
        return await self._transport.get("/cgi-bin/auth/getuserinfo", UserInfo, code=code)

    async def jsapi_ticket(self) -> Ticket:
        """Return the corp's ticket, for ``wx.config``; 400 calls an hour for a corp."""
        return await self._transport.get("/cgi-bin/get_jsapi_ticket", Ticket)

    async def agent_ticket(self) -> Ticket:
        """Return this app's ticket, for ``wx.agentConfig``; 100 calls an hour for an app."""
        return await self._transport.get("/cgi-bin/ticket/get", Ticket, type="agent_config")


def sign_js(ticket: str, nonce: str, timestamp: int, url: str) -> str:
    """Return the JS-SDK signature of a page; what follows ``#`` in its address is left out."""
    page = url.partition("#")[0]
    text = f"jsapi_ticket={ticket}&noncestr={nonce}&timestamp={timestamp}&url={page}"
    return sha1(text.encode(), usedforsecurity=False).hexdigest()
