"""Yutang, WeCom and phones of people who open pages."""

import base64
import contextlib
import io
import re
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path
from typing import Any

import httpx2
import pytest
import zxingcpp
from PIL import Image
from sqlalchemy import text

from tests.yutang.act.loop import Loop, open_loop, until
from tests.yutang.staff_browser import query_of

WECHAT = "Mozilla/5.0 (iPhone) AppleWebKit/605 MicroMessenger/8.0.50 NetType/WIFI"
PICTURE = re.compile(r'<img class="qr" src="(data:image/png;base64,[^"]+)"')


@dataclass
class Pages:
    """A page code of the first members, and who opens its page."""

    loop: Loop
    code: dict[str, Any] = field(default_factory=dict)

    @property
    def path(self) -> str:
        """In its print."""
        return f"/c/{self.code['slug']}"

    async def post(self, **changes: Any) -> httpx2.Response:
        """Ask for a page code of all three members; `rule` changes the usual one."""
        rule = {"fallback_staff_id": self.loop.staff[0]["id"]} | changes.pop("rule", {})
        body = {"name": "展会", "staff_ids": [one["id"] for one in self.loop.staff], "rule": rule}
        return await self.loop.yutang.http.post("/api/page-codes", json=body | changes)

    async def make(self, **changes: Any) -> dict[str, Any]:
        """One whose ways WeCom made."""
        made = await self.post(**changes)
        assert made.status_code == 201, made.text
        return await self.settled(made.json()["channel_id"])

    async def settled(self, channel_id: int) -> dict[str, Any]:
        """The code once no job has anything to do for it."""

        async def check() -> dict[str, Any] | None:
            http = self.loop.yutang.http
            channel = (await http.get(f"/api/channels/{channel_id}")).json()
            if channel["status"] in {"creating", "updating"}:
                return None
            read: dict[str, Any] = (await http.get(f"/api/page-codes/{channel_id}")).json()
            return read

        self.code = await until(check)
        return self.code

    async def read(self) -> dict[str, Any]:
        """The code as it stands."""
        return dict(
            (await self.loop.yutang.http.get(f"/api/page-codes/{self.code['channel_id']}")).json()
        )

    async def change(self, **changes: Any) -> httpx2.Response:
        """Save it with changes; `rule` changes what the rule says."""
        at = self.code["channel_id"]
        channel = (await self.loop.yutang.http.get(f"/api/channels/{at}")).json()
        rule = (await self.read())["rule"] | changes.pop("rule", {})
        body = {
            "name": channel["name"],
            "staff_ids": [one["id"] for one in channel["staff"]],
            "remark": channel["remark"],
            "version": channel["version"],
            "rule": rule,
        }
        return await self.loop.yutang.http.put(f"/api/page-codes/{at}", json=body | changes)

    @contextlib.asynccontextmanager
    async def browser(self, agent: str = "") -> AsyncIterator[httpx2.AsyncClient]:
        """One with cookies of its own."""
        async with httpx2.AsyncClient(
            transport=httpx2.ASGITransport(app=self.loop.yutang.api, raise_app_exceptions=False),
            base_url="http://yutang.test",
            headers={"User-Agent": agent, "Accept-Language": "zh-CN"},
            follow_redirects=False,
        ) as http:
            yield http

    async def come(self, http: httpx2.AsyncClient, **who: str) -> httpx2.Response:
        """Open the page in WeChat; WeCom says who that is. The last answer is the page."""
        asked = await http.get(f"/h{self.path}", headers={"User-Agent": WECHAT})
        if asked.status_code != 302:
            return asked
        state = query_of(asked.headers["location"].partition("#")[0])["state"]
        code = (await self.loop.act("oauth", **who))["code"]
        back = await http.get(f"/h/came?code={code}&state={state}")
        assert back.status_code == 302, back.text
        return await http.get(back.headers["location"], headers={"User-Agent": WECHAT})

    async def stranger(self, openid: str) -> tuple[str, httpx2.Response]:
        """Somebody new opens the page in WeChat: the name he is shown."""
        async with self.browser() as http:
            answer = await self.come(http, openid=openid)
            assert answer.status_code == 200, answer.text
            return self.name_on(answer), answer

    def name_on(self, answer: httpx2.Response) -> str:
        """Whose page it is."""
        found = re.search(r"<h1>添加 (\S+) 为好友</h1>", unescape(answer.text))
        assert found is not None, answer.text
        return found[1]

    async def rows(self, statement: str, **asked: Any) -> list[tuple[Any, ...]]:
        """What the database holds."""
        async with self.loop.yutang.runtime.database.owner() as session:
            return [tuple(row) for row in await session.execute(text(statement), asked)]


def qr_on(answer: httpx2.Response) -> str:
    """What the picture on the page holds."""
    found = PICTURE.search(answer.text)
    assert found is not None, answer.text
    picture = Image.open(io.BytesIO(base64.b64decode(found[1].partition(",")[2])))
    read = zxingcpp.read_barcode(picture.convert("L"))
    assert read is not None
    return str(read.text)


@pytest.fixture
async def pages(dsn: str, tmp_path: Path) -> AsyncIterator[Pages]:
    """Both sides with a worker at work, and no page code yet."""
    async with open_loop(dsn, tmp_path) as loop, loop.working():
        yield Pages(loop)
