"""Tell by the hour, each corp once a day."""

from yutang.kernel.jobs import clocked, enqueue, handles
from yutang.kernel.runtime import Runtime
from yutang.people.corps import service as corps

from . import jobs, service


@handles(jobs.TellTargets)
async def tell_targets(job: jobs.TellTargets, runtime: Runtime) -> None:
    """Tell a corp's leaders; safe to run twice."""
    await service.tell_progress(runtime, job.corp_id)


@clocked("2 * * * *", "targets.hour")
async def each_hour(runtime: Runtime) -> None:
    """Ask each corp whether its hour has come."""
    async with runtime.database.owner() as session:
        everyone = await corps.every_corp(session)
        await enqueue(session, *(jobs.TellTargets(corp_id=corp_id) for corp_id in everyone))
