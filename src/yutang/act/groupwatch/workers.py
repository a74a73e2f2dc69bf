"""Look after groups once an hour."""

from yutang.kernel.jobs import clocked, enqueue, handles
from yutang.kernel.runtime import Runtime
from yutang.people.corps import service as corps

from . import jobs, service


@handles(jobs.WatchGroups)
async def watch_groups(job: jobs.WatchGroups, runtime: Runtime) -> None:
    """Look after a corp; safe to run twice."""
    await service.watch(runtime, job.corp_id)


@clocked("37 * * * *", "groupwatch.hour")
async def each_hour(runtime: Runtime) -> None:
    """Each hour, all corps."""
    async with runtime.database.owner() as session:
        everyone = await corps.every_corp(session)
        await enqueue(session, *(jobs.WatchGroups(corp_id=corp_id) for corp_id in everyone))
