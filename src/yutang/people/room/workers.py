"""Count by the clock."""

from yutang.kernel.jobs import clocked, enqueue, handles
from yutang.kernel.runtime import Runtime
from yutang.people.corps import service as corps

from . import jobs, service


@handles(jobs.CountRoom)
async def count_room(job: jobs.CountRoom, runtime: Runtime) -> None:
    """Count a corp's ceilings; safe to run twice."""
    await service.count_room(runtime, job.corp_id, job.kinds)
    await _tell(runtime, job.corp_id)


@handles(jobs.CountLoads)
async def count_loads(job: jobs.CountLoads, runtime: Runtime) -> None:
    """Count all members' lists; safe to run twice."""
    await service.count_loads(runtime, job.corp_id)
    await _tell(runtime, job.corp_id)


async def _tell(runtime: Runtime, corp_id: int) -> None:
    async with runtime.database.owner() as session:
        await service.tell_short(session, corp_id, await service.read_room(session, corp_id))


@clocked("11 * * * *", "room.hour")
async def count_hourly(runtime: Runtime) -> None:
    """Each hour: every corp's ceilings, and every member's list."""
    async with runtime.database.owner() as session:
        everyone = await corps.every_corp(session)
        await enqueue(
            session,
            *(jobs.CountRoom(corp_id=corp_id) for corp_id in everyone),
            *(jobs.CountLoads(corp_id=corp_id) for corp_id in everyone),
        )
