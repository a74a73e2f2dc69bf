"""One emulated WeCom in virtual time with two companies, its limits lowered, its faults on."""

import asyncio
import itertools
import random
from collections import Counter
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import httpx2
from starlette.applications import Starlette
from typing_extensions import override

from wecom_emulator.app import create_app

from .mix import BROADCAST, CONTACT, HOUR, MESSAGE, PATHS, WAY, WELCOME, Lock
from .virtual_time import START, VirtualClock

BASE_URL = "http://wecom.bench"
FACTOR = 500
MINUTE_LIMIT, HOUR_LIMIT = 10_000 // FACTOR, 150_000 // FACTOR
ADDRESS_MINUTE_LIMIT, ADDRESS_HOUR_LIMIT = 20_000 // FACTOR, 600_000 // FACTOR
AGENT_ID = 1000002
CUSTOMERS = 12
SENDER, READER = "ann", "bob"
"""The member whose customers get broadcasts, and the one who gets messages of the app."""
ANSWER_SECONDS = 10.0
_SLOW = 0.01
_FAULTS: tuple[dict[str, Any], ...] = (
    *({"kind": "http", "value": 502, "share": 0.04, "path": path, "when": when}
      for path in (BROADCAST, WAY, MESSAGE) for when in ("before", "after")),
    {"kind": "hang", "value": ANSWER_SECONDS, "share": 0.02, "path": WELCOME, "when": "after"},
    {"kind": "errcode", "value": -1, "share": 0.001, "prefix": CONTACT},
    *({"kind": "hang", "value": ANSWER_SECONDS, "share": 0.0003, "prefix": CONTACT, "when": when}
      for when in ("before", "after")),
)  # fmt: skip


class Network(httpx2.AsyncBaseTransport):
    """The way to the emulator and back: mostly a tenth of a second, now and then two seconds."""

    def __init__(self, app: Starlette, address: str, seed: int) -> None:
        self._inner = httpx2.ASGITransport(app=app, client=(address, 1))
        self._chance = random.Random(seed)

    def _seconds(self) -> float:
        slow = self._chance.random() < _SLOW
        return self._chance.uniform(0.5, 2.0) if slow else self._chance.uniform(0.01, 0.1)

    @override
    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        await asyncio.sleep(self._seconds())
        answer = await self._inner.handle_async_request(request)
        await asyncio.sleep(self._seconds())
        return answer


@dataclass
class Company:
    """A company in the emulator, and what happened in it."""

    corpid: str
    secret: str
    http: httpx2.AsyncClient
    control: httpx2.AsyncClient
    relations: list[tuple[str, str]] = field(default_factory=list)
    tag_ids: list[str] = field(default_factory=list)

    def relation(self, number: int) -> tuple[str, str]:
        """A member and his customer."""
        return self.relations[number % len(self.relations)]

    async def act(self, name: str, /, **body: Any) -> Any:
        """Something a person does."""
        return _good(await self.control.post(f"/emulator/corps/{self.corpid}/{name}", json=body))

    async def tell(self, name: str = "", **query: Any) -> Any:
        """What the emulator tells of it."""
        path = f"/emulator/corps/{self.corpid}/{name}".rstrip("/")
        return _good(await self.control.get(path, params=query))

    async def quota(self) -> list[dict[str, Any]]:
        """What it used of each API, as WeCom counts."""
        query = {"corpid": self.corpid}
        told = _good(await self.control.get("/emulator/quota", params=query))
        apis: list[dict[str, Any]] = told["apis"]
        return apis

    async def effects(self) -> Counter[str]:
        """How often each thing that shall be there once is there."""
        found: Counter[str] = Counter()
        todos = await self.tell("todos", userid=SENDER)
        found.update(part["text"] for row in todos for part in row["parts"][:1])
        found.update(way["state"] for way in await self.tell("contact_ways"))
        messages = await self.tell("app_messages", userid=READER)
        found.update(message["body"]["content"] for message in messages)
        found.update(
            f"welcome {row['external_userid']}"
            for row in await self.tell("received")
            if row["kind"] == "welcome"
        )
        return found


def _good(answer: httpx2.Response) -> Any:
    if answer.status_code != httpx2.codes.OK:
        raise RuntimeError(answer.text)
    return answer.json()


@dataclass
class Scene:
    """The emulator and both companies."""

    control: httpx2.AsyncClient
    ours: Company
    naive: Company
    struck: Counter[str] = field(default_factory=Counter)
    """How often faults of each kind struck."""

    async def break_down(self, locked: Iterable[Lock]) -> None:
        """Faults from now on, and the locks at their moments."""
        loop = asyncio.get_running_loop()
        shut: list[Lock] = []
        edges = [(one.begin, one, True) for one in locked] + [
            (one.end, one, False) for one in locked
        ]
        await self._set(shut)
        for at, one, begins in sorted(edges, key=lambda edge: edge[0]):
            await asyncio.sleep(at - loop.time())
            shut = [*shut, one] if begins else [other for other in shut if other != one]
            await self._set(shut)

    async def count_struck(self) -> None:
        """Remember how often each fault struck so far."""
        for row in _good(await self.control.get("/emulator/faults")):
            when = "after" if row["after"] else "before"
            self.struck[f"{row['kind']} {row['value']:g} {when}"] += row["struck"]

    async def _set(self, shut: Iterable[Lock]) -> None:
        await self.count_struck()
        await self.control.delete("/emulator/faults")
        locks = [{"kind": "errcode", "value": 45009, "path": one.path} for one in shut]
        for fault in (*locks, *_FAULTS):
            _good(await self.control.post("/emulator/faults", json=fault))


@asynccontextmanager
async def open_scene(seed: int) -> AsyncIterator[Scene]:
    """Begin; needs the virtual loop."""
    app = create_app(clock=VirtualClock())
    app.state.world.faults.seed(seed)
    control = httpx2.AsyncClient(transport=httpx2.ASGITransport(app=app), base_url=BASE_URL)
    limits = {
        "calls_a_minute": MINUTE_LIMIT,
        "calls_an_hour": HOUR_LIMIT,
        "ip_calls_a_minute": ADDRESS_MINUTE_LIMIT,
        "ip_calls_an_hour": ADDRESS_HOUR_LIMIT,
    }
    _good(await control.post("/emulator/limits", json=limits))
    companies = []
    for place, name in enumerate(("ours", "naive")):
        network = Network(app, f"10.0.0.{place + 1}", seed + place)
        http = httpx2.AsyncClient(transport=network, base_url=BASE_URL)
        companies.append(await _found(f"wwbenchquota{name}", control, http))
    try:
        ours, naive = companies
        yield Scene(control, ours, naive)
    finally:
        await app.state.world.close()
        await control.aclose()
        for company in companies:
            await company.http.aclose()


async def _found(corpid: str, control: httpx2.AsyncClient, http: httpx2.AsyncClient) -> Company:
    company = Company(corpid, f"secret-of-{corpid}", http, control)
    body = {
        "corpid": corpid,
        "name": corpid,
        "apps": [{"agentid": AGENT_ID, "secret": company.secret}],
        "departments": [{"id": 1, "name": corpid}],
        "staff": [{"userid": userid} for userid in (SENDER, READER)],
    }
    _good(await control.post("/emulator/corps", json=body))
    await company.act("populate", seed=1, customers=CUSTOMERS, tag_groups=1)
    people = await company.tell("people", limit=CUSTOMERS)
    company.relations = [
        (one["userid"], person["external_userid"])
        for person in people
        for one in person["relations"]
    ]
    company.tag_ids = list((await company.tell())["tags"])
    return company


def zeros(rows: Iterable[dict[str, Any]]) -> dict[tuple[str, int], int]:
    """Calls answered 0 by path and hour of the run."""
    first = int(START.timestamp())
    return {
        (row["path"], (hour["begins"] - first) // HOUR): hour["zero"]
        for row in rows
        if row["path"] in PATHS
        for hour in row["hours"]
    }


def repeated(effects: Counter[str]) -> int:
    """How many effects are there more often than once."""
    return sum(itertools.starmap(lambda _, count: count - 1, effects.items()))
