"""Yutang and the emulator in one process, each reaching the other as over HTTP."""

import asyncio
import contextlib
import io
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any, TypeVar

import httpx2
from PIL import Image
from sqlalchemy import text
from starlette.applications import Starlette
from typing_extensions import override

from tests.yutang.world import AES_KEY, World, open_world
from wecom_emulator.app import create_app
from yutang import worker
from yutang.kernel.clock import utc_now
from yutang.kernel.jobs import enqueue
from yutang.sense.sync.jobs import SyncCorp

T = TypeVar("T")
SEND = "/cgi-bin/externalcontact/send_welcome_msg"


class LateTransport(httpx2.AsyncBaseTransport):
    """A transport whose target is named after it was handed out: the two sides form a ring."""

    target: httpx2.AsyncBaseTransport

    @override
    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """Pass it on."""
        return await self.target.handle_async_request(request)


async def until(check: Callable[[], Awaitable[T | None]], seconds: float = 45.0) -> T:
    """The first true answer of `check`."""
    async with asyncio.timeout(seconds):
        while not (found := await check()):
            await asyncio.sleep(0.05)
    return found


def picture() -> bytes:
    """A small PNG."""
    buffer = io.BytesIO()
    Image.new("RGB", (40, 40), "teal").save(buffer, "PNG")
    return buffer.getvalue()


@dataclass
class Loop:
    """Both sides, and what a test does with them."""

    yutang: World
    wecom: httpx2.AsyncClient
    staff: list[dict[str, Any]]
    tags: list[dict[str, Any]]

    @property
    def corp(self) -> str:
        """The corp in the emulator's control API."""
        return f"/emulator/corps/{self.yutang.app.corpid}"

    @contextlib.asynccontextmanager
    async def working(self, ahead_seconds: float = 0.0) -> AsyncIterator[None]:
        """All lanes of one worker, whose clock may be ahead."""
        runtime = self.yutang.runtime
        if ahead_seconds:
            ahead = timedelta(seconds=ahead_seconds)
            runtime = replace(runtime, clock=lambda: utc_now() + ahead)
        task = asyncio.create_task(worker.run_lanes(runtime, worker.LANES))
        try:
            yield
        finally:
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await task

    async def act(self, name: str, **body: Any) -> dict[str, Any]:
        """Something a person does."""
        answer = await self.wecom.post(f"{self.corp}/{name}", json=body)
        assert answer.status_code == 200, answer.text
        return dict(answer.json())

    async def tell(self, name: str, **query: Any) -> Any:
        """What the emulator tells of the corp."""
        return (await self.wecom.get(f"{self.corp}/{name}", params=query)).json()

    async def fault(self, kind: str, value: object, path: str, count: int | None = None) -> None:
        """Something shall go wrong."""
        body = {"kind": kind, "value": value, "path": path, "count": count}
        assert (await self.wecom.post("/emulator/faults", json=body)).status_code == 200

    async def calls(self, path: str) -> list[dict[str, Any]]:
        """The calls of one API, oldest first."""
        return list((await self.wecom.get("/emulator/journal", params={"path": path})).json())

    async def post_channel(self, **changes: Any) -> httpx2.Response:
        """Ask for a channel code of the first member with two tags."""
        body = {
            "name": "台卡",
            "staff_ids": [self.staff[0]["id"]],
            "tag_ids": [self.tags[0]["id"], self.tags[1]["id"]],
            "welcome": {"text": "你好 {name}", "text_nameless": "你好朋友", "attachments": []},
        }
        return await self.yutang.http.post("/api/channels", json=body | changes)

    async def channel(self, **changes: Any) -> dict[str, Any]:
        """A channel code that WeCom has answered for."""
        made = await self.post_channel(**changes)
        assert made.status_code == 201, made.text
        return await until(lambda: self._answered(made.json()["id"]))

    async def _answered(self, channel_id: int) -> dict[str, Any] | None:
        found = (await self.yutang.http.get(f"/api/channels/{channel_id}")).json()
        return found if found["status"] != "creating" else None

    async def scan(self, channel: dict[str, Any], name: str, **more: Any) -> dict[str, Any]:
        """A person scans the code; the same name is the same person."""
        person = {"unionid": f"o{name}", "name": name}
        return await self.act("scan", config_id=channel["config_id"], person=person, **more)

    async def adds(self) -> list[dict[str, Any]]:
        """Today's adds, newest first."""
        return list((await self.yutang.http.get("/api/adds?limit=100")).json()["items"])

    async def ended(self, count: int, tags: int = 0) -> list[dict[str, Any]]:
        """Today's adds once `count` of them ended, their customers known and tags mirrored."""

        async def check() -> list[dict[str, Any]] | None:
            rows = await self.adds()
            done = [
                row
                for row in rows
                if row["outcome"] != "due"
                and row["customer"] is not None
                and len(row["tags"]) == tags
                and all(tag["mirrored"] for tag in row["tags"])
            ]
            return rows if len(done) == len(rows) == count else None

        try:
            return await until(check)
        except TimeoutError as error:
            message = f"not ended: {await self.adds()}; {await self._evidence()}"
            raise AssertionError(message) from error

    async def _evidence(self) -> list[Any]:
        """What the database holds of a run that stands still: log, cursors, who is in the way."""
        asked = (
            "select id, kind, xid, customer_id from events order by id",
            "select * from event_readers",
            "select pg_current_snapshot()",
            """
            select pid, datname, state, backend_xid, backend_xmin, xact_start, left(query, 60)
            from pg_stat_activity where backend_xid is not null or backend_xmin is not null
            """,
        )
        async with self.yutang.runtime.database.owner() as session:
            return [[tuple(row) for row in await session.execute(text(one))] for one in asked]

    async def settled(self) -> None:
        """Every callback was delivered and handled."""

        async def check() -> bool:
            under_way = [d for d in await self.tell("callbacks") if d["outcome"] == "under way"]
            summary = (await self.yutang.http.get("/api/adds/summary")).json()
            return not under_way and summary["callbacks_waiting"] == 0

        await until(check)

    async def texts(self) -> list[str]:
        """The texts of all welcomes that people received."""
        return [r["body"]["text"] for r in await self.tell("received") if r["kind"] == "welcome"]


@contextlib.asynccontextmanager
async def open_ring(
    dsn: str, home: Path, staff: Sequence[Mapping[str, str]]
) -> AsyncIterator[tuple[World, httpx2.AsyncClient, Starlette]]:
    """Yutang and an emulator with the same corp, each calling the other; nobody is signed in."""
    back = LateTransport()
    emulator = create_app(callback_client=httpx2.AsyncClient(transport=back))
    wecom = httpx2.AsyncClient(
        transport=httpx2.ASGITransport(app=emulator), base_url="http://wecom.test"
    )
    async with open_world(dsn, home, wecom=wecom) as world:
        back.target = httpx2.ASGITransport(app=world.api)
        made = await wecom.post(
            "/emulator/corps",
            json={
                "corpid": world.app.corpid,
                "name": "青禾",
                "apps": [{"agentid": a.agent_id, "secret": a.secret} for a in world.apps],
                "callback": {
                    "url": f"http://yutang.test{world.app.path}",
                    "token": world.app.token,
                    "encoding_aes_key": AES_KEY,
                    "verify": True,
                },
                "departments": [{"id": 1, "name": "总部"}],
                "staff": list(staff),
            },
        )
        assert made.status_code == 200, made.text
        yield world, wecom, emulator
        await emulator.state.world.close()


@contextlib.asynccontextmanager
async def open_loop(dsn: str, home: Path) -> AsyncIterator[Loop]:
    """One corp with three members and a tag library, read once; no worker runs yet."""
    members = [{"userid": f"s{i}", "name": f"员工{i}"} for i in range(3)]
    async with open_ring(dsn, home, members) as (world, wecom, _):

        async def signed_in() -> bool:
            # A machine that stands still for five seconds has a transaction ended.
            return (await world.sign_in()).status_code == httpx2.codes.OK

        await until(signed_in)
        loop = Loop(world, wecom, [], [])
        await loop.act("populate", customers=0, tag_groups=2, groups=0, seed=1)
        async with world.runtime.database.owner() as session:
            await enqueue(session, SyncCorp(corp_id=world.corp_id))

        async def read() -> bool:
            groups = (await world.http.get("/api/tags")).json()["items"]
            loop.tags = [tag for group in groups for tag in group["tags"]]
            loop.staff = (await world.http.get("/api/staff")).json()["items"]
            # Its groups are read by a job of their own, which would call WeCom amid a test.
            runs = (await world.http.get("/api/sync")).json()["runs"]
            are_read = any((run["mode"], run["state"]) == ("groups", "ended") for run in runs)
            return are_read and len(loop.tags) == 10 and len(loop.staff) == 3

        async with loop.working():
            await until(read)
        yield loop
