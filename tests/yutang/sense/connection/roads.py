"""Two roads out of a Yutang under test: one to a WeCom in miniature, one back to itself."""

import json
from collections.abc import AsyncIterator, Awaitable, Callable, MutableMapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx2

from tests.yutang.wecom.miniature import Miniature
from tests.yutang.world import World, open_world

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Scope]]
Send = Callable[[Scope], Awaitable[None]]
Asgi = Callable[[Scope, Receive, Send], Awaitable[None]]

FOLLOWERS = "/cgi-bin/externalcontact/get_follow_user_list"
ADDRESSES = "/cgi-bin/getcallbackip"
TOKEN = "/cgi-bin/gettoken"
CARD = "/cgi-bin/agent/get"
DEPARTMENTS = "/cgi-bin/department/simplelist"
MEMBERS = "/cgi-bin/user/simplelist"
TAG = "/cgi-bin/tag/get"
TICKET = "/cgi-bin/ticket/get"
CONTACT_WAYS = "/cgi-bin/externalcontact/list_contact_way"
TAGS = "/cgi-bin/externalcontact/get_corp_tag_list"
ADDRESS = "https://yutang.test"
HELPED = {
    "allow_userinfos": {"user": [{"userid": "alice"}]},
    "allow_partys": {"partyid": [2]},
    "allow_tags": {"tagid": []},
    "close": 0,
    "redirect_domain": "yutang.test",
}
"""The card of an app that is well set up; `alice` by name, `Bob` by his department."""


@dataclass
class Roads:
    """Leads each call to the host it names; `proxy` stands before our own address."""

    wecom: Miniature = field(default_factory=Miniature)
    emulator: Asgi | None = None
    """Stands in the miniature's place."""
    proxy: Asgi | None = None
    home: Asgi | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        host = dict(scope["headers"])[b"host"]
        if host == b"wecom.test":
            return await (self.emulator or self.wecom)(scope, receive, send)
        leads_to = self.proxy or self.home
        if leads_to is None:
            message = "the road home is not built yet"
            raise RuntimeError(message)
        return await leads_to(scope, receive, send)


@dataclass
class Connected:
    """A Yutang whose WeCom and whose public address a test holds in its hands."""

    world: World
    roads: Roads

    async def check(self, lang: str = "en") -> dict[tuple[str, int | None], dict[str, Any]]:
        """Run the checks; by key and app."""
        answer = await self.world.http.post("/api/wecom/connection/checks", params={"lang": lang})
        assert answer.status_code == 200, answer.text
        return {(found["key"], found["app"]): found for found in answer.json()["items"]}


@asynccontextmanager
async def open_connected(dsn: str, home: Path) -> AsyncIterator[Connected]:
    """One whose owner is signed in, and where all is well."""
    roads = Roads()
    answers: dict[str, dict[str, Any]] = {
        FOLLOWERS: {"follow_user": ["alice", "bob"]},
        CARD: HELPED,
        DEPARTMENTS: {"department_id": [{"id": 2, "parentid": 1, "order": 1}]},
        MEMBERS: {"userlist": [{"userid": "Bob", "name": "Bob", "department": [2]}]},
        TICKET: {"ticket": "tick", "expires_in": 7200},
        CONTACT_WAYS: {"contact_way": [{"config_id": "c1"}, {"config_id": "c2"}]},
        TAGS: {"tag_group": [{"group_id": "etg", "tag": [{"id": "et1"}, {"id": "et2"}]}]},
    }
    for path, answer in answers.items():
        roads.wecom.answer(path, {"errcode": 0, "errmsg": "ok", **answer})
    async with (
        httpx2.AsyncClient(transport=httpx2.ASGITransport(app=roads)) as http,
        open_world(dsn, home, wecom=http, public_url=ADDRESS) as world,
    ):
        roads.home = world.api
        await world.sign_in()
        yield Connected(world, roads)


def refuse(errcode: int, ip: str = "203.0.113.7") -> dict[str, Any]:
    """A refusal as WeCom words it."""
    return {
        "errcode": errcode,
        "errmsg": f"no, hint: [1700000000_1_ab], from ip: {ip}, more info at"
        f" https://open.work.weixin.qq.com/devtool/query?e={errcode}",
    }


def answering(body: bytes, status: int = 200) -> Asgi:
    """A proxy that answers by itself."""

    async def proxy(_: Scope, __: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": status, "headers": []})
        await send({"type": "http.response.body", "body": body})

    return proxy


def changing(home: Asgi, change: Callable[[bytes], bytes]) -> Asgi:
    """A proxy that passes on, but touches the body."""

    async def proxy(scope: Scope, receive: Receive, send: Send) -> None:
        async def touched(message: Scope) -> None:
            if message["type"] == "http.response.start":
                message = {**message, "headers": []}
            else:
                message = {**message, "body": change(message["body"])}
            await send(message)

        await home(scope, receive, touched)

    return proxy


def dumps(answer: dict[str, Any]) -> bytes:
    """An answer as bytes."""
    return json.dumps(answer).encode()
