"""Reckon phases by night and after each reading."""

from yutang.kernel.jobs import clocked, enqueue, handles
from yutang.kernel.runtime import Runtime
from yutang.people.corps import service as corps

from . import jobs, service

NIGHT_HOUR = 4
"""After the night's reading, which brings WeCom's counts of yesterday."""


@handles(jobs.ReckonPhases)
async def reckon_phases(job: jobs.ReckonPhases, runtime: Runtime) -> None:
    """Reckon a corp; safe to run twice."""
    await service.reckon_phases(runtime, job.corp_id)


@clocked("23 * * * *", "groups.night")
async def each_hour(runtime: Runtime) -> None:
    """At four of each corp's night."""
    async with runtime.database.owner() as session:
        asleep = await corps.corps_at_hour(session, NIGHT_HOUR, runtime.clock())
        await enqueue(session, *(jobs.ReckonPhases(corp_id=corp_id) for corp_id in asleep))
