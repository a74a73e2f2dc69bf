"""Judge by night, look at the stock every other minute."""

from yutang.kernel.jobs import clocked, enqueue, handles
from yutang.kernel.runtime import Runtime
from yutang.people.corps import service as corps

from . import jobs, service

NIGHT_HOUR = 4


@handles(jobs.JudgeTakers)
async def judge_takers(job: jobs.JudgeTakers, runtime: Runtime) -> None:
    """Mark who only takes; safe to run twice."""
    await service.judge(runtime, job.corp_id)


@clocked("33 * * * *", "gifts.hour")
async def each_hour(runtime: Runtime) -> None:
    """At four of each corp's night, when its losses are reckoned."""
    async with runtime.database.owner() as session:
        asleep = await corps.corps_at_hour(session, NIGHT_HOUR, runtime.clock())
        await enqueue(session, *(jobs.JudgeTakers(corp_id=corp_id) for corp_id in asleep))


@clocked("*/2 * * * *", "gifts.stock")
async def look_at_stock(runtime: Runtime) -> None:
    """Every two minutes: what runs out."""
    await service.tell_low(runtime)
