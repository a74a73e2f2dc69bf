"""Reckon by night, tell by the hour."""

from procrastinate import JobContext

from yutang.kernel.jobs import enqueue, handles, queue
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


@queue.periodic(cron="4 * * * *")
@queue.task(name="losses.hour", queueing_lock="losses.hour", queue="default", pass_context=True)
async def each_hour(context: JobContext, timestamp: int) -> None:  # noqa: ARG001 - the tick
    """Each hour word to who was deleted; at two of each corp's night all histories."""
    runtime: Runtime = context.additional_context["runtime"]
    async with runtime.database.owner() as session:
        for corp_id in await corps.every_corp(session):
            await enqueue(session, jobs.TellLosses(corp_id=corp_id))
        for corp_id in await corps.corps_at_hour(session, NIGHT_HOUR, runtime.clock()):
            await enqueue(session, jobs.ReckonLosses(corp_id=corp_id))
