"""Twenty thousand groups of a generated company: read whole, counted as the emulator counts."""

import asyncio
import resource
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

import httpx2
import pytest
from sqlalchemy import text

from tests.yutang.sense.sync.company import Company
from tests.yutang.world import open_world
from wecom_emulator.app import create_app
from yutang.sense.sync import service
from yutang.wecom.admission import NoQuotaError

GROUPS, CUSTOMERS, STAFF = 20_000, 100_000, 400
PEOPLE = ("wm", "wo")
PAGES = (
    "groups?sort=-people",
    "groups?sort=-joined_7",
    "groups?sort=name&tier=none",
    "groups/count",
    "groups/summary",
    "groups/duplicates",
    "groups/duplicates/count",
    "groups/days",
)


async def read(company: Company) -> int:
    """Groups, waiting for quota where it is used up."""
    runtime = company.world.runtime
    while True:
        try:
            return await service.sync_groups(runtime, company.world.corp_id)
        except NoQuotaError as error:
            await asyncio.sleep(max((error.until - runtime.clock()).total_seconds(), 0.5))


async def timed(company: Company, path: str) -> float:
    """Milliseconds of the second time that a page is asked for."""
    for _ in range(2):
        began = time.perf_counter()
        answer = await company.world.http.get(f"/api/{path}")
        assert answer.status_code == 200, answer.text
    return (time.perf_counter() - began) * 1000


def say(line: str) -> None:
    """A figure of the proof, seen with `pytest -s`."""
    sys.stdout.write(f"{line}\n")


def peak() -> int:
    """Of this process, the emulator within, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


@pytest.mark.proof
@pytest.mark.timeout(3600)
async def test_twenty_thousand_groups(dsn: str, tmp_path: Path) -> None:
    emulator = create_app()
    wecom = httpx2.AsyncClient(
        transport=httpx2.ASGITransport(app=emulator), base_url="http://wecom.test", timeout=600
    )
    async with open_world(dsn, tmp_path, wecom=wecom) as world:
        apps: list[dict[str, Any]] = [
            {"agentid": a.agent_id, "secret": a.secret} for a in world.apps
        ]
        made = await wecom.post(
            "/emulator/corps", json={"corpid": world.app.corpid, "name": "青禾", "apps": apps}
        )
        assert made.status_code == 200, made.text
        company = Company(world, wecom)
        size = {"staff": STAFF, "customers": CUSTOMERS, "groups": GROUPS, "tags": 20, "seed": 7}
        await company.act("generate", **size)
        await world.sign_in()
        began = time.perf_counter()
        await service.sync_corp(world.runtime, world.corp_id)
        say(f"\ncustomers: {time.perf_counter() - began:.0f} s, peak {peak()} MB")
        began = time.perf_counter()
        assert await read(company) == GROUPS
        seconds = time.perf_counter() - began
        [(calls, days)] = await company.rows(
            "select calls, cursor->>'days' from bulk_runs where kind = 'sync.groups'"
        )
        say(f"groups: {seconds:.0f} s, {calls:,} calls, {days} owner days, peak {peak()} MB")

        true = (await wecom.get(f"/emulator/corps/{world.app.corpid}/groups")).json()
        seats = Counter(who for one in true for who in one["members"] if who[:2] in PEOPLE)
        summary = (await world.http.get("/api/groups/summary")).json()
        assert (summary["groups"], summary["seats"]) == (GROUPS, seats.total())
        assert (summary["persons"], summary["in_several"]) == (
            len(seats),
            sum(count > 1 for count in seats.values()),
        )
        sizes = await company.rows("select chat_id, people + staff from group_chats")
        assert dict(sizes) == {one["chat_id"]: len(one["members"]) for one in true}
        say(f"stays: {sum(dict(sizes).values()):,}, persons {len(seats):,}")

        async with world.runtime.database.owner() as session:
            await session.execute(text("analyze group_chats"))
            await session.execute(text("analyze group_members"))
        for path in PAGES:
            say(f"{path}: {await timed(company, path):.0f} ms")
        began = time.perf_counter()
        assert await read(company) == 0
        say(f"nothing new: {time.perf_counter() - began:.1f} s")
        await emulator.state.world.close()
