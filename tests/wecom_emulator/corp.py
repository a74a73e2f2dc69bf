"""One emulator with one corp and a receiver of its callbacks that is a stranger to our code."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx2
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from wechatpy.enterprise.crypto import WeChatCrypto

from wecom_emulator.app import create_app
from wecom_emulator.limits import Limits

from .contract import check_exchange

CORPID = "ww0123456789abcdef"
SECRET = "secret-of-the-first-app"
AES_KEY = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C"
TOKEN = "callback-token"
CORP = f"/emulator/corps/{CORPID}"
CALLBACK = "http://receiver.test/callback"


@dataclass
class Receiver:
    """What arrived, decrypted by wechatpy, and what it answers."""

    status: int = 200
    xml: list[str] = field(default_factory=list)

    async def answer(self, request: Request) -> Response:
        """Check the signature, decrypt and keep it."""
        query = request.query_params
        crypto = WeChatCrypto(TOKEN, AES_KEY, CORPID)
        if request.method == "GET":
            echo = crypto.check_signature(
                query["msg_signature"], query["timestamp"], query["nonce"], query["echostr"]
            )
            return Response(echo)
        plain = crypto.decrypt_message(
            await request.body(), query["msg_signature"], query["timestamp"], query["nonce"]
        )
        self.xml.append(plain if isinstance(plain, str) else plain.decode())
        return Response("", self.status)


@dataclass
class Emulator:
    """Its client, its receiver, and the words of the tests."""

    app: Starlette
    http: httpx2.AsyncClient
    receiver: Receiver
    token: str = ""

    async def call(self, name: str, body: dict[str, Any] | None = None, **query: Any) -> Any:
        """A call of WeCom's API with our token: POST with a body, GET without."""
        answer = await self.ask(name, body, access_token=self.token, **query)
        assert answer.status_code == 200
        return answer.json()

    async def ask(
        self, name: str, body: dict[str, Any] | None = None, **query: Any
    ) -> httpx2.Response:
        """The same with nothing added, answered whole."""
        if body is None:
            return await self.http.get(f"/cgi-bin/{name}", params=query)
        return await self.http.post(f"/cgi-bin/{name}", params=query, json=body)

    async def code(self, name: str, body: dict[str, Any] | None = None, **query: Any) -> int:
        """Only the errcode."""
        return int((await self.call(name, body, **query))["errcode"])

    async def act(self, name: str, /, **body: Any) -> dict[str, Any]:
        """Something a person does."""
        answer = await self.http.post(f"{CORP}/{name}", json=body)
        assert answer.status_code == 200, answer.text
        return dict(answer.json())

    async def tell(self, name: str, **query: Any) -> Any:
        """What the control API tells of the corp."""
        return (await self.http.get(f"{CORP}/{name}", params=query)).json()

    async def fault(self, **fault: Any) -> None:
        """Something shall go wrong."""
        assert (await self.http.post("/emulator/faults", json=fault)).status_code == 200

    async def advance(self, seconds: float) -> None:
        """Time travel."""
        await self.http.post("/emulator/clock", json={"advance_seconds": seconds})

    async def sign_in(self) -> None:
        """Get a token for the first app."""
        got = await self.ask("gettoken", corpid=CORPID, corpsecret=SECRET)
        self.token = got.json()["access_token"]

    async def delivered(self, count: int) -> list[dict[str, Any]]:
        """The log once `count` deliveries ended."""
        async with asyncio.timeout(60):
            while True:
                log = await self.tell("callbacks")
                if sum(row["outcome"] != "under way" for row in log) == count == len(log):
                    return list(log)
                await asyncio.sleep(0.01)

    async def way(self, **changes: Any) -> str:
        """A contact way; returns its config_id."""
        body = {"type": 2, "scene": 2, "user": ["ann", "bob"], "state": "st"} | changes
        return str((await self.call("externalcontact/add_contact_way", body))["config_id"])


@contextlib.asynccontextmanager
async def open_emulator(
    limits: Limits | None = None, state_file: Path | None = None
) -> AsyncIterator[Emulator]:
    """Run one with two members, verified callback and a token."""
    receiver = Receiver()
    target = Starlette(routes=[Route("/callback", receiver.answer, methods=["GET", "POST"])])
    app = create_app(
        state_file=state_file,
        callback_client=httpx2.AsyncClient(transport=httpx2.ASGITransport(app=target)),
        limits=limits,
    )
    async with (
        app.router.lifespan_context(app),
        httpx2.AsyncClient(
            transport=httpx2.ASGITransport(app=app),
            base_url="http://wecom.test",
            event_hooks={"response": [check_exchange]},
        ) as http,
    ):
        emulator = Emulator(app, http, receiver)
        made = await http.post(
            "/emulator/corps",
            json={
                "corpid": CORPID,
                "name": "青禾",
                "apps": [{"agentid": 1, "secret": SECRET}, {"agentid": 2, "secret": "second"}],
                "callback": {
                    "url": CALLBACK,
                    "token": TOKEN,
                    "encoding_aes_key": AES_KEY,
                    "verify": True,
                },
                "departments": [{"id": 1, "name": "总部"}],
                "staff": [{"userid": "ann", "name": "安"}, {"userid": "bob", "name": "博"}],
            },
        )
        assert made.status_code == 200, made.text
        await emulator.sign_in()
        yield emulator
