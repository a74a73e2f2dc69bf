"""Count by the clock."""

from procrastinate import JobContext

from yutang.kernel.jobs import enqueue, handles, queue
from yutang.kernel.runtime import Runtime
from yutang.people.corps import service as corps

from . import jobs, service


@handles(jobs.CountRoom)
async def count_room(job: jobs.CountRoom, runtime: Runtime) -> None:
    """Count a corp's ceilings; safe to run twice."""
    await service.count_room(runtime, job.corp_id, job.kinds)


@handles(jobs.CountLoads)
async def count_loads(job: jobs.CountLoads, runtime: Runtime) -> None:
    """Count all members' lists; safe to run twice."""
    await service.count_loads(runtime, job.corp_id)


@queue.periodic(cron="11 * * * *")
@queue.task(name="room.hour", queueing_lock="room.hour", queue="default", pass_context=True)
async def count_hourly(context: JobContext, timestamp: int) -> None:  # noqa: ARG001 - the tick
    """Each hour: every corp's ceilings, and every member's list."""
    runtime: Runtime = context.additional_context["runtime"]
    async with runtime.database.owner() as session:
        for corp_id in await corps.every_corp(session):
            await enqueue(
                session, jobs.CountRoom(corp_id=corp_id), jobs.CountLoads(corp_id=corp_id)
            )
