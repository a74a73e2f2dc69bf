"""Reckon by night and on demand."""

from yutang.kernel.jobs import clocked, handles
from yutang.kernel.runtime import Runtime
from yutang.people.corps import service as corps

from . import jobs, service

NIGHT_HOUR = 3


@handles(jobs.ReckonRfm)
async def reckon_rfm(job: jobs.ReckonRfm, runtime: Runtime) -> None:
    """Carry a corp's run on; safe to run twice."""
    await service.carry_on(runtime, job.corp_id)


@clocked("11 * * * *", "rfm.night")
async def each_hour(runtime: Runtime) -> None:
    """At three of each corp's night all classes; at any hour those that the engine lost."""
    now = runtime.clock()
    async with runtime.database.owner() as session:
        asleep = await corps.corps_at_hour(session, NIGHT_HOUR, now)
        await service.begin_nightly(session, asleep, now)
    await service.mend(runtime)
