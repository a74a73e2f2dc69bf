"""Twenty-four hours of mixed work with WeCom: how much of its quota is used, what is hit twice.

WeCom is the emulator with a five-hundredth of its limits, so that a day is some ten thousand
calls; the gateway knows the same. Four processes' gateways work over one database, in one virtual
loop: a day of waiting takes as long as the work in it. The network takes time, and faults strike:
-1 (a call in 1,000), answers lost before and after the effect (3 in 10,000 each; of calls whose
effect shall be had once 4 in 100, as 502), and 45009 for a minute or an hour at a time.

Without faults the gateway uses 0.985 of a limit: `burst` and `slack` of its file are the rest.
Each call that a fault spoils is quota that was not used; nothing of it is left out here.

`quota_used` is the sum over APIs and hours of calls answered 0, at most the bound of each, by the
sum of the bounds; `mix.bounds` says what they are. `lockouts` are refusals with 45009 that came
of too many calls, as the emulator counts them; injected ones are none. `repeated_effects` are
broadcasts, codes, messages and welcomes that are there more often than once at the end.
"""

import asyncio
import contextlib
import time
from collections.abc import AsyncIterator, Coroutine, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Protocol

from yutang.bootstrap import build_runtime
from yutang.cli.demo.stack import temporary_home
from yutang.kernel.settings import Settings

from . import virtual_time
from .gateways import Ours
from .mix import ALWAYS, HOUR, PATHS, Lock, Offers, Piece, bounds, locks, plan
from .naive import Naive
from .scene import (
    ADDRESS_HOUR_LIMIT,
    ADDRESS_MINUTE_LIMIT,
    BASE_URL,
    FACTOR,
    HOUR_LIMIT,
    MINUTE_LIMIT,
    Company,
    open_scene,
    repeated,
    zeros,
)
from .servers import add_company, database
from .showing import CONSOLE, show_bounds, show_table, show_versions

BOUNDS = {
    "quota_used": (">=", 0.98),
    "lockouts": ("<=", 0.0),
    "repeated_effects": ("<=", 0.0),
}
PROCESSES = 4
BULK_WORKERS = 2
SETTLING_SECONDS = 1200.0
"""After the last hour: lost effects are looked up, spares are deleted."""


@dataclass(frozen=True, slots=True)
class Size:
    """How much is done."""

    hours: int = 24
    seed: int = 1


QUICK = Size(hours=1)
SHORT = Size(hours=4)
"""A part of the day, where all benchmarks run after each other within ten minutes."""


@dataclass(frozen=True, slots=True)
class Result:
    """What one side did."""

    used: float
    by_path: dict[str, tuple[int, float]]
    """Calls answered 0 and their bound."""
    lockouts: int
    refused: int
    repeated: int


class Side(Protocol):
    """Who does the pieces."""

    offers: Offers
    done: set[str]

    async def do(self, piece: Piece) -> None:
        """Do one, until it is done."""


async def run(*, quick: bool) -> dict[str, object]:
    """Measure a day; returns the keys. Raises RuntimeError where what was told is not there."""
    return await _measure(QUICK if quick else Size())


async def run_short(*, quick: bool) -> dict[str, object]:
    """The same for four hours."""
    return await _measure(QUICK if quick else SHORT)


async def _measure(size: Size) -> dict[str, object]:
    began = time.perf_counter()
    with temporary_home() as home:
        async with database(home) as url:
            # Virtual time is a loop of its own, and so a thread of its own.
            with ThreadPoolExecutor(1) as thread:
                work = thread.submit(virtual_time.run, _day(home, url, size), url)
                results, ended, struck = await asyncio.wrap_future(work)
    show_versions("sqlalchemy", "psycopg", "httpx2")
    return _keys(size, results, ended, struck, time.perf_counter() - began)


async def _day(
    home: Path, url: str, size: Size
) -> tuple[dict[str, Result], dict[str, int], dict[str, int]]:
    pieces, locked = plan(size.hours, size.seed), locks(size.hours, size.seed)
    async with open_scene(size.seed) as scene, _ours(home, url, scene.ours) as ours:
        naive = Naive(scene.naive)
        first = len(pieces)
        for_ever: list[Coroutine[Any, Any, Any]] = [ours.sweep_for_ever()]
        bulk: list[Coroutine[Any, Any, Any]] = [naive.page_for_ever(), naive.tag_for_ever(first)]
        for worker in range(BULK_WORKERS):
            bulk += [ours.page_for_ever(0), ours.tag_for_ever(1, first + 7 * worker)]
        async with (
            _running([*for_ever, scene.break_down(locked)]) as beside,
            _running([_work(side, pieces) for side in (ours, naive)]) as working,
        ):
            async with _running(bulk) as running:
                await _until(size.hours * HOUR, [*beside[:1], *working, *running])
            await _until(size.hours * HOUR + SETTLING_SECONDS, [*beside[:1], *working])
            await scene.count_struck()
        results = {
            "ours": await _result(scene.ours, ours, size, locked),
            "naive": await _result(scene.naive, naive, size, locked),
        }
        struck = dict(scene.struck)
    return results, dict(ours.ended), struck


async def _work(side: Side, pieces: Sequence[Piece]) -> None:
    loop = asyncio.get_running_loop()
    async with asyncio.TaskGroup() as doing:
        for piece in pieces:
            await asyncio.sleep(piece.at - loop.time())
            doing.create_task(side.do(piece))


@asynccontextmanager
async def _running(
    works: Sequence[Coroutine[Any, Any, Any]],
) -> AsyncIterator[list["asyncio.Task[Any]"]]:
    tasks = [asyncio.create_task(work) for work in works]
    try:
        yield tasks
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def _until(end: float, tasks: Sequence["asyncio.Task[Any]"]) -> None:
    """Wait for the moment; raises what ended one of the tasks before."""
    seconds = end - asyncio.get_running_loop().time()
    ended, _ = await asyncio.wait(tasks, timeout=seconds, return_when=asyncio.FIRST_EXCEPTION)
    for task in ended:
        task.result()
    with contextlib.suppress(asyncio.CancelledError):
        await asyncio.sleep(end - asyncio.get_running_loop().time())


async def _result(company: Company, side: Side, size: Size, locked: Sequence[Lock]) -> Result:
    rows = await company.quota()
    answered = zeros(rows)
    most = bounds(size.hours, HOUR_LIMIT, side.offers.by_hour(size.hours * HOUR), locked)
    used = {key: min(answered.get(key, 0), bound) for key, bound in most.items()}
    effects = await company.effects()
    if missing := side.done - set(effects):
        message = f"{len(missing)} were told as done and are not there: {sorted(missing)[:5]}"
        raise RuntimeError(message)
    return Result(
        used=sum(used.values()) / sum(most.values()),
        by_path={
            path: (
                sum(answered.get((path, hour), 0) for hour in range(size.hours)),
                sum(most[path, hour] for hour in range(size.hours)),
            )
            for path in PATHS
        },
        lockouts=sum(row["lockouts"] for row in rows),
        refused=sum(row["exceeded"] for row in rows),
        repeated=repeated(effects),
    )


@asynccontextmanager
async def _ours(home: Path, url: str, company: Company) -> AsyncIterator[Ours]:
    limits = home / "limits.toml"
    limits.write_text(
        f"[every_api]\nminute = {MINUTE_LIMIT}\nhour = {HOUR_LIMIT}\n"
        f"[every_api_by_address]\nminute = {ADDRESS_MINUTE_LIMIT}\nhour = {ADDRESS_HOUR_LIMIT}\n"
    )
    settings = Settings(
        home=home,
        database_url=url,
        wecom_base_url=BASE_URL,
        wecom_limits=limits,
        log_level="ERROR",
    )
    runtimes = [
        replace(
            build_runtime(settings, http=company.http, pre_ping=False), clock=virtual_time.moment
        )
        for _ in range(PROCESSES)
    ]
    corp_id = await add_company(runtimes[0], company.corpid, company.secret)
    try:
        yield Ours(company, runtimes, corp_id)
    finally:
        for runtime in runtimes:
            await runtime.close()


def _keys(
    size: Size,
    results: dict[str, Result],
    ended: dict[str, int],
    struck: dict[str, int],
    seconds: float,
) -> dict[str, object]:
    ours, naive = results["ours"], results["naive"]
    show_table(
        f"{size.hours} h, {MINUTE_LIMIT} calls a minute and {HOUR_LIMIT} an hour for each API "
        f"(WeCom's by {FACTOR}), {PROCESSES} processes",
        ("API", "answered 0", "of", "ours", "naive answered 0", "of", "naive"),
        [
            (
                path.rpartition("/")[2] + (" (bulk)" if path in ALWAYS else ""),
                *(
                    cell
                    for side in (ours, naive)
                    for cell in (
                        side.by_path[path][0],
                        f"{side.by_path[path][1]:,.0f}",
                        f"{side.by_path[path][0] / max(1.0, side.by_path[path][1]):.3f}",
                    )
                ),
            )
            for path in PATHS
        ],
    )
    CONSOLE.print(
        f"faults that struck on both sides: {_told(struck)}; pieces of ours ended: {_told(ended)}; "
        f"refused with 45009 by too many calls: ours {ours.refused}, naive {naive.refused}; "
        f"{seconds:.0f} s of real time",
        style="dim",
        markup=False,
    )
    keys: dict[str, object] = {
        "quota_used": round(ours.used, 4),
        "lockouts": ours.lockouts,
        "repeated_effects": ours.repeated,
        "naive_quota_used": round(naive.used, 4),
        "naive_lockouts": naive.lockouts,
        "naive_repeated_effects": naive.repeated,
    }
    show_bounds(keys, BOUNDS)
    return keys


def _told(counts: dict[str, int]) -> str:
    return ", ".join(f"{name} {count}" for name, count in sorted(counts.items()) if count)
