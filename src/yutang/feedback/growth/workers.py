"""Reckon by night and after a reading, sum welcomes by the hour."""

from yutang.kernel.jobs import clocked, enqueue, handles
from yutang.kernel.runtime import Runtime
from yutang.people.corps import service as corps

from . import jobs, service

NIGHT_HOUR = 4


@handles(jobs.ReckonGrowth)
async def reckon_growth(job: jobs.ReckonGrowth, runtime: Runtime) -> None:
    """Reckon a corp; safe to run twice."""
    await service.reckon_all(runtime, job.corp_id)


@handles(jobs.SumWelcomes)
async def sum_welcomes(job: jobs.SumWelcomes, runtime: Runtime) -> None:
    """Sum a corp's; safe to run twice."""
    await service.sum_welcomes(runtime, job.corp_id)


@clocked("9 * * * *", "growth.hour")
async def each_hour(runtime: Runtime) -> None:
    """Each hour the welcomes; at four of each corp's night all histories."""
    async with runtime.database.owner() as session:
        everyone = await corps.every_corp(session)
        asleep = await corps.corps_at_hour(session, NIGHT_HOUR, runtime.clock())
        await enqueue(
            session,
            *(jobs.SumWelcomes(corp_id=corp_id) for corp_id in everyone),
            *(jobs.ReckonGrowth(corp_id=corp_id) for corp_id in asleep),
        )


@clocked("* * * * *", "growth.read")
async def each_minute(runtime: Runtime) -> None:
    """What the first reading found of a company's past is on its pages a minute later."""
    async with runtime.database.owner() as session:
        read = await service.unreckoned(session)
        await enqueue(session, *(jobs.ReckonGrowth(corp_id=corp_id) for corp_id in read))
