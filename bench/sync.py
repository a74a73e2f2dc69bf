"""Read a whole generated company, then again with a hundredth changed: how fast, at what cost.

The emulator is a process of its own, Yutang's reader another (this one), PostgreSQL its servers.
`relations_per_second` and `customers_per_second` are by the wall clock with no quota in the way.
The bound is on the relations, since it is twice what the quota lets pass: 150,000 calls an hour
of `batch/get_by_user` with 100 rows each are 4,167 rows a second, and a row is one member's
relation to one customer. Who has two members costs two rows to read and to write, so people a
second are fewer by as much as people have members: a seventh, in the company made here. Beside
both stands what each side takes of the processors for 100,000 customers, which says more on a
busy machine. Every relation that the emulator shows must be here at the end, and
after the tick again. `quota_used` is measured with a limit so small that it, not the machine, is
the bound: calls that were answered by calls that the limit allowed in the time.
"""

import asyncio
import gc
import os
import resource
import sys
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import httpx2
from sqlalchemy import text

from yutang.bootstrap import build_runtime
from yutang.cli.demo.stack import free_ports, temporary_home
from yutang.kernel.runtime import Runtime
from yutang.kernel.settings import Settings
from yutang.sense.sync import service as sync

from .emulator import CORPID, SECRET
from .servers import add_company, database, family, until_answers
from .showing import CONSOLE, show_bounds, show_table, show_versions

BOUNDS = {
    "relations_per_second": (">=", 8_334.0),
    "quota_used": (">=", 0.98),
    "peak_mb": ("<=", 1_000.0),
}
ENDLESS = 1_000_000_000
_LIMITS = ("calls_a_minute", "calls_an_hour", "ip_calls_a_minute", "ip_calls_an_hour")
_PATH = "/cgi-bin/externalcontact"


@dataclass(frozen=True, slots=True)
class Size:
    """How large the company is; YUTANG_BENCH_CUSTOMERS sets another number of customers."""

    staff: int = 5_000
    customers: int = 10_000_000
    tags: int = 2_000
    tick: float = 0.01
    quota_minute: int = 3_000
    """Calls a minute for the part with a quota."""
    quota_seconds: float = 60.0


QUICK = Size(20, 3_000, 50, quota_minute=120, quota_seconds=8.0)


async def run(*, quick: bool) -> dict[str, object]:
    """Measure; returns the keys. Raises RuntimeError where both sides do not agree."""
    size = QUICK if quick else Size()
    if given := os.environ.get("YUTANG_BENCH_CUSTOMERS"):
        count = int(given)
        size = replace(size, customers=count, staff=max(20, min(5_000, count // 2_000)))
    show_versions("psycopg", "sqlalchemy", "orjson")
    # As the worker does at its start.
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)
    with temporary_home(_memory()) as home:
        async with _emulator(size, home) as emulator, database(home) as dsn:
            keys = await _measure(size, home, dsn, emulator)
    show_bounds(keys, BOUNDS)
    return keys


def _memory() -> Path | None:
    """Where a crash of the machine forgets all: only when it is asked for."""
    given = os.environ.get("YUTANG_BENCH_HOME")
    return Path(given) if given else None


@dataclass(frozen=True, slots=True)
class Emulator:
    """The other side."""

    pid: int
    port: int

    @property
    def address(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.port}"

    async def post(self, path: str, body: object) -> Any:
        """Ask its control API."""
        async with httpx2.AsyncClient(trust_env=False, timeout=3600) as http:
            answer = await http.post(self.address + path, json=body)
        return answer.raise_for_status().json()


@asynccontextmanager
async def _emulator(size: Size, home: Path) -> AsyncIterator[Emulator]:
    (port,) = free_ports(1)
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "wecom_emulator", "serve", "--port", str(port),
        "--staff", str(size.staff), "--customers", str(size.customers), "--groups", "10",
        "--tags", str(size.tags), "--seed", "7", "--corpid", CORPID, "--secret", SECRET,
        "--state", str(home / "emulator.json"),
        stdout=asyncio.subprocess.DEVNULL,
    )  # fmt: skip
    try:
        emulator = Emulator(process.pid, port)
        await until_answers(process, f"{emulator.address}/healthz")
        await emulator.post("/emulator/limits", dict.fromkeys(_LIMITS, 0))
        yield emulator
    finally:
        process.terminate()
        await process.wait()


def _runtime(home: Path, dsn: str, emulator: Emulator, minute: int) -> Runtime:
    limits = home / f"limits-{minute}.toml"
    windows = f"minute = {minute}\nhour = {min(minute * 60, ENDLESS)}\n"
    limits.write_text(f"[every_api]\n{windows}[every_api_by_address]\n{windows}")
    settings = Settings(
        home=home, database_url=dsn, wecom_base_url=emulator.address, wecom_limits=limits
    )
    return build_runtime(settings, pre_ping=False)


async def _measure(size: Size, home: Path, dsn: str, emulator: Emulator) -> dict[str, object]:
    runtime = _runtime(home, dsn, emulator, ENDLESS)
    try:
        corp_id = await add_company(runtime, CORPID, SECRET)
        first = await _timed(runtime, corp_id, home, emulator)
        await _compare(runtime, emulator, size)
        ticked = await emulator.post(f"/emulator/corps/{CORPID}/tick", {"share": size.tick})
        again = await _timed(runtime, corp_id, home, emulator)
        await _compare(runtime, emulator, size)
        compared = time.perf_counter()
        found = await sync.reconcile_corp(runtime, corp_id)
        compared = time.perf_counter() - compared
    finally:
        await runtime.close()
    used = await _quota_used(size, home, dsn, emulator, corp_id)
    changed = sum(ticked["changed"].values())
    rows = [
        (
            name,
            f"{one.seconds:,.1f}",
            f"{one.relations / one.seconds:,.0f}",
            f"{size.customers / one.seconds:,.0f}",
            *one.costs(size),
        )
        for name, one in (("first", first), (f"again, {changed:,} changed", again))
    ]
    show_table(
        f"{size.customers:,} customers of {size.staff:,} members",
        ("", "s", "relations/s", "people/s", "reader*", "server*", "emulator*"),
        rows,
    )
    CONSOLE.print(
        "* processor seconds for 100,000 customers; the server is PostgreSQL", style="dim"
    )
    CONSOLE.print(f"compared in {compared:,.1f} s, {found:,} differences", style="dim")
    CONSOLE.print(f"load of the machine: {os.getloadavg()[0]:.1f}", style="dim")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6
    return {
        "relations_per_second": round(first.relations / first.seconds),
        "customers_per_second": round(size.customers / first.seconds),
        "quota_used": round(used, 4),
        "resync_seconds": round(again.seconds, 1),
        "reconcile_seconds": round(compared, 1),
        "peak_mb": round(peak, 1),
        "reader_share": round(first.reader / first.seconds, 2),
        "postgres_share": round(first.postgres / first.seconds, 2),
        "emulator_share": round(first.emulator / first.seconds, 2),
    }


@dataclass(frozen=True, slots=True)
class Cost:
    """One reading: relations read, seconds by the clock, and of each side's processor time."""

    relations: int
    seconds: float
    reader: float
    postgres: float
    emulator: float

    def costs(self, size: Size) -> Sequence[str]:
        """Of each side, for 100,000 customers."""
        parts = (self.reader, self.postgres, self.emulator)
        return [f"{part * 1e5 / size.customers:,.1f}" for part in parts]


async def _timed(runtime: Runtime, corp_id: int, home: Path, emulator: Emulator) -> Cost:
    postmaster = int((home / "postgres" / "data" / "postmaster.pid").read_text().split()[0])
    servers, far = processor_seconds(family(postmaster)), processor_seconds({emulator.pid})
    own, began = time.process_time(), time.perf_counter()
    relations = await sync.sync_corp(runtime, corp_id)
    return Cost(
        relations,
        time.perf_counter() - began,
        time.process_time() - own,
        processor_seconds(family(postmaster)) - servers,
        processor_seconds({emulator.pid}) - far,
    )


def processor_seconds(pids: set[int]) -> float:
    """Seconds of the processes and of their children that have ended."""
    total = 0
    for pid in pids:
        try:
            fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        except (FileNotFoundError, ProcessLookupError):
            continue
        total += sum(int(field) for field in fields[11:15])
    return total / os.sysconf("SC_CLK_TCK")


async def _compare(runtime: Runtime, emulator: Emulator, size: Size) -> None:
    """Every pair of some members' lists is here; and all people are."""
    async with httpx2.AsyncClient(base_url=emulator.address, trust_env=False, timeout=60) as http:
        who = {"corpid": CORPID, "corpsecret": SECRET}
        token = (await http.get("/cgi-bin/gettoken", params=who)).json()["access_token"]
        query = {"access_token": token}
        told = await http.get(f"{_PATH}/get_follow_user_list", params=query)
        members = sorted(told.json()["follow_user"])
        for userid in members[:: max(1, len(members) // 20)]:
            shown = await http.get(f"{_PATH}/list", params={**query, "userid": userid})
            wanted = set(shown.json()["external_userid"])
            async with runtime.database.owner() as session:
                kept = set(
                    await session.scalars(
                        text(
                            "select i.value from follows f join staff s on s.corp_id = f.corp_id"
                            " and s.id = f.staff_id join customer_identities i"
                            " on i.corp_id = f.corp_id and i.customer_id = f.customer_id"
                            " and i.kind = 'external'"
                            " where s.account = :account and f.state = 'friend'"
                        ),
                        {"account": userid.lower()},
                    )
                )
            if missing := wanted - kept:
                message = f"{len(missing)} of {len(wanted)} customers of {userid} are missing"
                raise RuntimeError(message)
    async with runtime.database.owner() as session:
        people = await session.scalar(text("select count(*) from customers"))
    if (people or 0) < size.customers:
        message = f"{people} of {size.customers} customers are here"
        raise RuntimeError(message)


async def _quota_used(size: Size, home: Path, dsn: str, emulator: Emulator, corp_id: int) -> float:
    """Calls answered by calls allowed, once what may go at once is gone."""
    runtime = _runtime(home, dsn, emulator, size.quota_minute)
    async with runtime.database.owner() as session:
        # The buckets know the other limit: they begin empty, so that only what flows counts.
        await session.execute(text("update gateway_quotas set full_at = now(), used = 0"))
        await session.execute(text("update bulk_runs set state = 'dropped' where state <> 'ended'"))

    async def read_on() -> None:
        while True:
            await sync.sync_corp(runtime, corp_id)

    task = asyncio.create_task(read_on())
    try:
        await asyncio.sleep(size.quota_seconds / 4)
        before, began = await _calls(runtime), time.perf_counter()
        await asyncio.sleep(size.quota_seconds)
        after, seconds = await _calls(runtime), time.perf_counter() - began
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        await runtime.close()
    return (after - before) / (size.quota_minute / 60 * seconds)


async def _calls(runtime: Runtime) -> int:
    async with runtime.database.owner() as session:
        used = await session.scalar(
            text(
                "select used from gateway_quotas where path = :path and seconds = 3600"
                " and corp_id > 0"
            ),
            {"path": sync.PATH},
        )
    return used or 0
