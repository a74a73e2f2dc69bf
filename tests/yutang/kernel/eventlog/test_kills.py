"""Killed at any point, a month is in the database or in a verified file, and never in neither."""

import subprocess
import sys

import pytest

from tests.yutang.kernel.eventlog.killed import POINTS
from tests.yutang.kernel.eventlog.logging_events import Paid, made, month_back, numbers, write
from tests.yutang.kernel.eventlog.test_cold import everything, files
from tests.yutang.world import World
from yutang.kernel.eventlog import coldfile, service
from yutang.kernel.eventlog.schemas import month_of

OLD = month_back(26)
MONTH = month_of(OLD)


@pytest.mark.proof
@pytest.mark.parametrize("point", POINTS)
async def test_killed_at_any_point_nothing_is_lost_nor_doubled(world: World, point: str) -> None:
    await write(world, [made(n, OLD, n % 7 + 1, Paid) for n in range(500)])
    before = await everything(world)
    work = POINTS[point][0]
    if work == "thaw":
        await service.freeze(world.runtime, MONTH)
    killed = subprocess.run(  # noqa: ASYNC221 - nothing else runs here
        (
            *(sys.executable, "-m", "tests.yutang.kernel.eventlog.killed"),
            *(world.runtime.database.url, world.runtime.settings.home, f"{MONTH}", point),
        ),
        check=False,
        capture_output=True,
        text=True,
    )
    assert killed.returncode == -9, killed.stderr

    # What a reader of the log and of the file finds at this moment.
    hot = await numbers(world)
    async with world.runtime.database.owner() as session:
        states = [one for one in await service.read_states(session) if one.month == MONTH]
    named = [one.file for one in states if one.file is not None]
    cold = 0
    for path in files(world):
        if path.name in named:
            cold += sum(table.num_rows for table in coldfile.groups_of(path))
    assert (len(hot), cold) in {(500, 0), (0, 500)}

    # Asked again, the work comes to its end, and leaves nothing of the killed one.
    if work == "freeze":
        assert (await service.freeze(world.runtime, MONTH)).file_rows == 500
        assert len(files(world)) == 1
        await service.thaw(world.runtime, MONTH)
    elif work == "thaw" and cold:
        await service.thaw(world.runtime, MONTH)
    else:
        await service.settle(world.runtime)
        await service.keep(world.runtime)
    assert files(world) == []
    assert await everything(world) == before
