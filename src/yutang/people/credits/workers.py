"""Fill in by night."""

from yutang.kernel.jobs import clocked, enqueue, handles
from yutang.kernel.runtime import Runtime
from yutang.people.corps import service as corps

from . import jobs, service

NIGHT_HOUR = 3


@handles(jobs.FillCredits)
async def fill_credits(job: jobs.FillCredits, runtime: Runtime) -> None:
    """Fill in a corp's; safe to run twice."""
    await service.fill_all(runtime, job.corp_id)


@clocked("17 * * * *", "credits.hour")
async def each_hour(runtime: Runtime) -> None:
    """At three of each corp's night."""
    async with runtime.database.owner() as session:
        asleep = await corps.corps_at_hour(session, NIGHT_HOUR, runtime.clock())
        await enqueue(session, *(jobs.FillCredits(corp_id=corp_id) for corp_id in asleep))
