"""Fill in by night."""

from procrastinate import JobContext

from yutang.kernel.jobs import enqueue, handles, queue
from yutang.kernel.runtime import Runtime
from yutang.people.corps import service as corps

from . import jobs, service

NIGHT_HOUR = 3


@handles(jobs.FillCredits)
async def fill_credits(job: jobs.FillCredits, runtime: Runtime) -> None:
    """Fill in a corp's; safe to run twice."""
    await service.fill_all(runtime, job.corp_id)


@queue.periodic(cron="17 * * * *")
@queue.task(name="credits.hour", queueing_lock="credits.hour", queue="default", pass_context=True)
async def each_hour(context: JobContext, timestamp: int) -> None:  # noqa: ARG001 - the tick
    """At three of each corp's night."""
    runtime: Runtime = context.additional_context["runtime"]
    async with runtime.database.owner() as session:
        for corp_id in await corps.corps_at_hour(session, NIGHT_HOUR, runtime.clock()):
            await enqueue(session, jobs.FillCredits(corp_id=corp_id))
