"""Batches of events over HTTP, durable before the answer, beside COPY and one row per commit."""

import asyncio
import json
import random
import statistics
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import psycopg

from yutang.bootstrap import build_runtime
from yutang.cli.demo.stack import COMMAND, free_ports, temporary_home
from yutang.kernel.settings import Settings
from yutang.sense.collector import service as collector
from yutang.sense.collector.schemas import NewSource

from .load import send_all
from .servers import add_company, database, serve
from .showing import CONSOLE, show_bounds, show_table, show_versions

CONNECTIONS = 16
EVENTS = 500
"""Of one batch."""
BOUNDS = {"ratio_to_copy": (">=", 0.4), "lost": ("<=", 0.0), "duplicated": ("<=", 0.0)}
SEED = 20261127
HANDLE_SECONDS = 600


@dataclass(frozen=True, slots=True)
class Size:
    """How much is done."""

    rounds: int = 5
    batches: int = 200
    singles: int = 2_000
    handled: int = 40
    people: int = 5_000


QUICK = Size(rounds=1, batches=8, singles=50, handled=2, people=200)

_TABLE = """
create table bench_events (
  corp_id bigint not null, source_id bigint not null, message text not null, kind text not null,
  person text not null, at timestamptz not null, received_at timestamptz not null,
  props jsonb not null)
"""
_COLUMNS = "corp_id, source_id, message, kind, person, at, received_at, props"


@dataclass(slots=True)
class Series:
    """Events a second of one way, round by round."""

    per_second: list[float] = field(default_factory=list)


async def run(*, quick: bool) -> dict[str, object]:
    """Measure; returns the keys."""
    size = QUICK if quick else Size()
    with temporary_home() as home:
        async with database(home) as url:
            source_id, key = await _found(home, url)
            async with _api(home, url) as port:
                show_versions(
                    "uvicorn", "uvloop", "httptools", "orjson", "psycopg", **await _facts(url)
                )
                events = _events(size.batches * EVENTS, size.people)
                requests = [
                    _request(key, events[at : at + EVENTS]) for at in range(0, len(events), EVENTS)
                ]
                series, lost, duplicated = await _rounds(
                    url, port, source_id, events, requests, size
                )
                handled = await _handle(home, url, port, requests[: size.handled])
    return _keys(series, handled, lost, duplicated, size)


async def _found(home: Path, url: str) -> tuple[int, str]:
    runtime = build_runtime(Settings(home=home, database_url=url))
    try:
        corp_id = await add_company(runtime)
        wish = NewSource(name="bench", kind="server", events_per_second=1_000_000)
        made = await collector.make_source(runtime, corp_id, wish, "system")
    finally:
        await runtime.close()
    async with await psycopg.AsyncConnection.connect(url, autocommit=True) as connection:
        await connection.execute(_TABLE)
    return made.source.id, made.key or ""


@asynccontextmanager
async def _api(home: Path, url: str) -> AsyncIterator[int]:
    [port] = free_ports(1)
    settings = {
        "YUTANG_HOME": str(home),
        "YUTANG_DATABASE_URL": url,
        "YUTANG_PORT": str(port),
        "YUTANG_LOG_LEVEL": "WARNING",
    }
    async with serve((*COMMAND, "api"), settings, f"http://127.0.0.1:{port}/readyz"):
        yield port


async def _facts(url: str) -> dict[str, str]:
    names = ("server_version", "fsync", "synchronous_commit")
    return {name: str(await _value(url, f"show {name}")) for name in names}


def _events(count: int, people: int) -> list[dict[str, Any]]:
    """Page views and looks at products of `people`, the same for the same seed."""
    chance = random.Random(SEED)
    newest = datetime.now(UTC).replace(microsecond=0)
    found = []
    for number in range(count):
        person = f"d{chance.randrange(people):08d}"
        at = newest - timedelta(seconds=chance.randrange(86_400))
        found.append(
            {
                "type": "track",
                "event": "page.viewed" if number % 3 else "product.seen",
                "messageId": f"m{number:010d}",
                "anonymousId": person,
                "timestamp": at.isoformat(),
                "properties": {
                    "url": f"https://shop.example.com/goods/{chance.randrange(10_000)}",
                    "title": f"商品 {chance.randrange(10_000)}",
                    "referrer": "https://www.example.com/search",
                }
                if number % 3
                else {
                    "sku": f"SKU{chance.randrange(10_000):05d}",
                    "title": f"商品 {chance.randrange(10_000)}",
                    "price_fen": chance.randrange(1_000, 100_000),
                    "category": "女装",
                },
            }
        )
    return found


def _request(key: str, events: Sequence[dict[str, Any]]) -> bytes:
    body = json.dumps({"batch": list(events)}, ensure_ascii=False).encode()
    head = (
        "POST /collect/v1/batch HTTP/1.1\r\nHost: 127.0.0.1\r\n"
        f"Authorization: Bearer {key}\r\nContent-Type: application/json\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


async def _rounds(
    url: str,
    port: int,
    source_id: int,
    events: Sequence[dict[str, Any]],
    requests: Sequence[bytes],
    size: Size,
) -> tuple[dict[str, Series], int, int]:
    series = {name: Series() for name in ("ours", "copy", "single")}
    lost = duplicated = 0
    names = list(series)
    for turn in range(size.rounds):
        for name in names[turn % 3 :] + names[: turn % 3]:
            await _clear(url)
            if name == "ours":
                per_second = await _ours(port, requests)
                gone, twice = await _check(url, events)
                lost, duplicated = lost + gone, duplicated + twice
            elif name == "copy":
                per_second = await _copy(url, source_id, events)
            else:
                per_second = await _single(url, source_id, events[: size.singles])
            series[name].per_second.append(per_second)
    return series, lost, duplicated


async def _ours(port: int, requests: Sequence[bytes]) -> float:
    began = time.perf_counter()
    tally = await send_all(list(requests), port, CONNECTIONS, 600, expected=b'{"accepted":500')
    seconds = time.perf_counter() - began
    if len(tally.acknowledged) != len(requests):
        message = f"{len(tally.acknowledged)} of {len(requests)} batches were answered 200"
        raise RuntimeError(message)
    return len(requests) * EVENTS / seconds


async def _check(url: str, events: Sequence[dict[str, Any]]) -> tuple[int, int]:
    """How many acknowledged events are not stored, and how many are more than once."""
    stored: dict[str, int] = {}
    async with await psycopg.AsyncConnection.connect(url, autocommit=True) as connection:
        cursor = await connection.execute("select body from collect_batches order by id")
        async for (body,) in cursor:
            for one in json.loads(body)["batch"]:
                stored[one["messageId"]] = stored.get(one["messageId"], 0) + 1
    lost = sum(one["messageId"] not in stored for one in events)
    return lost, sum(count - 1 for count in stored.values())


def _row(source_id: int, one: dict[str, Any], now: datetime) -> tuple[object, ...]:
    props = json.dumps(one["properties"], ensure_ascii=False)
    person, at = one["anonymousId"], datetime.fromisoformat(one["timestamp"])
    return (1, source_id, one["messageId"], one["event"], person, at, now, props)


async def _copy(url: str, source_id: int, events: Sequence[dict[str, Any]]) -> float:
    """All in one COPY, of rows that were made before the clock began."""
    now = datetime.now(UTC)
    lines = [
        "\t".join(
            value.isoformat() if isinstance(value, datetime) else str(value).replace("\\", "\\\\")
            for value in _row(source_id, one, now)
        )
        for one in events
    ]
    data = ("\n".join(lines) + "\n").encode()
    async with await psycopg.AsyncConnection.connect(url) as connection:
        began = time.perf_counter()
        async with (
            connection.cursor() as cursor,
            cursor.copy(f"copy bench_events ({_COLUMNS}) from stdin".encode()) as copy,
        ):
            for at in range(0, len(data), 1 << 18):
                await copy.write(data[at : at + (1 << 18)])
        await connection.commit()
        seconds = time.perf_counter() - began
    if await _value(url, "select count(*) from bench_events") != len(events):
        message = "COPY did not store every event"
        raise RuntimeError(message)
    return len(events) / seconds


async def _single(url: str, source_id: int, events: Sequence[dict[str, Any]]) -> float:
    """One row per commit, from as many connections."""
    now = datetime.now(UTC)
    rows = iter([_row(source_id, one, now) for one in events])
    statement = f"insert into bench_events ({_COLUMNS}) values (%s,%s,%s,%s,%s,%s,%s,%s)"  # noqa: S608 - constants

    async def insert() -> None:
        async with await psycopg.AsyncConnection.connect(url, autocommit=True) as connection:
            for row in rows:
                await connection.execute(statement.encode(), row)

    began = time.perf_counter()
    await asyncio.gather(*(insert() for _ in range(CONNECTIONS)))
    return len(events) / (time.perf_counter() - began)


async def _handle(home: Path, url: str, port: int, requests: Sequence[bytes]) -> float:
    """Events a second into the log: whose, of which kind, once; by the worker's own step."""
    await _clear(url)
    await _ours(port, requests)
    wanted = len(requests) * EVENTS
    runtime = build_runtime(Settings(home=home, database_url=url), pool_size=2)
    try:
        began = time.perf_counter()
        while await collector.handle_batch(runtime):
            if time.perf_counter() - began > HANDLE_SECONDS:
                message = f"{wanted} events were not handled within {HANDLE_SECONDS} s"
                raise RuntimeError(message)
        seconds = time.perf_counter() - began
    finally:
        await runtime.close()
    logged = await _value(url, "select count(*) from events where source ^@ 'collect:'")
    if logged != wanted:
        message = f"{logged} of {wanted} events are in the log"
        raise RuntimeError(message)
    return wanted / seconds


def _keys(
    series: dict[str, Series], handled: float, lost: int, duplicated: int, size: Size
) -> dict[str, object]:
    show_table(
        f"{size.batches} batches of {EVENTS} events, {CONNECTIONS} connections, each its own commit"
        " for 'single'",
        ("way", "events per second, median", "range"),
        [
            (
                name,
                f"{statistics.median(one.per_second):,.0f}",
                f"{min(one.per_second):,.0f}-{max(one.per_second):,.0f}",
            )
            for name, one in series.items()
        ],
    )
    pairs = zip(series["ours"].per_second, series["copy"].per_second, strict=True)
    singles = zip(series["ours"].per_second, series["single"].per_second, strict=True)
    keys: dict[str, object] = {
        "per_second": round(statistics.median(series["ours"].per_second)),
        "ratio_to_copy": round(statistics.median(ours / copy for ours, copy in pairs), 2),
        "ratio_to_single": round(statistics.median(ours / one for ours, one in singles), 1),
        "handled_per_second": round(handled),
        "lost": lost,
        "duplicated": duplicated,
    }
    CONSOLE.print(f"into the log: {handled:,.0f} events a second, one worker", style="dim")
    show_bounds(keys, BOUNDS)
    return keys


async def _clear(url: str) -> None:
    async with await psycopg.AsyncConnection.connect(url, autocommit=True) as connection:
        await connection.execute("truncate collect_batches, collect_seen, bench_events")
        await connection.execute("checkpoint")


async def _value(url: str, query: str) -> object:
    async with await psycopg.AsyncConnection.connect(url, autocommit=True) as connection:
        row = await (await connection.execute(query.encode())).fetchone()
        return None if row is None else row[0]
