"""A lane gathers what comes within a moment, and never lets a full one wait."""

import asyncio
import contextlib
import time

import pytest

from yutang.kernel.lanes import Lane, run_lane
from yutang.kernel.signals import Signals

GATHER = 0.4


async def starts(rows: list[int]) -> list[float]:
    """Seconds from the first step to each next one, of a lane that finds these rows."""
    begun: list[float] = []
    done = asyncio.Event()

    async def step() -> int:
        begun.append(time.monotonic())
        if len(begun) > len(rows):
            done.set()
            return 0
        return rows[len(begun) - 1]

    lane = Lane("x", "x", step, gather_seconds=GATHER, full_rows=10)
    task = asyncio.create_task(run_lane(lane, Signals("", ["x"])))
    await asyncio.wait_for(done.wait(), 60)
    task.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await task
    return [at - begun[0] for at in begun[1:]]


async def test_a_step_that_is_not_full_lets_others_gather() -> None:
    first, second = await starts([3, 9])
    assert first >= GATHER * 0.98
    assert second >= 2 * GATHER * 0.98


@pytest.mark.parametrize("found", [10, 11])
async def test_a_full_step_is_followed_at_once(found: int) -> None:
    # Ten of them: had each waited, it were four seconds, which no starved machine needs for this.
    assert (await starts([found] * 10))[-1] < 10 * GATHER
