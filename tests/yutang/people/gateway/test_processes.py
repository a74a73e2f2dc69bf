"""Real processes, one WeCom: one token for all, no quota exceeded, a killed run goes on."""

import asyncio
import contextlib
import json
import signal
import sys
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx2
import pytest
from pydantic import SecretStr
from sqlalchemy import text

from tests.yutang.world import AES_KEY, PASSWORD
from yutang.bootstrap import build_runtime
from yutang.cli.demo.stack import free_ports
from yutang.kernel.runtime import Runtime
from yutang.kernel.settings import Settings
from yutang.people.corps import service as corps
from yutang.people.corps.schemas import NewApp, NewCorp, NewOwner
from yutang.sense.sync import service as sync

CORPID, SECRET = "ww0123456789abcdef", "secret-of-the-app"
ROOT = Path(__file__).resolve().parents[4]
STAFF = 250

pytestmark = pytest.mark.timeout(240)


@dataclass
class Stage:
    """WeCom as a process of its own, and our corp in it."""

    runtime: Runtime
    wecom: httpx2.AsyncClient
    corp_id: int
    limits_file: Path | None
    children: list[asyncio.subprocess.Process] = field(default_factory=list)

    async def start(self, what: str, count: int = 1) -> list[asyncio.subprocess.Process]:
        """Start processes; all are ready when this returns, and wait for a line."""
        settings = self.runtime.settings
        children = [
            await asyncio.create_subprocess_exec(
                sys.executable,
                "-m",
                "tests.yutang.people.gateway.caller",
                str(settings.database_url),
                str(settings.home),
                settings.wecom_base_url,
                str(self.corp_id),
                str(self.limits_file or "-"),
                what,
                cwd=ROOT,
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
            )
            for _ in range(count)
        ]
        self.children += children
        for child in children:
            assert await _line(child) == "ready"
        return children

    async def journal(self, path: str) -> list[dict[str, Any]]:
        """WeCom's own list of the calls of an API."""
        answer = await self.wecom.get("/emulator/journal", params={"path": path})
        found: list[dict[str, Any]] = answer.json()
        return found

    async def one(self, statement: str) -> Any:
        """The first row of a query."""
        async with self.runtime.database.owner() as session:
            return (await session.execute(text(statement))).first()


async def _line(child: asyncio.subprocess.Process) -> str:
    assert child.stdout is not None
    return (await child.stdout.readline()).decode().strip()


async def work(children: Sequence[asyncio.subprocess.Process], seconds: float) -> list[Any]:
    """Let all call for so long together; what each tells."""
    for child in children:
        assert child.stdin is not None
        child.stdin.write(f"{seconds}\n".encode())
        await child.stdin.drain()
    return [json.loads(await _line(child)) for child in children]


@contextlib.asynccontextmanager
async def opened(dsn: str, home: Path, minute: int | None = None) -> AsyncIterator[Stage]:
    """Both sides know the same limits."""
    [port] = free_ports(1)
    arguments = [sys.executable, "-m", "wecom_emulator", "serve", "--port", str(port)]
    ours = None
    if minute is not None:
        theirs, ours = home / "theirs.toml", home / "ours.toml"
        theirs.write_text(f"calls_a_minute = {minute}\n")
        ours.write_text(f"[every_api]\nminute = {minute}\n")
        arguments += ["--limits", str(theirs)]
    emulator = await asyncio.create_subprocess_exec(*arguments, cwd=ROOT)
    address = f"http://127.0.0.1:{port}"
    runtime = build_runtime(Settings(home=home, database_url=dsn, wecom_base_url=address))
    try:
        async with httpx2.AsyncClient(base_url=address) as wecom:
            await _until_it_answers(wecom)
            made = await wecom.post(
                "/emulator/corps",
                json={
                    "corpid": CORPID,
                    "name": "青禾",
                    "apps": [{"agentid": 1000002, "secret": SECRET}],
                    "departments": [{"id": 1, "name": "总部"}],
                    "staff": [{"userid": f"s{i:03}", "name": f"员工{i}"} for i in range(STAFF)],
                },
            )
            assert made.status_code == 200, made.text
            app = NewApp(
                agent_id=1000002,
                secret=SecretStr(SECRET),
                callback_token=SecretStr("token"),
                aes_key=SecretStr(AES_KEY),
            )
            async with runtime.database.owner() as session:
                corp_id = await corps.add_corp(
                    session,
                    runtime.vault,
                    NewCorp(corpid=CORPID, name="青禾", apps=[app]),
                    NewOwner(login="demo", name="周岚", password=SecretStr(PASSWORD)),
                )
            stage = Stage(runtime, wecom, corp_id, ours)
            try:
                yield stage
            finally:
                for child in stage.children:
                    if child.returncode is None:
                        child.kill()
                    await child.communicate()
    finally:
        await runtime.close()
        emulator.terminate()
        await emulator.wait()


async def _until_it_answers(wecom: httpx2.AsyncClient) -> None:
    async with asyncio.timeout(90):
        while True:
            with contextlib.suppress(httpx2.HTTPError):
                if (await wecom.get("/healthz")).status_code == 200:
                    return
            await asyncio.sleep(0.1)


@pytest.mark.proof
async def test_eight_processes_fetch_one_token_and_four_renew_it_once_when_it_is_due(
    dsn: str, tmp_path: Path
) -> None:
    async with opened(dsn, tmp_path) as stage:
        children = await stage.start("calls", 8)
        first = await work(children, 0.0)
        assert first == [{"answered": 8, "waits": 0, "errors": []}] * 8
        assert len(await stage.journal("/cgi-bin/gettoken")) == 1
        async with stage.runtime.database.owner() as session:
            await session.execute(
                text(
                    "update access_tokens set fetched_at = now() - interval '7000 seconds',"
                    " expires_at = now() + interval '200 seconds'"
                )
            )
        # Their copies say that the token is fresh; new processes know better at once.
        children = await stage.start("calls", 4)
        second = await work(children, 0.3)
        assert sum(told["answered"] for told in second) >= 32
        assert [(told["waits"], told["errors"]) for told in second] == [(0, [])] * 4
        assert len(await stage.journal("/cgi-bin/gettoken")) == 2


@pytest.mark.proof
async def test_a_token_that_wecom_forgot_is_fetched_once_by_all_together(
    dsn: str, tmp_path: Path
) -> None:
    async with opened(dsn, tmp_path) as stage:
        [first] = await stage.start("calls")
        await work([first], 0.0)
        sealed = stage.runtime.vault.seal("forgotten", "access_tokens.token")
        async with stage.runtime.database.owner() as session:
            await session.execute(
                text("update access_tokens set sealed_token = :sealed"), {"sealed": sealed}
            )
        told = await work(await stage.start("calls", 3), 0.0)
        assert told == [{"answered": 8, "waits": 0, "errors": []}] * 3
        assert len(await stage.journal("/cgi-bin/gettoken")) == 2


@pytest.mark.proof
async def test_processes_together_use_the_quota_and_never_exceed_it(
    dsn: str, tmp_path: Path
) -> None:
    async with opened(dsn, tmp_path, minute=300) as stage:
        told = await work(await stage.start("calls", 3), 10.0)
        calls = await stage.journal("/cgi-bin/department/list")
        assert [one["errors"] for one in told] == [[]] * 3
        assert {call["errcode"] for call in calls} == {0}
        assert len(calls) == sum(one["answered"] for one in told)
        moments = sorted(call["at"] for call in calls)
        stretch = moments[-1] - moments[0]
        burst, rate = 3, 297 / 60.3
        assert len(calls) <= burst + rate * (stretch + 0.3) + 1
        assert len(calls) >= 0.9 * rate * stretch


async def test_a_killed_reading_of_a_corp_goes_on_at_its_batch(dsn: str, tmp_path: Path) -> None:
    async with opened(dsn, tmp_path) as stage:
        # Of the batches that are read together one is answered at once, and written meanwhile.
        fault = {"path": sync.PATH, "kind": "latency", "value": 8.0, "count": 2}
        assert (await stage.wecom.post("/emulator/faults", json=fault)).status_code == 200
        [child] = await stage.start("sync")
        assert child.stdin is not None
        child.stdin.write(b"go\n")
        await child.stdin.drain()
        async with asyncio.timeout(60):
            while not (row := await stage.one("select done from bulk_runs")) or row.done == 0:
                await asyncio.sleep(0.02)
        child.send_signal(signal.SIGKILL)
        await child.wait()
        killed = await stage.one("select * from bulk_runs")
        assert (killed.state, killed.total) == ("running", STAFF)
        assert 0 < killed.done < STAFF
        before = len(await stage.journal(sync.PATH))
        await sync.sync_corp(stage.runtime, stage.corp_id)
        asked = [call["body"]["userid_list"] for call in await stage.journal(sync.PATH)]
        ended = await stage.one("select * from bulk_runs")
        assert (ended.id, ended.state, ended.done) == (killed.id, "ended", STAFF)
        # Those that were written are not asked for again, and everybody else is, once.
        resumed = [who for batch in asked[before:] for who in batch]
        assert len(resumed) == len(set(resumed)) == STAFF - killed.done
        assert sorted({who for batch in asked for who in batch}) == [
            f"s{i:03}" for i in range(STAFF)
        ]
