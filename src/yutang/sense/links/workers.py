"""Read links by night."""

from typing import TYPE_CHECKING, Final

from procrastinate import JobContext

from yutang.kernel.jobs import enqueue, handles, queue
from yutang.kernel.runtime import Runtime
from yutang.people.corps import service as corps

from . import jobs, service

if TYPE_CHECKING:
    from datetime import datetime

NIGHT_HOUR: Final = 3


@handles(jobs.ReadLinkCustomers)
async def read_link_customers(job: jobs.ReadLinkCustomers, runtime: Runtime) -> None:
    """Read a corp; safe to run twice."""
    await service.read_link_customers(runtime, job.corp_id)


@queue.periodic(cron="37 * * * *")
@queue.task(name="links.night", queueing_lock="links.night", queue="default", pass_context=True)
async def night(context: JobContext, timestamp: int) -> None:  # noqa: ARG001 - the tick
    """At three in the morning of each corp's zone: what links tell, then who is silent."""
    runtime: Runtime = context.additional_context["runtime"]
    now: datetime = runtime.clock()
    async with runtime.database.owner() as session:
        for corp_id in await corps.corps_at_hour(session, NIGHT_HOUR, now):
            await enqueue(session, jobs.ReadLinkCustomers(corp_id=corp_id))
