"""An emulator for a test: on a loopback port for any client, or in the process for async tests.

Both hold one company with an app that may call customer contact, two members and a callback. See
`wecom_emulator.pytest_plugin` for the fixtures.
"""

import asyncio
import contextlib
import socket
import threading
import time
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from xml.etree import ElementTree as ET

import httpx2
import uvicorn
from starlette.applications import Starlette
from starlette.types import ASGIApp, Receive, Scope, Send

from .answers import expect_drops
from .app import create_app
from .limits import Limits, changed

INBOX = "http://inbox.invalid/"
"""Where callbacks go that no app of the test receives: they are delivered and kept."""
_START_SECONDS = 20


class EmulatorError(Exception):
    """The emulator refused an act; the text says why."""


@dataclass(frozen=True, slots=True)
class Company:
    """What an app has to know of the company that is ready."""

    corpid: str = "ww00000000000000e1"
    name: str = "青禾"
    agentid: int = 1000002
    secret: str = "secret-of-the-first-app"  # noqa: S105 - of an app that exists in a test
    token: str = "callback-token"  # noqa: S105 - as above
    encoding_aes_key: str = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C"
    callback_url: str = INBOX
    staff: Sequence[Mapping[str, Any]] = (
        {"userid": "ann", "name": "安"},
        {"userid": "bob", "name": "博"},
    )

    def wanted(self, callback_url: str, *, verify: bool) -> dict[str, Any]:
        """The body that makes it."""
        return {
            "corpid": self.corpid,
            "name": self.name,
            "apps": [{"agentid": self.agentid, "secret": self.secret}],
            "callback": {
                "url": callback_url,
                "token": self.token,
                "encoding_aes_key": self.encoding_aes_key,
                "verify": verify,
            },
            "departments": [{"id": 1, "name": self.name}],
            "staff": [dict(member) for member in self.staff],
        }


@dataclass(frozen=True, slots=True)
class Setup:
    """How a test wants it."""

    company: Company = field(default_factory=Company)
    limits: Mapping[str, Any] = field(default_factory=dict)
    switches: Mapping[str, Any] = field(default_factory=dict)
    rate: float = 1.0

    def make(self, callbacks: ASGIApp | None = None) -> Starlette:
        """The emulator, empty; callbacks go to the inbox, to `callbacks`, or over the network."""
        transport = None if callbacks is None else httpx2.ASGITransport(app=callbacks)
        return create_app(
            limits=changed(Limits(), self.limits),
            rate=self.rate,
            callback_client=httpx2.AsyncClient(
                transport=transport, mounts={INBOX: httpx2.ASGITransport(app=_take)}
            ),
        )


async def _take(scope: Scope, receive: Receive, send: Send) -> None:
    """An inbox that takes everything."""
    del scope
    while (await receive()).get("more_body"):
        continue
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b""})


def read_event(xml: str) -> dict[str, Any]:
    """The fields of an event; lists of items as lists."""
    told: dict[str, Any] = {}
    for element in ET.fromstring(xml):  # noqa: S314 - the emulator wrote it
        children = list(element)
        told[element.tag] = [c.text or "" for c in children] if children else element.text or ""
    return told


def _path(name: str) -> str:
    return name if name.startswith("/") else f"/cgi-bin/{name}"


def _good(answer: httpx2.Response) -> Any:
    if answer.status_code != httpx2.codes.OK:
        raise EmulatorError(answer.text)
    return answer.json()


class EmulatedWeCom:
    """A running emulator and what a test does with it: people act, time passes, things break."""

    def __init__(self, url: str, company: Company) -> None:
        self.url = url
        """Put it in place of https://qyapi.weixin.qq.com."""
        self.company = company
        self.http = httpx2.Client(base_url=url, trust_env=False)
        self._corp = f"/emulator/corps/{company.corpid}"

    def access_token(self) -> str:
        """A token of the app, from `gettoken`."""
        query = {"corpid": self.company.corpid, "corpsecret": self.company.secret}
        told = _good(self.http.get("/cgi-bin/gettoken", params=query))
        return str(told["access_token"])

    def call(self, name: str, body: Mapping[str, Any] | None = None, **query: Any) -> Any:
        """A call of WeCom's API with the app's token: POST with a body, GET without."""
        params = {"access_token": self.access_token(), **query}
        if body is None:
            return _good(self.http.get(_path(name), params=params))
        return _good(self.http.post(_path(name), params=params, json=dict(body)))

    def act(self, name: str, /, **body: Any) -> Any:
        """Something happens in the company: `act("unfollow", userid=…, external_userid=…)`.

        Raises EmulatorError where it cannot.
        """
        return _good(self.http.post(f"{self._corp}/{name}", json=body))

    def tell(self, name: str = "", **query: Any) -> Any:
        """What the control API tells of the company."""
        return _good(self.http.get(f"{self._corp}/{name}".rstrip("/"), params=query))

    def add(self, userid: str = "ann", **person: Any) -> Any:
        """A member adds a person: `external_userid`, `welcome_code`; the event is on its way."""
        return self.act("add", userid=userid, person=person)

    def scan(self, config_id: str, **person: Any) -> Any:
        """A person scans a code."""
        return self.act("scan", config_id=config_id, person=person)

    def connect(self, url: str, *, verify: bool = True) -> None:
        """Send callbacks to an app; WeCom checks the address first."""
        body = self.company.wanted(url, verify=verify)
        _good(self.http.post("/emulator/corps", json=body))

    def advance(self, seconds: float) -> int:
        """Time travel; tells the emulator's time."""
        body = {"advance_seconds": seconds}
        return int(_good(self.http.post("/emulator/clock", json=body))["now"])

    def fault(self, kind: str, **fault: Any) -> None:
        """Something shall go wrong: `fault("errcode", value=-1, path="/cgi-bin/…", count=2)`."""
        _good(self.http.post("/emulator/faults", json={"kind": kind, **fault}))

    def lower(self, **limits: Any) -> None:
        """Change limits from now on: `lower(calls_a_minute=2)`."""
        _good(self.http.post("/emulator/limits", json=limits))

    def switch(self, **switches: Any) -> None:
        """Turn switches of the company."""
        self.act("switches", **switches)

    def journal(self, name: str | None = None) -> list[Any]:
        """Calls of WeCom's API, oldest first; of one API by its name."""
        query = {} if name is None else {"path": _path(name)}
        return list(_good(self.http.get("/emulator/journal", params=query)))

    def events(self, seconds: float = 5.0) -> list[dict[str, Any]]:
        """All events told to the app, once none is under way any more; at most so long."""
        end = time.monotonic() + seconds
        while True:
            log = self.tell("callbacks")
            if all(row["outcome"] != "under way" for row in log) or time.monotonic() > end:
                return [read_event(row["xml"]) for row in log]
            time.sleep(0.02)


@contextlib.contextmanager
def serve(setup: Setup | None = None) -> Iterator[EmulatedWeCom]:
    """Run one on a free port of loopback, in a thread of its own."""
    setup = setup or Setup()
    expect_drops()
    with socket.create_server(("127.0.0.1", 0)) as listening:
        config = uvicorn.Config(
            setup.make(), access_log=False, log_level="warning", timeout_graceful_shutdown=1
        )
        server = uvicorn.Server(config)
        thread = threading.Thread(
            target=server.run, kwargs={"sockets": [listening]}, name="wecom-emulator", daemon=True
        )
        thread.start()
        try:
            _wait(server, thread)
            url = f"http://127.0.0.1:{listening.getsockname()[1]}"
            emulated = EmulatedWeCom(url, setup.company)
            with emulated.http:
                emulated.connect(setup.company.callback_url, verify=False)
                if setup.switches:
                    emulated.switch(**setup.switches)
                yield emulated
        finally:
            server.should_exit = True
            thread.join(_START_SECONDS)


def _wait(server: uvicorn.Server, thread: threading.Thread) -> None:
    end = time.monotonic() + _START_SECONDS
    while not server.started:
        if not thread.is_alive() or time.monotonic() > end:
            message = "the emulator did not start"
            raise EmulatorError(message)
        time.sleep(0.01)


@dataclass(slots=True)
class InProcess:
    """The same in the process of an async test: nothing listens anywhere."""

    app: Starlette
    company: Company
    http: httpx2.AsyncClient

    @property
    def transport(self) -> httpx2.ASGITransport:
        """For the client of the app under test."""
        return httpx2.ASGITransport(app=self.app)

    async def call(self, name: str, body: Mapping[str, Any] | None = None, **query: Any) -> Any:
        """A call of WeCom's API with the app's token: POST with a body, GET without."""
        asked = {"corpid": self.company.corpid, "corpsecret": self.company.secret}
        token = _good(await self.http.get("/cgi-bin/gettoken", params=asked))["access_token"]
        params = {"access_token": token, **query}
        if body is None:
            return _good(await self.http.get(_path(name), params=params))
        return _good(await self.http.post(_path(name), params=params, json=dict(body)))

    async def act(self, name: str, /, **body: Any) -> Any:
        """Something happens in the company; raises EmulatorError where it cannot."""
        path = f"/emulator/corps/{self.company.corpid}/{name}"
        return _good(await self.http.post(path, json=body))

    async def tell(self, name: str = "", **query: Any) -> Any:
        """What the control API tells of the company."""
        path = f"/emulator/corps/{self.company.corpid}/{name}".rstrip("/")
        return _good(await self.http.get(path, params=query))

    async def control(self, name: str, **body: Any) -> Any:
        """A call for the whole emulator: `control("clock", advance_seconds=60)`."""
        return _good(await self.http.post(f"/emulator/{name}", json=body))

    async def events(self, seconds: float = 5.0) -> list[dict[str, Any]]:
        """All events told to the app, once none is under way any more; at most so long."""
        async with asyncio.timeout(seconds):
            while True:
                log = await self.tell("callbacks")
                if all(row["outcome"] != "under way" for row in log):
                    return [read_event(row["xml"]) for row in log]
                await asyncio.sleep(0.01)


@contextlib.asynccontextmanager
async def open_in_process(
    setup: Setup | None = None, *, callback_app: ASGIApp | None = None
) -> AsyncIterator[InProcess]:
    """Run one in this process; callbacks go to `callback_app` at the company's callback_url."""
    setup = setup or Setup()
    app = setup.make(callback_app)
    async with (
        app.router.lifespan_context(app),
        httpx2.AsyncClient(
            transport=httpx2.ASGITransport(app=app), base_url="http://wecom.invalid"
        ) as http,
    ):
        emulated = InProcess(app, setup.company, http)
        own = setup.company.callback_url == INBOX
        body = setup.company.wanted(setup.company.callback_url, verify=not own)
        _good(await http.post("/emulator/corps", json=body))
        if setup.switches:
            await emulated.act("switches", **setup.switches)
        yield emulated
