"""Look after tasks every five minutes."""

from yutang.kernel.jobs import clocked, enqueue, handles
from yutang.kernel.runtime import Runtime
from yutang.people.corps import service as corps

from . import jobs, service


@handles(jobs.MindTasks)
async def mind_tasks(job: jobs.MindTasks, runtime: Runtime) -> None:
    """Look after a corp's tasks; safe to run twice."""
    await service.mind_tasks(runtime, job.corp_id)


@clocked("*/5 * * * *", "tasks.five_minutes")
async def each_five_minutes(runtime: Runtime) -> None:
    """Every corp's tasks are looked after."""
    async with runtime.database.owner() as session:
        await enqueue(
            session,
            *(jobs.MindTasks(corp_id=corp_id) for corp_id in await corps.every_corp(session)),
        )
