"""Encrypted callbacks, durable before the answer, against an empty handler and a naive one."""

import asyncio
import statistics
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import psycopg

from yutang.bootstrap import build_runtime
from yutang.cli.demo.stack import COMMAND, free_ports, temporary_home
from yutang.kernel.settings import Settings

from . import wrk
from .callbacks import Batch, make_batch
from .load import Tally, send_all
from .servers import add_company, database, peer, serve
from .showing import CONSOLE, show_bounds, show_table, show_versions

CONNECTIONS = 64
BOUNDS = {
    "ratio_to_empty": (">=", 0.35),
    "ratio_to_naive": (">=", 5.0),
    "p99_ms": ("<=", 20.0),
    "lost": ("<=", 0.0),
    "duplicated": ("<=", 0.0),
}


@dataclass(frozen=True, slots=True)
class Size:
    """How much is done."""

    rounds: int = 5
    seconds: float = 4.0
    requests: int = 60_000
    exact: int = 6_000


QUICK = Size(rounds=1, seconds=1.0, requests=12_000, exact=1_000)


@dataclass(frozen=True, slots=True)
class Arena:
    """The servers that take part, all on one database."""

    database_url: str
    ports: dict[str, int]
    api: asyncio.subprocess.Process


@dataclass(slots=True)
class Series:
    """What one server did in each round."""

    per_second: list[float] = field(default_factory=list)
    p99_ms: list[float] = field(default_factory=list)


async def run(*, quick: bool) -> dict[str, object]:
    """Measure; returns the keys."""
    size = QUICK if quick else Size()
    with temporary_home() as home:
        async with database(home) as url:
            await _add_corp(home, url)
            async with _arena(home, url) as arena:
                await _show_versions(url)
                batch = make_batch(size.requests, seed=1)
                await _check_answers(arena, make_batch(500, seed=2))
                series = await _rounds(arena, batch, size)
                lost, duplicated = await _kill_while_storing(arena, make_batch(size.exact, seed=3))
    return _keys(series, lost, duplicated)


async def _add_corp(home: Path, url: str) -> None:
    runtime = build_runtime(Settings(home=home, database_url=url))
    try:
        await add_company(runtime)
    finally:
        await runtime.close()


@asynccontextmanager
async def _arena(home: Path, url: str) -> AsyncIterator[Arena]:
    ours, empty, naive = free_ports(3)
    corp_id = await _value(url, "select id from corps")
    ours_settings = {
        "YUTANG_HOME": str(home),
        "YUTANG_DATABASE_URL": url,
        "YUTANG_PORT": str(ours),
        "YUTANG_LOG_LEVEL": "WARNING",
    }
    naive_settings = {"YUTANG_DATABASE_URL": url, "BENCH_CORP_ID": str(corp_id)}
    async with (
        serve((*COMMAND, "api"), ours_settings, f"http://127.0.0.1:{ours}/readyz") as api,
        serve(peer("bench.peers:empty", empty), {}, f"http://127.0.0.1:{empty}/"),
        serve(peer("bench.peers:naive", naive), naive_settings, f"http://127.0.0.1:{naive}/"),
    ):
        yield Arena(url, {"ours": ours, "empty": empty, "naive": naive}, api)


async def _show_versions(url: str) -> None:
    settings = {
        name: str(await _value(url, f"show {name}"))
        for name in ("server_version", "fsync", "synchronous_commit")
    }
    load = await wrk.version() if wrk.installed() else "own client in a second process"
    show_versions("uvicorn", "uvloop", "httptools", "sqlalchemy", "psycopg", **settings, load=load)
    CONSOLE.print(
        "the empty handler and the naive one are raw ASGI on the same server, as ours is",
        style="dim",
    )


async def _check_answers(arena: Arena, batch: Batch) -> None:
    """Before anything is timed: all three answer alike, and the two that store hold the same."""
    for name in ("empty", "ours", "naive"):
        await _clear(arena.database_url)
        tally = await send_all(batch.requests, arena.ports[name], CONNECTIONS, 60)
        stored = await _stored(arena.database_url)
        expected = dict.fromkeys(batch.subjects, 1) if name != "empty" else {}
        if len(tally.acknowledged) != len(batch.requests) or stored != expected:
            message = f"{name} answered {len(tally.acknowledged)} of {len(batch.requests)} "
            message += f"with success and stored {len(stored)} of {len(set(batch.subjects))}"
            raise RuntimeError(message)


async def _rounds(arena: Arena, batch: Batch, size: Size) -> dict[str, Series]:
    names = ["empty", "ours", "naive"]
    series = {name: Series() for name in names}
    for turn in range(size.rounds):
        for name in names[turn % 3 :] + names[: turn % 3]:
            await _clear(arena.database_url)
            port = arena.ports[name]
            if wrk.installed():
                load = await wrk.run_wrk(batch.requests, port, CONNECTIONS, size.seconds)
            else:
                load = await wrk.run_own(batch.requests, port, CONNECTIONS, size.seconds)
            if load.refused or (load.wraps and name != "empty"):
                message = f"{name}: {load.refused} refused, data began anew {load.wraps} times"
                raise RuntimeError(message)
            series[name].per_second.append(load.per_second)
            series[name].p99_ms.append(load.p99_ms)
    return series


async def _kill_while_storing(arena: Arena, batch: Batch) -> tuple[int, int]:
    """SIGKILL the api in the middle: what it acknowledged must be there, once.

    Returns how many acknowledged callbacks are not there, and how many rows are too many.
    """
    await _clear(arena.database_url)
    sending = asyncio.create_task(
        send_all(batch.requests, arena.ports["ours"], CONNECTIONS, seconds=120)
    )
    while await _rows(arena.database_url) < len(batch.requests) / 3 and not sending.done():
        await asyncio.sleep(0.005)
    arena.api.kill()
    tally: Tally = await sending
    stored = await _stored(arena.database_url)
    if not 0 < len(tally.acknowledged) < len(batch.requests):
        message = f"the kill came at the wrong moment: {len(tally.acknowledged)} acknowledged"
        raise RuntimeError(message)
    acknowledged = {batch.subjects[place] for place in tally.acknowledged}
    lost = sum(subject not in stored for subject in acknowledged)
    return lost, sum(count - 1 for count in stored.values())


def _keys(series: dict[str, Series], lost: int, duplicated: int) -> dict[str, object]:
    rows = [
        (
            name,
            f"{statistics.median(one.per_second):,.0f}",
            f"{min(one.per_second):,.0f}-{max(one.per_second):,.0f}",
            f"{statistics.median(one.p99_ms):.1f}",
        )
        for name, one in series.items()
    ]
    show_table(
        "callbacks: 64 connections, 5 % duplicates, half adds and half edits",
        ("server", "per second, median", "range", "p99 ms, median"),
        rows,
    )
    keys: dict[str, object] = {
        "per_second": round(statistics.median(series["ours"].per_second)),
        "p99_ms": round(statistics.median(series["ours"].p99_ms), 1),
        "ratio_to_empty": _ratio(series, "empty"),
        "ratio_to_naive": _ratio(series, "naive"),
        "lost": lost,
        "duplicated": duplicated,
    }
    show_bounds(keys, BOUNDS)
    return keys


def _ratio(series: dict[str, Series], peer: str) -> float:
    """Median over the rounds of ours to the peer of the same round."""
    pairs = zip(series["ours"].per_second, series[peer].per_second, strict=True)
    return round(statistics.median(ours / other for ours, other in pairs), 2)


async def _clear(url: str) -> None:
    async with await psycopg.AsyncConnection.connect(url, autocommit=True) as connection:
        await connection.execute("truncate inbox, welcomes")


async def _stored(url: str) -> dict[str, int]:
    """Rows of the inbox by subject."""
    async with await psycopg.AsyncConnection.connect(url, autocommit=True) as connection:
        cursor = await connection.execute("select subject, count(*) from inbox group by subject")
        return {str(subject): int(count) for subject, count in await cursor.fetchall()}


async def _rows(url: str) -> int:
    return int(str(await _value(url, "select count(*) from inbox")))


async def _value(url: str, query: str) -> object:
    async with await psycopg.AsyncConnection.connect(url, autocommit=True) as connection:
        row = await (await connection.execute(query.encode())).fetchone()
        return None if row is None else row[0]
