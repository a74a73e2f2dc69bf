"""An emulated company in which the names of the samples come to life one by one."""

import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import httpx2
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from tests.wecom_emulator.areas.sending import film, png, voice
from wecom_emulator.testing import Company, InProcess, Setup, open_in_process

NOW = 1_770_000_000
"""2026-02-02 10:40 in Shanghai, when each sample begins."""
DAY = 24 * 3600
AGENT = 1000002
SECRETS = {"app": "secret-of-the-first-app", "contacts": "secret-of-contacts-sync"}
FILES = {
    "image": ("a.png", png(), "image/png"),
    "voice": ("a.amr", voice(), "voice/amr"),
    "video": ("a.mp4", film(), "video/mp4"),
    "file": ("a.csv", b"prices of Qinghe", "application/octet-stream"),
}
STAFF = (
    {"userid": "ann", "name": "Ann", "department": [1]},
    {"userid": "bob", "name": "Bob", "department": [1, 2]},
    {"userid": "cai", "name": "Cai", "department": [1]},
)


async def _give_film(_: Request) -> Response:
    return Response(film(), media_type="video/mp4")


@dataclass
class Stage:
    """The emulator, and which of the samples' names stand for what in it."""

    wecom: InProcess
    real: dict[str | int, Any] = field(default_factory=dict)

    async def send(self, call: str, by: str = "app", **how: Any) -> httpx2.Response:
        """A call with a token of that secret: `params`, `json` or `files` as httpx2 takes them."""
        asked = {"corpid": self.wecom.company.corpid, "corpsecret": SECRETS[by]}
        given = (await self.wecom.http.get("/cgi-bin/gettoken", params=asked)).json()
        params = {"access_token": given["access_token"], **how.pop("params", {})}
        method = "POST" if how else "GET"
        return await self.wecom.http.request(
            method, f"/cgi-bin/{call}", params=params, timeout=5, **how
        )

    async def call(self, call: str, body: Any = None, by: str = "app", **query: Any) -> Any:
        """The same, answered well; the names in it are brought to life first."""
        how = {} if body is None else {"json": await self.exchanged(body)}
        answer = await self.send(call, by, params=query, **how)
        told = answer.json()
        assert told["errcode"] == 0, (call, told)
        return told

    async def upload(self, call: str, kind: str, by: str = "app", **query: Any) -> Any:
        """A file of that kind goes to WeCom."""
        answer = await self.send(call, by, params=query, files={"media": FILES[kind]})
        assert answer.json()["errcode"] == 0, (call, answer.json())
        return answer.json()

    async def act(self, name: str, /, **body: Any) -> Any:
        """Something happens in the company."""
        return await self.wecom.act(await self.exchanged(name), **await self.exchanged(body))

    async def told(self, event: str, change: str) -> dict[str, Any]:
        """The newest event of that kind."""
        rows = await self.wecom.events()
        return [
            row for row in rows if (row["Event"], row.get("ChangeType", "")) == (event, change)
        ][-1]

    async def bring(self, name: str | int) -> Any:
        """What the name of a sample stands for, made when it is first asked for."""
        if name not in self.real:
            made = await MAKERS[name](self)
            # A maker may have named several at once.
            self.real.setdefault(name, made)
        return self.real[name]

    async def exchanged(self, value: Any) -> Any:
        """The same with real ids in the place of names."""
        if isinstance(value, Mapping):
            return {name: await self.exchanged(part) for name, part in value.items()}
        if isinstance(value, list):
            return [await self.exchanged(part) for part in value]
        if isinstance(value, str) and "/" in value and not value.startswith("http"):
            return "/".join([str(await self.exchanged(part)) for part in value.split("/")])
        if isinstance(value, str | int) and not isinstance(value, bool) and value in MAKERS:
            return await self.bring(value)
        return value


Maker = Callable[[Stage], Awaitable[Any]]
MAKERS: dict[str | int, Maker] = {}


def plays(*names: str | int) -> Callable[[Maker], Maker]:
    """Enter what brings these names to life; where there are several it says so itself."""

    def enter(maker: Maker) -> Maker:
        for name in names:
            assert name not in MAKERS
            MAKERS[name] = maker
        return maker

    return enter


@contextlib.asynccontextmanager
async def open_stage() -> AsyncIterator[Stage]:
    """A company with two shops, three members and two apps, at the time of the samples."""
    files = Starlette(routes=[Route("/tour.mp4", _give_film)])
    company = Company(secret=SECRETS["app"], staff=STAFF)
    async with open_in_process(Setup(company), callback_app=files) as wecom:
        body = company.wanted(company.callback_url, verify=False)
        body["apps"].append({"agentid": 2000002, "secret": SECRETS["contacts"]})
        body["departments"] = [
            {"id": 1, "name": "青禾", "parentid": 0, "order": 9},
            {"id": 2, "name": "南店", "parentid": 1, "order": 7},
            {"id": 3, "name": "北店", "parentid": 1, "order": 5},
        ]
        made = await wecom.http.post("/emulator/corps", json=body)
        assert made.status_code == 200, made.text
        await wecom.control("clock", now=NOW)
        yield Stage(wecom)
