"""Two processes of Yutang and an emulator in virtual time, with a network that loses things."""

import asyncio
import contextlib
from collections import defaultdict
from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final

import httpx2
from pydantic import SecretStr
from sqlalchemy import text
from starlette.applications import Starlette
from typing_extensions import override

from bench.virtual_time import VirtualClock, moment
from tests.yutang.act.loop import picture
from tests.yutang.world import AES_KEY, PASSWORD
from wecom_emulator.app import create_app
from yutang.bootstrap import build_runtime
from yutang.kernel.runtime import Runtime
from yutang.kernel.settings import Settings
from yutang.people.corps import service as corps
from yutang.people.corps.schemas import NewApp, NewCorp, NewOwner
from yutang.people.deeds import service as deeds
from yutang.wecom.broadcasts import CustomerBroadcast
from yutang.wecom.client import WeCom
from yutang.wecom.contact_ways import NewContactWay
from yutang.wecom.errors import WeComError
from yutang.wecom.tokens import Credentials, MemoryTokenStore
from yutang.wecom.transport import Transport

BASE_URL: Final = "http://wecom.test"
CORPID, SECRET, AGENT_ID = "ww00000000000000f1", "secret-of-the-app", 1000002
MINUTE_LIMIT, HOUR_LIMIT = 60, 1500
CUSTOMERS = 24
PREPARED = 17
"""Contact ways that are there before anything breaks, and broadcasts to remind of."""
OURS, NETWORK_SECONDS = "10.0.0.1", 0.04
_TABLES: Final = (
    "deeds, access_tokens, gateway_quotas, gateway_brakes, gateway_slots, gateway_waits"
)


class Network(httpx2.AsyncBaseTransport):
    """Takes time both ways. Whoever gives up waits no longer; WeCom works on all the same."""

    def __init__(self, app: Starlette) -> None:
        self._inner = httpx2.ASGITransport(app=app, client=(OURS, 1))
        self._under_way: set[asyncio.Task[httpx2.Response]] = set()
        self.away = 0
        """So many of the next requests find no connection."""

    @override
    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        if self.away:
            self.away -= 1
            message = "no route to WeCom"
            raise httpx2.ConnectError(message)
        await asyncio.sleep(NETWORK_SECONDS)
        work = asyncio.create_task(self._inner.handle_async_request(request))
        self._under_way.add(work)
        work.add_done_callback(self._ended)
        try:
            async with asyncio.timeout(request.extensions["timeout"]["read"]):
                answer = await asyncio.shield(work)
        except TimeoutError:
            message = "no answer"
            raise httpx2.ReadTimeout(message) from None
        await asyncio.sleep(NETWORK_SECONDS)
        return answer

    def _ended(self, work: "asyncio.Task[httpx2.Response]") -> None:
        self._under_way.discard(work)
        if not work.cancelled():
            # What broke belongs to whoever waited for it, if anybody did.
            work.exception()

    async def close(self) -> None:
        """Nobody waits for what is under way any more."""
        for work in list(self._under_way):
            work.cancel()
        await asyncio.gather(*self._under_way, return_exceptions=True)


@dataclass
class Stage:
    """Both sides in their common time."""

    app: Starlette
    control: httpx2.AsyncClient
    network: Network
    runtimes: list[Runtime]
    corp_id: int
    chat_id: str = ""
    media_id: str = ""
    tag_id: str = ""
    relations: list[tuple[str, str]] = field(default_factory=list)
    ways: list[str] = field(default_factory=list)
    broadcasts: list[str] = field(default_factory=list)

    async def act(self, name: str, /, **body: Any) -> dict[str, Any]:
        """Something a person does."""
        answer = await self.control.post(f"/emulator/corps/{CORPID}/{name}", json=body)
        assert answer.status_code == 200, answer.text
        return dict(answer.json())

    async def tell(self, name: str = "", **query: Any) -> Any:
        """What the emulator tells of the corp."""
        path = f"/emulator/corps/{CORPID}/{name}".rstrip("/")
        return (await self.control.get(path, params=query)).json()

    async def fault(self, **fault: Any) -> None:
        """Something shall go wrong."""
        answer = await self.control.post("/emulator/faults", json=fault)
        assert answer.status_code == 200, answer.text

    async def mend(self) -> None:
        """Nothing goes wrong any more."""
        self.network.away = 0
        await self.control.delete("/emulator/faults")

    def revoke(self) -> None:
        """WeCom forgets all tokens."""
        world = self.app.state.world
        world.tokens.clear()
        world.tokens_of.clear()

    async def quota(self) -> list[dict[str, Any]]:
        """What was used of each API, as WeCom counts."""
        rows: list[dict[str, Any]] = (await self.control.get("/emulator/quota")).json()["apis"]
        return rows

    async def spares(self, key: str) -> int:
        """How many spares a deed counts."""
        async with self.runtimes[0].database.owner() as session:
            query = text("select spares from deeds where key = :key")
            return int(await session.scalar(query, {"key": key}) or 0)

    @contextlib.asynccontextmanager
    async def looker(self) -> AsyncIterator[WeCom]:
        """A client without gateway on a network that loses nothing."""
        transport = httpx2.ASGITransport(app=self.app, client=("10.0.0.2", 1))
        async with httpx2.AsyncClient(transport=transport) as http:
            credentials = Credentials(CORPID, SECRET)
            yield WeCom(Transport(BASE_URL, http, MemoryTokenStore(), credentials))

    async def sweep_for_ever(self) -> None:
        """As the worker does each minute; what fails is done again the next."""
        while True:
            await asyncio.sleep(60)
            with contextlib.suppress(WeComError):
                while await deeds.sweep(self.runtimes[0]):
                    pass

    async def effects(self) -> dict[str, list[str]]:
        """What is there, by the name it was given: its ids."""
        found: dict[str, list[str]] = defaultdict(list)
        # First the calls: what was due by then happens when one comes.
        async with self.looker() as client:
            async for product in client.products.list():
                found[product.description].append(product.product_id)
            for config_id in (await self.tell())["join_ways"]:
                found[(await client.join_ways.get(config_id)).remark].append(config_id)
        for row in await self.tell("todos", userid="ann"):
            id_ = next(row[n] for n in ("msgid", "moment_id", "template_id") if n in row)
            found[row["parts"][0]["text"]].append(id_)
            if row["kind"] == "broadcast":
                found[f"reminders of {id_}"] = ["at"] * row["reminders"]
        for way in await self.tell("contact_ways"):
            found[way["state"]].append(way["config_id"])
            found[f"remark of {way['config_id']}"].append(way["remark"])
        for link in await self.tell("acquisition_links"):
            found[link["link_name"]].append(link["link_id"])
        for message in await self.tell("app_messages", userid="bob"):
            found[message["body"]["content"]].append(message["msgid"])
        for row in await self.tell("received"):
            if row["kind"] == "welcome":
                found[row["body"]["text"]].append(row["external_userid"])
        return found


async def found_corp(dsn: str, home: Path) -> int:
    """The corp in the database; its number."""
    runtime = build_runtime(_settings(dsn, home))
    app = NewApp(
        agent_id=AGENT_ID,
        secret=SecretStr(SECRET),
        callback_token=SecretStr("token"),
        aes_key=SecretStr(AES_KEY),
    )
    try:
        async with runtime.database.owner() as session:
            return await corps.add_corp(
                session,
                runtime.vault,
                NewCorp(corpid=CORPID, name="青禾", apps=[app]),
                NewOwner(login="demo", name="周岚", password=SecretStr(PASSWORD)),
            )
    finally:
        await runtime.close()


def _settings(dsn: str, home: Path) -> Settings:
    limits = home / "limits.toml"
    limits.write_text(f"[every_api]\nminute = {MINUTE_LIMIT}\nhour = {HOUR_LIMIT}\n")
    return Settings(home=home, database_url=dsn, wecom_base_url=BASE_URL, wecom_limits=limits)


@contextlib.asynccontextmanager
async def open_stage(dsn: str, home: Path, corp_id: int) -> AsyncIterator[Stage]:
    """An empty table of deeds, a corp with customers, and a minute of nothing."""
    app = create_app(clock=VirtualClock())
    control = httpx2.AsyncClient(transport=httpx2.ASGITransport(app=app), base_url=BASE_URL)
    network = Network(app)
    http = httpx2.AsyncClient(transport=network)
    runtimes = [
        replace(build_runtime(_settings(dsn, home), http=http, pre_ping=False), clock=moment)
        for _ in range(2)
    ]
    stage = Stage(app, control, network, runtimes, corp_id)
    try:
        async with runtimes[0].database.owner() as session:
            await session.execute(text(f"truncate {_TABLES}"))
        await _prepare(stage)
        yield stage
    finally:
        await network.close()
        for runtime in runtimes:
            await runtime.close()
        await control.aclose()
        await app.state.world.close()


async def _prepare(stage: Stage) -> None:
    limits = {"calls_a_minute": MINUTE_LIMIT, "calls_an_hour": HOUR_LIMIT, "token_seconds": 900}
    assert (await stage.control.post("/emulator/limits", json=limits)).status_code == 200
    body = {
        "corpid": CORPID,
        "name": "青禾",
        "apps": [{"agentid": AGENT_ID, "secret": SECRET}],
        "departments": [{"id": 1, "name": "总部"}],
        "staff": [{"userid": "ann", "name": "安"}, {"userid": "bob", "name": "博"}],
    }
    assert (await stage.control.post("/emulator/corps", json=body)).status_code == 200
    await stage.act("populate", seed=1, customers=CUSTOMERS, tag_groups=1)
    stage.chat_id = (await stage.act("groups", owner="ann"))["chat_id"]
    stage.tag_id = (await stage.tell())["tags"][0]
    people = await stage.tell("people", limit=CUSTOMERS)
    stage.relations = [
        (person["relations"][0]["userid"], person["external_userid"]) for person in people
    ]
    async with stage.looker() as client:
        for number in range(PREPARED):
            way = NewContactWay(userids=["ann"], state=f"prepared {number}", remark="old")
            stage.ways.append((await client.contact_ways.add(way)).config_id)
            sent = await client.broadcasts.add_to_customers(
                CustomerBroadcast(text=f"old {number}", sender="ann")
            )
            stage.broadcasts.append(sent.msgid)
        uploaded = await client.media.upload_attachment(
            "album", "image", "a.png", picture(), "image/png"
        )
    stage.media_id = uploaded.media_id
    await asyncio.sleep(70)
