"""The worker alone: from the wish to the end, told by callbacks, with nobody who calls the job."""

import asyncio
import contextlib

from tests.yutang.act.loop import until
from yutang import worker

from .stage import FIRST, GIVER, Stage


async def test_a_worker_carries_a_handover_to_its_end(stage: Stage) -> None:
    ids = await stage.befriend(GIVER, 2)
    handover_id = await stage.begin(FIRST)

    async def waits() -> bool:
        return bool((await stage.read(handover_id))["customers"]["waiting"] == 2)

    async def ended() -> bool:
        return bool((await stage.read(handover_id))["state"] == "done")

    work = asyncio.create_task(worker.run_lanes(stage.world.runtime, worker.LANES))
    try:
        await until(waits)
        await stage.decide(ids[0], accept=True)
        await stage.decide(ids[1], accept=False)
        await until(ended)
    finally:
        work.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await work
    read = await stage.read(handover_id)
    assert (read["customers"]["accepted"], read["customers"]["refused"]) == (1, 1)
    told = await stage.rows(
        "select kind, count(*) as n from events where kind in"
        " ('handover.begun', 'handover.ended', 'relation.handed_over') group by 1 order by 1"
    )
    assert [tuple(row) for row in told] == [
        ("handover.begun", 1),
        ("handover.ended", 1),
        ("relation.handed_over", 1),
    ]
