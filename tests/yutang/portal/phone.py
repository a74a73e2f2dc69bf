"""A customer's phone: asks WeCom who he is, reads his pages, taps their buttons."""

import contextlib
import re
from collections.abc import AsyncIterator
from dataclasses import dataclass
from html import unescape
from typing import Any

import httpx2
from sqlalchemy import text

from tests.yutang.act.loop import Loop
from tests.yutang.people.privacy.life import arrival, tell
from tests.yutang.staff_browser import query_of
from yutang.people.customers import service as customers
from yutang.people.privacy import service as privacy

NAME = "别人"
ME = "/h/me"
HIDDEN = re.compile(r'name="mark" value="([0-9a-f]+)"')
BACK = "/h/signed-in"


@dataclass
class Phone:
    """Cookies of its own, no redirect followed unseen."""

    loop: Loop
    http: httpx2.AsyncClient

    async def begin(self, **query: str) -> httpx2.Response:
        """Ask to sign in; the answer leads to WeCom."""
        return await self.http.get("/h/sign-in", params=query)

    async def back(self, began: httpx2.Response, **who: str) -> str:
        """What WeCom sends the phone back to, for `external_userid`, `openid` or `userid`."""
        assert began.status_code == 302, began.text
        code = (await self.loop.act("oauth", **who))["code"]
        state = query_of(began.headers["location"].partition("#")[0])["state"]
        return f"{BACK}?code={code}&state={state}"

    async def sign_in(self, to: str = ME, **who: str) -> httpx2.Response:
        """All of it; the last answer leads to the page, or says why not."""
        return await self.http.get(await self.back(await self.begin(to=to), **who))

    async def read(self, path: str = ME) -> str:
        """A page that is shown, without entities."""
        answer = await self.http.get(path, headers={"Accept-Language": "zh-CN"})
        assert answer.status_code == 200, answer.text
        return unescape(answer.text)

    async def tap(self, act: str, what: str = "", mark: str | None = None) -> httpx2.Response:
        """Press a button; with the mark of the page as it is shown unless another is given."""
        if mark is None:
            found = HIDDEN.search(await self.read())
            assert found is not None
            mark = found[1]
        return await self.http.post(ME, data={"act": act, "what": what, "mark": mark})


@contextlib.asynccontextmanager
async def open_phone(loop: Loop) -> AsyncIterator[Phone]:
    """A fresh one, that nobody is signed in with."""
    async with httpx2.AsyncClient(
        transport=httpx2.ASGITransport(app=loop.yutang.api, raise_app_exceptions=False),
        base_url="http://yutang.test",
        follow_redirects=False,
    ) as http:
        yield Phone(loop, http)


async def newcomer(loop: Loop) -> tuple[str, int]:
    """One whom a member added, in WeCom and here: his WeCom id and his number."""
    added = await loop.act("add", userid="s0", person={"unionid": "o1", "name": NAME})
    external = added["external_userid"]
    await tell(loop.yutang, arrival(external, "s0"))
    async with loop.yutang.runtime.database.owner() as session:
        found = await customers.find_refs(session, loop.yutang.corp_id, [external])
    return external, found[external].id


async def rows(loop: Loop, statement: str, **asked: Any) -> list[tuple[Any, ...]]:
    """What the database holds."""
    async with loop.yutang.runtime.database.owner() as session:
        return [tuple(row) for row in await session.execute(text(statement), asked)]


async def count_sessions(loop: Loop) -> int:
    """Sessions of customers."""
    return len(await rows(loop, "select 1 from customer_sessions"))


async def acts(loop: Loop, customer_id: int) -> list[tuple[Any, ...]]:
    """What the audit says he did himself."""
    return await rows(
        loop,
        "select action from audit_entries where target = :one and actor = :one order by id",
        one=f"customer:{customer_id}",
    )


async def barred(loop: Loop, customer_id: int) -> str | None:
    """Why no marketing goes to him."""
    world = loop.yutang
    async with world.runtime.database.corp(world.corp_id) as session:
        found = await privacy.barred(session, world.corp_id, [customer_id], world.runtime.clock())
    return found[customer_id]
