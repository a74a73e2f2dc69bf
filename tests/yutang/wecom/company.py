"""An emulated corp that the client works with, and what it is told."""

import asyncio
import io
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import httpx2
from PIL import Image
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import Receive, Scope, Send

from wecom_emulator.app import create_app
from yutang.wecom.callbacks import parse
from yutang.wecom.client import WeCom
from yutang.wecom.crypto import CallbackCipher, extract_encrypt
from yutang.wecom.events import Event, typed
from yutang.wecom.tokens import Credentials, MemoryTokenStore
from yutang.wecom.transport import Transport

CORP, SECRET, SYNC = "ww00aa11bb22cc33dd", "secret-of-the-app", "secret-of-contacts"
AGENT, CONTACTS = 1_000_007, 2_000_002
CIPHER = CallbackCipher("t0kEn", "kWxPEV2UEDyxWpmPB8jfIqLfe5ExtmQHTjAsDIZx3zE", CORP)
BASE = "http://emulator.test"
DAY = 86_400


@dataclass
class Inbox:
    """Opens callbacks as the door would and keeps them as events."""

    events: asyncio.Queue[Event] = field(default_factory=asyncio.Queue)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one callback."""
        request = Request(scope, receive)
        query = request.query_params
        text = extract_encrypt(await request.body())
        opened = CIPHER.open(query["msg_signature"], query["timestamp"], query["nonce"], text)
        await self.events.put(typed(parse(opened)))
        await PlainTextResponse("success")(scope, receive, send)


@dataclass
class Company:
    """An emulated corp: its control API, a client of its app and one that may write contacts."""

    http: httpx2.AsyncClient
    inbox: Inbox
    wecom: WeCom
    sync: WeCom

    async def act(self, name: str, /, **told: object) -> dict[str, Any]:
        """Call the control API of the corp."""
        answer = await self.http.post(f"{BASE}/emulator/corps/{CORP}/{name}", json=told)
        assert answer.status_code == 200, answer.text
        found: dict[str, Any] = answer.json()
        return found

    async def now(self, advance_seconds: int = 0) -> int:
        """Let time pass; return the time that it is then."""
        told = {"advance_seconds": advance_seconds}
        answer = await self.http.post(f"{BASE}/emulator/clock", json=told)
        return int(answer.json()["now"])

    async def customer(self, userid: str = "mei", name: str = "Xu") -> str:
        """Have a member add a person."""
        made = await self.act("add", userid=userid, person={"name": name})
        external_userid: str = made["external_userid"]
        return external_userid

    async def told(self) -> Event:
        """Return the next event that the corp is told of."""
        async with asyncio.timeout(60):
            return await self.inbox.events.get()


@asynccontextmanager
async def opened_company() -> AsyncIterator[Company]:
    """Yield a corp of two members that tells its inbox of everything."""
    inbox = Inbox()
    async with httpx2.AsyncClient(transport=httpx2.ASGITransport(inbox)) as back:
        emulator = create_app(callback_client=back)
        async with (
            emulator.router.lifespan_context(emulator),
            httpx2.AsyncClient(transport=httpx2.ASGITransport(emulator)) as http,
        ):
            made = await http.post(
                f"{BASE}/emulator/corps",
                json={
                    "corpid": CORP,
                    "name": "茶庄",
                    "apps": [
                        {"agentid": AGENT, "secret": SECRET},
                        {"agentid": CONTACTS, "secret": SYNC},
                    ],
                    "callback": {
                        "url": "http://yutang.test/callbacks",
                        "token": CIPHER.token,
                        "encoding_aes_key": CIPHER.encoding_aes_key,
                    },
                    "departments": [{"id": 1, "name": "茶庄", "parentid": 0, "order": 1}],
                    "staff": [
                        {"userid": userid, "name": userid.title(), "department": [1]}
                        for userid in ("mei", "lan")
                    ],
                },
            )
            assert made.status_code == 200, made.text

            def client(secret: str) -> WeCom:
                credentials = Credentials(CORP, secret)
                store = MemoryTokenStore()
                return WeCom(Transport(BASE, http, store, credentials, backoff_seconds=0.0))

            yield Company(http, inbox, client(SECRET), client(SYNC))


def png() -> bytes:
    """Return a small picture."""
    buffer = io.BytesIO()
    Image.new("RGB", (60, 60), "green").save(buffer, "PNG")
    return buffer.getvalue()
