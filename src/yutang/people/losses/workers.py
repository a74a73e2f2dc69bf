"""Reckon by night, tell by the hour."""

from yutang.kernel.jobs import clocked, enqueue, handles
from yutang.kernel.runtime import Runtime
from yutang.people.corps import service as corps

from . import jobs, service

NIGHT_HOUR = 2


@handles(jobs.ReckonLosses)
async def reckon_losses(job: jobs.ReckonLosses, runtime: Runtime) -> None:
    """Reckon a corp; safe to run twice."""
    await service.reckon_all(runtime, job.corp_id)


@handles(jobs.TellLosses)
async def tell_losses(job: jobs.TellLosses, runtime: Runtime) -> None:
    """Tell a corp's members; safe to run twice."""
    await service.tell_losses(runtime, job.corp_id)


@clocked("4 * * * *", "losses.hour")
async def each_hour(runtime: Runtime) -> None:
    """Each hour word to who was deleted; at two of each corp's night all histories."""
    async with runtime.database.owner() as session:
        everyone = await corps.every_corp(session)
        asleep = await corps.corps_at_hour(session, NIGHT_HOUR, runtime.clock())
        await enqueue(
            session,
            *(jobs.TellLosses(corp_id=corp_id) for corp_id in everyone),
            *(jobs.ReckonLosses(corp_id=corp_id) for corp_id in asleep),
        )
