"""Read links by night."""

from typing import Final

from yutang.kernel.jobs import clocked, enqueue, handles
from yutang.kernel.runtime import Runtime
from yutang.people.corps import service as corps

from . import jobs, service

NIGHT_HOUR: Final = 3


@handles(jobs.ReadLinkCustomers)
async def read_link_customers(job: jobs.ReadLinkCustomers, runtime: Runtime) -> None:
    """Read a corp; safe to run twice."""
    await service.read_link_customers(runtime, job.corp_id)


@clocked("37 * * * *", "links.night")
async def night(runtime: Runtime) -> None:
    """At three in the morning of each corp's zone: what links tell, then who is silent."""
    async with runtime.database.owner() as session:
        asleep = await corps.corps_at_hour(session, NIGHT_HOUR, runtime.clock())
        await enqueue(session, *(jobs.ReadLinkCustomers(corp_id=corp_id) for corp_id in asleep))
