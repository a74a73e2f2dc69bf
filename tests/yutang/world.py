"""A whole Yutang in one process: real PostgreSQL, real HTTP shapes, callbacks sealed as WeCom's."""

import asyncio
import secrets
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx2
from pydantic import SecretStr
from sqlalchemy import text

from tests.audited import Watching
from yutang.api import Api
from yutang.bootstrap import build_runtime
from yutang.kernel import readers
from yutang.kernel.runtime import Runtime
from yutang.kernel.settings import Settings
from yutang.people.corps import service as corps
from yutang.people.corps.schemas import NewApp, NewCorp, NewOwner
from yutang.wecom.crypto import CallbackCipher

AES_KEY = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C"
PASSWORD = "another horse"


_LEFT = text(
    "select exists (select from events e join event_readers r on r.name = :name"
    " where (e.era, e.xid, e.id) > (r.era, r.xid, r.id))"
)


async def read_all(runtime: Runtime, reader: readers.Reader) -> None:
    """Let a reader of events pass to the end of the log.

    A transaction in another test's database of the same server holds readers back for a while.
    """
    await readers.register(runtime, [reader])
    async with asyncio.timeout(60):
        while True:
            while await readers.read_batch(runtime, reader):
                pass
            async with runtime.database.owner() as session:
                if not await session.scalar(_LEFT, {"name": reader.name}):
                    return
            await asyncio.sleep(0.05)


@dataclass
class App:
    """A corp's app as the tests know it."""

    corpid: str
    agent_id: int
    secret: str = field(default_factory=lambda: secrets.token_hex(16))
    token: str = field(default_factory=lambda: secrets.token_hex(8))

    @property
    def path(self) -> str:
        """Where its callbacks go."""
        return f"/callbacks/wecom/{self.corpid}/{self.agent_id}"

    @property
    def cipher(self) -> CallbackCipher:
        """What WeCom seals its callbacks with."""
        return CallbackCipher(self.token, AES_KEY, self.corpid)


@dataclass
class World:
    """One running Yutang with one corp and its owner signed in."""

    runtime: Runtime
    api: Api
    http: httpx2.AsyncClient
    corp_id: int
    apps: list[App]
    csrf_token: str = ""

    @property
    def app(self) -> App:
        """The first app."""
        return self.apps[0]

    async def sign_in(self, login: str = "demo", password: str = PASSWORD) -> httpx2.Response:
        """Sign in and remember the CSRF token."""
        answer = await self.http.post("/api/session", json={"login": login, "password": password})
        if answer.status_code == 200:
            self.csrf_token = answer.json()["csrf_token"]
            self.http.headers["X-CSRF-Token"] = self.csrf_token
        return answer

    async def call_back(self, xml: str, app: App | None = None) -> httpx2.Response:
        """Deliver one callback, sealed."""
        app = app or self.app
        encrypted = app.cipher.encrypt(xml.encode())
        return await self.http.post(
            app.path,
            params={
                "msg_signature": app.cipher.sign("1", "nonce", encrypted),
                "timestamp": "1",
                "nonce": "nonce",
            },
            content=b"<xml><ToUserName>x</ToUserName><Encrypt><![CDATA["
            + encrypted
            + b"]]></Encrypt></xml>",
        )


def event_xml(corpid: str, event: str, change: str, at: int | None = None, **fields: str) -> str:
    """An event as WeCom words it."""
    inner = "".join(f"<{name}><![CDATA[{value}]]></{name}>" for name, value in fields.items())
    return (
        f"<xml><ToUserName><![CDATA[{corpid}]]></ToUserName>"
        "<FromUserName><![CDATA[sys]]></FromUserName>"
        f"<CreateTime>{int(time.time()) if at is None else at}</CreateTime>"
        f"<MsgType><![CDATA[event]]></MsgType><Event><![CDATA[{event}]]></Event>"
        f"<ChangeType><![CDATA[{change}]]></ChangeType>{inner}</xml>"
    )


async def add_corp(
    runtime: Runtime, login: str, agent_ids: tuple[int, ...]
) -> tuple[int, list[App]]:
    """One more corp with an owner `login`."""
    corpid = "ww" + secrets.token_hex(8)
    apps = [App(corpid, agent_id) for agent_id in agent_ids]
    async with runtime.database.owner() as session:
        corp_id = await corps.add_corp(
            session,
            runtime.vault,
            NewCorp(
                corpid=corpid,
                name=f"{login} 的公司",
                apps=[
                    NewApp(
                        agent_id=app.agent_id,
                        secret=SecretStr(app.secret),
                        callback_token=SecretStr(app.token),
                        aes_key=SecretStr(AES_KEY),
                    )
                    for app in apps
                ],
            ),
            NewOwner(login=login, name="周岚", password=SecretStr(PASSWORD)),
        )
    return corp_id, apps


@asynccontextmanager
async def open_world(
    dsn: str,
    home: Path,
    *,
    wecom: httpx2.AsyncClient | None = None,
    public_url: str = "http://yutang.test",
) -> AsyncIterator[World]:
    """Run one; `wecom` is the client that reaches WeCom, by default one that reaches nothing."""
    settings = Settings(
        home=home,
        database_url=dsn,
        public_url=public_url,
        wecom_base_url="http://wecom.test",
        log_json=False,
    )
    runtime = build_runtime(settings, http=wecom)
    corp_id, apps = await add_corp(runtime, "demo", (1000002, 1000003))
    api = Api(runtime)
    async with (
        api.framework.router.lifespan_context(api.framework),
        httpx2.AsyncClient(
            transport=httpx2.ASGITransport(app=api, raise_app_exceptions=False),
            base_url=public_url,
            event_hooks={"response": [Watching(runtime)]},
        ) as http,
    ):
        yield World(runtime, api, http, corp_id, apps)
