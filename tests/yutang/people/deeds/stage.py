"""A Yutang without workers beside an emulator, in a time that tests move on both sides."""

import contextlib
import secrets
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import httpx2

from tests.yutang.world import World, open_world
from wecom_emulator.app import create_app
from yutang.kernel.clock import utc_now
from yutang.kernel.runtime import Runtime
from yutang.people.corps import service as corps
from yutang.people.deeds import service as deeds
from yutang.people.deeds.errors import NotKnownYetError, UndecidedError
from yutang.people.deeds.guarantees import Effect
from yutang.wecom.client import WeCom
from yutang.wecom.errors import WeComError

ROOT = "/cgi-bin/externalcontact"


@dataclass
class Stage:
    """Both sides and their common time."""

    world: World
    wecom: httpx2.AsyncClient
    runtime: Runtime
    ahead: timedelta = timedelta()

    def now(self) -> datetime:
        """The moment on both sides."""
        return utc_now() + self.ahead

    async def later(self, seconds: float) -> None:
        """Time passes."""
        self.ahead += timedelta(seconds=seconds)
        body = {"advance_seconds": seconds}
        assert (await self.wecom.post("/emulator/clock", json=body)).status_code == 200

    @property
    def corp(self) -> str:
        """The corp in the emulator's control API."""
        return f"/emulator/corps/{self.world.app.corpid}"

    async def act(self, name: str, /, **body: Any) -> dict[str, Any]:
        """Something a person does."""
        answer = await self.wecom.post(f"{self.corp}/{name}", json=body)
        assert answer.status_code == 200, answer.text
        return dict(answer.json())

    async def tell(self, name: str, **query: Any) -> Any:
        """What the emulator tells of the corp."""
        return (await self.wecom.get(f"{self.corp}/{name}", params=query)).json()

    async def fault(self, **fault: Any) -> None:
        """Something shall go wrong."""
        answer = await self.wecom.post("/emulator/faults", json=fault)
        assert answer.status_code == 200, answer.text

    async def mend(self) -> None:
        """Nothing goes wrong any more."""
        await self.wecom.delete("/emulator/faults")

    async def calls(self, path: str) -> int:
        """How often an API was called."""
        rows = (await self.wecom.get("/emulator/journal", params={"path": path})).json()
        return len(rows)

    async def client(self) -> WeCom:
        """WeCom as the corp's first app sees it."""
        return await corps.connect(self.runtime, self.world.corp_id)

    async def perform(self, key: str, effect: Effect) -> dict[str, Any]:
        """One try of a job."""
        return (await deeds.perform(self.runtime, self.world.corp_id, key, effect)).result

    async def patiently(self, key: str, effect: Effect, tries: int = 40) -> dict[str, Any]:
        """As a job does it: again at the time that is named. Raises UndecidedError."""
        for _ in range(tries):
            try:
                return await self.perform(key, effect)
            except UndecidedError:
                raise
            except NotKnownYetError as error:
                await self.later((error.until - self.now()).total_seconds() + 0.01)
            except WeComError:
                await self.later(61)
        message = "it waits for ever"
        raise AssertionError(message)


@contextlib.asynccontextmanager
async def open_stage(dsn: str, home: Path) -> AsyncIterator[Stage]:
    """One corp with two members, a customer, a group, and no worker."""
    emulator = create_app()
    wecom = httpx2.AsyncClient(
        transport=httpx2.ASGITransport(app=emulator), base_url="http://wecom.test"
    )
    async with open_world(dsn, home, wecom=wecom) as world:
        made = await wecom.post(
            "/emulator/corps",
            json={
                "corpid": world.app.corpid,
                "name": "青禾",
                "apps": [{"agentid": a.agent_id, "secret": a.secret} for a in world.apps],
                "departments": [{"id": 1, "name": "总部"}],
                "staff": [{"userid": "ann", "name": "安"}, {"userid": "bob", "name": "博"}],
            },
        )
        assert made.status_code == 200, made.text
        stage = Stage(world, wecom, world.runtime)
        stage.runtime = replace(world.runtime, clock=stage.now)
        await world.sign_in()
        await stage.act("add", userid="ann", person={"name": "客", "unionid": secrets.token_hex(8)})
        yield stage
        await emulator.state.world.close()
