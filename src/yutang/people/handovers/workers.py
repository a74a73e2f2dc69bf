"""Carry handovers on; by the clock, look at those that are due and at who left."""

from yutang.kernel.jobs import clocked, enqueue, handles
from yutang.kernel.runtime import Runtime
from yutang.people.corps import service as corps

from . import jobs, service

NIGHT_HOUR = 3


@handles(jobs.CarryOn)
async def carry_on(job: jobs.CarryOn, runtime: Runtime) -> None:
    """Ask and read; safe to run twice."""
    await service.carry_on(runtime, job.corp_id, job.handover_id)


@handles(jobs.ReadLeavers)
async def read_leavers(job: jobs.ReadLeavers, runtime: Runtime) -> None:
    """Read WeCom's list; safe to run twice."""
    await service.read_leavers(runtime, job.corp_id)


@clocked("* * * * *", "handovers.minute")
async def each_minute(runtime: Runtime) -> None:
    """Handovers that are due: results near the 24 hours, else by the hour; groups by the day."""
    async with runtime.database.owner() as session:
        await enqueue(session, *await service.claim_due(session, runtime.clock()))


@clocked("23 * * * *", "handovers.leavers")
async def each_night(runtime: Runtime) -> None:
    """At three of each corp's night: who left, by WeCom's own list."""
    async with runtime.database.owner() as session:
        asleep = await corps.corps_at_hour(session, NIGHT_HOUR, runtime.clock())
        await enqueue(session, *(jobs.ReadLeavers(corp_id=corp_id) for corp_id in asleep))
