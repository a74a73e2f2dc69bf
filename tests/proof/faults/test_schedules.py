"""The guarantee of each row of the table holds, the quota is kept, nothing waits for ever."""

import asyncio
import contextlib
import os
from collections.abc import Awaitable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, example, given, note, settings

from bench import virtual_time
from bench.virtual_time import moment
from tests.proof.faults.calls import Call, Told
from tests.proof.faults.schedules import SCHEDULES, Schedule, Step, every_call
from tests.proof.faults.stage import Stage, found_corp, open_stage
from yutang.people.deeds.errors import NotKnownYetError, UndecidedError
from yutang.wecom.admission import NoQuotaError, Urgency
from yutang.wecom.errors import WeComError

EXAMPLES = 20 if "YUTANG_PROOF" in os.environ else 2
"""`make proof` looks longer than each change can wait for."""
RESTART_SECONDS = 3.0
LONGEST_SECONDS = 3 * 3600.0
"""Two lockouts of an hour and what is between; whoever waits longer waits for ever."""
SETTLING_SECONDS = 20 * 60
URGENCIES = tuple(Urgency)

pytestmark = [pytest.mark.proof, pytest.mark.timeout(600)]


class Everything:
    """All jobs of a schedule and what they were told."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.calls: list[tuple[Call, Told]] = []
        self.injected = 0
        self.storming = 0

    async def step(self, number: int, step: Step) -> None:
        """Arm what breaks, then work as a job does."""
        await asyncio.sleep(step.at)
        call = step.call(f"n{number}", number, step.urgency)
        for each in step.breaks:
            path = call.look if each.elsewhere else call.path
            await self.stage.fault(**each.fault, path=path, count=each.count)
        await self._job(call, step.process, list(step.kills))

    async def storm(self, at: float, size: int, kind: type[Call]) -> None:
        """Many at once, of all classes, from both processes."""
        await asyncio.sleep(at)
        async with asyncio.TaskGroup() as storm:
            for place in range(size):
                call = kind(f"s{at}-{place}", place, URGENCIES[place % 4])
                storm.create_task(self._job(call, place % 2, []))

    async def revoke(self, at: float) -> None:
        """WeCom forgets all tokens."""
        await asyncio.sleep(at)
        self.stage.revoke()

    async def leave(self, at: float, count: int) -> None:
        """The network is away for some requests."""
        await asyncio.sleep(at)
        self.stage.network.away += count

    async def _job(self, call: Call, process: int, kills: list[float]) -> None:
        began = asyncio.get_running_loop().time()
        told = None
        while told is None:
            assert asyncio.get_running_loop().time() - began < LONGEST_SECONDS, f"{call} waits"
            trying = asyncio.create_task(call.do(self.stage, process))
            if kills and not (await asyncio.wait([trying], timeout=kills.pop(0)))[0]:
                trying.cancel()
                await asyncio.gather(trying, return_exceptions=True)
                process = 1 - process
                await asyncio.sleep(RESTART_SECONDS)
                continue
            told = await self._told(call, trying)
        self.calls.append((call, told))

    async def _told(self, call: Call, trying: Awaitable[object]) -> Told | None:
        """What a try came to; None after the pause until the next one."""
        try:
            return Told("done", await trying)
        except UndecidedError:
            return Told("undecided")
        except call.means_done:
            return Told("done")
        except call.refusals:
            return Told("refused")
        except (NoQuotaError, NotKnownYetError) as error:
            await asyncio.sleep(max(0.0, (error.until - moment()).total_seconds()) + 0.01)
        except WeComError:
            await asyncio.sleep(call.pause_seconds)
        return None


async def live(schedule: Schedule, stage: Stage) -> None:
    """Live through it, settle, and judge."""
    everything = Everything(stage)
    sweeping = asyncio.create_task(stage.sweep_for_ever())
    try:
        async with asyncio.timeout(2 * LONGEST_SECONDS), asyncio.TaskGroup() as doing:
            for number, step in enumerate(schedule.steps):
                doing.create_task(everything.step(number, step))
            for storm in schedule.storms:
                doing.create_task(everything.storm(*storm))
            for at in schedule.revoked:
                doing.create_task(everything.revoke(at))
            for gone in schedule.away:
                doing.create_task(everything.leave(*gone))
        await stage.mend()
        await asyncio.sleep(SETTLING_SECONDS)
    finally:
        sweeping.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await sweeping
    effects = await stage.effects()
    for call, told in everything.calls:
        note(f"{call}: {told}")
        await call.judge(stage, effects, told)
    for row in await stage.quota():
        # What a fault refused is no refusal of WeCom's counters.
        assert (row["exceeded"], row["lockouts"]) == (0, 0), row["path"]


@given(schedule=SCHEDULES)
@example(schedule=every_call("before"))
@example(schedule=every_call("after"))
@settings(
    max_examples=EXAMPLES,
    deadline=None,
    # A life takes seconds: a schedule that failed is told as it is, not after hundreds of others.
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_each_row_keeps_its_promise_whatever_breaks(
    dsn: str, tmp_path: Path, schedule: Schedule
) -> None:
    async def run() -> None:
        async with open_stage(dsn, tmp_path, await _corp(dsn, tmp_path)) as stage:
            await live(schedule, stage)

    virtual_time.run(run(), dsn)


async def _corp(dsn: str, home: Path) -> int:
    """The corp of this database, made with its first example."""
    kept = home / "corp"
    if not kept.exists():
        kept.write_text(str(await found_corp(dsn, home)))
    return int(kept.read_text())
