"""A generated company in the emulator that nobody told Yutang of."""

import contextlib
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx2
from sqlalchemy import text

from tests.yutang.world import World, open_world
from wecom_emulator.app import create_app


@dataclass
class Company:
    """Yutang, and a generated company in the emulator whose callbacks reach nobody."""

    world: World
    wecom: httpx2.AsyncClient

    async def act(self, name: str, **body: Any) -> dict[str, Any]:
        """Something happens in WeCom."""
        path = f"/emulator/corps/{self.world.app.corpid}/{name}"
        answer = await self.wecom.post(path, json=body)
        assert answer.status_code == 200, answer.text
        return dict(answer.json())

    async def rows(self, sql: str) -> Sequence[Any]:
        """What the database holds."""
        async with self.world.runtime.database.owner() as session:
            return [tuple(row) for row in await session.execute(text(sql))]

    async def shown(self) -> set[tuple[str, str]]:
        """Every (member, customer) pair that WeCom shows."""
        found: set[tuple[str, str]] = set()
        token = (
            await self.wecom.get(
                "/cgi-bin/gettoken",
                params={"corpid": self.world.app.corpid, "corpsecret": self.world.app.secret},
            )
        ).json()["access_token"]
        query = {"access_token": token}
        path = "/cgi-bin/externalcontact"
        members = (await self.wecom.get(f"{path}/get_follow_user_list", params=query)).json()
        for userid in members["follow_user"]:
            listed = await self.wecom.get(f"{path}/list", params={**query, "userid": userid})
            found |= {(userid.lower(), one) for one in listed.json()["external_userid"]}
        return found

    async def friends(self) -> set[tuple[str, str]]:
        """Every living pair that Yutang holds."""
        return {
            (row[0], row[1])
            for row in await self.rows(
                "select s.account, i.value from follows f"
                " join staff s on s.corp_id = f.corp_id and s.id = f.staff_id"
                " join customer_identities i on i.corp_id = f.corp_id"
                "  and i.customer_id = f.customer_id and i.kind = 'external'"
                " where f.state = 'friend'"
            )
        }

    async def age(self) -> None:
        """A day goes by: what was read is news of yesterday."""
        async with self.world.runtime.database.owner() as session:
            await session.execute(
                text("update follows set changed_at = changed_at - interval '1 hour'")
            )

    async def calls(self, path: str) -> list[dict[str, Any]]:
        """What WeCom was asked."""
        return list((await self.wecom.get("/emulator/journal", params={"path": path})).json())


@contextlib.asynccontextmanager
async def open_company(dsn: str, home: Path, **size: int) -> AsyncIterator[Company]:
    """A generated company of this size; not read yet, its callbacks reach nobody."""
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
            },
        )
        assert made.status_code == 200, made.text
        company = Company(world, wecom)
        await company.act("generate", **size)
        await world.sign_in()
        yield company
        await emulator.state.world.close()
