"""100 adds a second against the emulator: how long until send_welcome_msg.

Once alone, once while files of customers are imported one after another all the time, as
`yutang import` does it, in a process of its own.
"""

import asyncio
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path

import psycopg

from yutang.cli.demo.check import Check, check_demo
from yutang.cli.demo.driver import Progress
from yutang.cli.demo.report import show
from yutang.cli.demo.results import Result
from yutang.cli.demo.stack import free_ports, start_demo, temporary_home
from yutang.cli.opening import embedded_url

from .imports import write_file
from .shares import shares_at
from .showing import CONSOLE, show_bounds, show_versions

BOUNDS = {
    "p99_ms": ("<=", 1000.0), "late": ("<=", 0.0), "failed": ("<=", 0.0),
    "listed_p99_ms": ("<=", 5000.0),
    "busy_p99_ms": ("<=", 1000.0), "busy_late": ("<=", 0.0), "busy_failed": ("<=", 0.0),
}  # fmt: skip
RATE = 100.0


@dataclass(frozen=True, slots=True)
class Size:
    """How long, and how many people a file holds."""

    seconds: int = 60
    patience: float = 120.0
    people: int = 200_000


QUICK = Size(seconds=3, people=2_000)


async def run(*, quick: bool) -> dict[str, object]:
    """Measure; returns the keys, those beside an import with `busy_` before them.

    The quick run has only those. Raises RuntimeError when an add was neither stored nor tagged.
    """
    size = QUICK if quick else Size()
    show_versions("uvicorn", "psycopg", "procrastinate", "httpx2")
    keys: dict[str, object] = {}
    cases = (("busy_", True),) if quick else (("", False), ("busy_", True))
    for name, busy in cases:
        result, listed = await _measure(size, busy=busy)
        if (result.stored, result.tagged) != (result.adds, result.adds):
            message = f"of {result.adds} adds {result.stored} were stored, {result.tagged} tagged"
            raise RuntimeError(message)
        keys |= {
            f"{name}p50_ms": result.p50_ms,
            f"{name}p99_ms": result.p99_ms,
            f"{name}late": result.late,
            # An impossible welcome is none of Yutang's fault in life; here nothing makes one so.
            f"{name}failed": result.failed + result.impossible,
            f"{name}listed_p99_ms": listed,
        }
    show_bounds(keys, {key: bound for key, bound in BOUNDS.items() if key in keys})
    return keys


async def _measure(size: Size, *, busy: bool) -> tuple[Result, float]:
    check = Check(adds=round(size.seconds * RATE), rate=RATE, patience=size.patience)
    with temporary_home() as home:
        port, emulator_port = free_ports(2)
        async with (
            start_demo(home, port, emulator_port) as demo,
            importing(home, size.people) if busy else nullcontext(Taken()) as taken,
        ):
            with shares_at(home) as shares:
                outcome = await check_demo(demo, check, ignore)
            listed = _listed_p99_ms(embedded_url(home))
    show(CONSOLE, outcome.adds, outcome.result)
    beside = f"while {taken.files} files of {size.people:,} people were imported" if busy else ""
    CONSOLE.print(
        f"{RATE:.0f} adds a second for {size.seconds} s, {beside or 'with nothing else running'}",
        style="dim",
    )
    CONSOLE.print(shares.line(), style="dim")
    CONSOLE.print(f"from callback to list: p99 {listed:,.0f} ms", style="dim")
    return outcome.result, listed


def _listed_p99_ms(dsn: str) -> float:
    """From a callback's arrival to the transaction after which lists show what it told."""
    with psycopg.connect(dsn) as connection:
        row = connection.execute(
            "select 1000 * extract(epoch from percentile_cont(0.99)"
            " within group (order by handled_at - received_at))::float8"
            " from inbox where status = 'done'"
        ).fetchone()
    return round(row[0], 1) if row and row[0] is not None else float("inf")


@dataclass
class Taken:
    """Files that were imported whole."""

    files: int = 0
    broken: list[str] = field(default_factory=list)


@asynccontextmanager
async def importing(home: Path, people: int) -> AsyncIterator[Taken]:
    """Import people all the time, others in each file; raises RuntimeError if one is refused."""
    taken = Taken()
    task = asyncio.create_task(_import_on(home, people, taken))
    try:
        yield taken
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
    if taken.broken:
        raise RuntimeError(taken.broken[0])


async def _import_on(home: Path, people: int, taken: Taken) -> None:
    while not taken.broken:
        file = home / "people.csv"
        await asyncio.to_thread(write_file, file, people, changed=False, first=taken.files * people)
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "yutang", "import", str(file), "--source", "bench",
            "--given-on", "2026-01-02", "--home", str(home),
            stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.PIPE,
        )  # fmt: skip
        try:
            _, said = await process.communicate()
        finally:
            if process.returncode is None:
                process.kill()
                await process.wait()
        if process.returncode:
            taken.broken.append(f"yutang import ended with {process.returncode}: {said[-500:]!r}")
        taken.files += 1


def ignore(_: Progress) -> None:
    """A benchmark draws no bars: they would take part of the machine."""
