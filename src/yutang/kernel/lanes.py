"""A lane: one step over many rows, repeated while there is work, woken by a signal."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import structlog
from prometheus_client import Counter

from .signals import Signals

log = structlog.get_logger(__name__)

ROWS = Counter("yutang_lane_rows_total", "Rows a lane has worked through", ["lane"])
FAILURES = Counter("yutang_lane_failures_total", "Steps of a lane that ended in an error", ["lane"])


@dataclass(frozen=True, slots=True)
class Lane:
    """`step` returns how many rows it worked on; 0 sends the lane to sleep."""

    name: str
    signal: str
    step: Callable[[], Awaitable[int]]
    idle_seconds: float = 1.0
    linger_seconds: float = 0.0
    """After a wake-up, look again for this long, after 5 ms and then after twice the last pause:
    a notice precedes visibility."""
    gather_seconds: float = 0.0
    """A step that found fewer than `full_rows` lets so much time pass from its beginning, so that
    what comes meanwhile is done as one: many small steps cost more than a few larger ones."""
    full_rows: int = 1


def ending() -> bool:
    """Whether this task was told to stop, though another error may hide that."""
    task = asyncio.current_task()
    return task is not None and task.cancelling() > 0


async def run_lane(lane: Lane, signals: Signals) -> None:
    """Run `lane` until cancelled; an error is logged, waited out and tried again."""
    pause = 0.1
    while True:
        began = time.monotonic()
        try:
            rows = await lane.step()
            if not rows and await signals.wait(lane.signal, lane.idle_seconds):
                began = time.monotonic()
                rows = await _look_again(lane)
            if 0 < rows < lane.full_rows:
                await asyncio.sleep(began + lane.gather_seconds - time.monotonic())
        except Exception:
            # Any error at all: a lane that dies silently stops the product.
            if ending():
                raise
            FAILURES.labels(lane.name).inc()
            log.exception("lane.failed", lane=lane.name, pause_seconds=pause)
            await asyncio.sleep(pause)
            pause = min(pause * 2, 5.0)
        else:
            ROWS.labels(lane.name).inc(rows)
            pause = 0.1


async def _look_again(lane: Lane) -> int:
    until, pause = time.monotonic() + lane.linger_seconds, 0.005
    while time.monotonic() < until:
        rows = await lane.step()
        if rows:
            return rows
        # Many lanes wait for the same older writer: looks at a fixed pace would take a processor.
        await asyncio.sleep(pause)
        pause *= 2
    return 0
