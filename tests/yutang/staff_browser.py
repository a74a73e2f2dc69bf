"""A member's browser: follows WeCom's redirects between the emulator and Yutang."""

import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass
from urllib.parse import parse_qs, urlencode, urlsplit

import httpx2

from tests.yutang.act.loop import Loop

SIGN_IN = "/api/staff/sign-in"


@dataclass
class Browser:
    """Cookies of its own, no redirect followed unseen."""

    loop: Loop
    http: httpx2.AsyncClient

    async def begin(self, **changes: object) -> httpx2.Response:
        """Ask to sign in; the answer leads to WeCom."""
        app = self.loop.yutang.app
        query = {"corp": app.corpid, "agent": app.agent_id, "to": "/m/today"} | changes
        return await self.http.get(f"{SIGN_IN}?{urlencode(query)}")

    async def ask_wecom(self, answer: httpx2.Response, account: str) -> str:
        """What WeCom sends the browser back to, for that member."""
        assert answer.status_code == 302, answer.text
        address = answer.headers["location"].partition("#")[0]
        sent_back = await self.loop.wecom.get(f"{address}&member={account}")
        assert sent_back.status_code == 302, sent_back.text
        return str(sent_back.headers["location"])

    async def sign_in(self, account: str, **changes: object) -> httpx2.Response:
        """All of it; the last answer leads to the page."""
        back = await self.ask_wecom(await self.begin(**changes), account)
        return await self.http.get(back)


@contextlib.asynccontextmanager
async def open_browser(loop: Loop) -> AsyncIterator[Browser]:
    """A fresh one, that knows nobody."""
    async with httpx2.AsyncClient(
        transport=httpx2.ASGITransport(app=loop.yutang.api, raise_app_exceptions=False),
        base_url="http://yutang.test",
        follow_redirects=False,
    ) as http:
        yield Browser(loop, http)


def query_of(address: str) -> dict[str, str]:
    """The query of an address, one value a name."""
    return {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}
