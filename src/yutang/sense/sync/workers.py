"""Do the reading; ask for each corp's comparison in its night."""

from yutang.kernel.jobs import clocked, enqueue, handles
from yutang.kernel.runtime import Runtime
from yutang.people.groups.jobs import ReckonPhases

from . import jobs, service


@handles(jobs.SyncCorp)
async def sync_corp(job: jobs.SyncCorp, runtime: Runtime) -> None:
    """Read a corp; safe to run twice."""
    await service.sync_corp(runtime, job.corp_id, job.asked_by, full=job.full)
    await _groups_next(runtime, job.corp_id, job.asked_by, full=job.full)


@handles(jobs.ReconcileCorp)
async def reconcile_corp(job: jobs.ReconcileCorp, runtime: Runtime) -> None:
    """Compare a corp; safe to run twice."""
    await service.reconcile_corp(runtime, job.corp_id, job.asked_by)
    await _groups_next(runtime, job.corp_id, job.asked_by)


@handles(jobs.ReadGroups)
async def sync_groups(job: jobs.ReadGroups, runtime: Runtime) -> None:
    """Read a corp's groups; safe to run twice."""
    await service.sync_groups(runtime, job.corp_id, job.asked_by, full=job.full)
    async with runtime.database.owner() as session:
        await enqueue(session, ReckonPhases(corp_id=job.corp_id))


async def _groups_next(
    runtime: Runtime, corp_id: int, asked_by: str, *, full: bool = False
) -> None:
    """A job of its own: where it has to wait for quota, customers are not read again."""
    async with runtime.database.owner() as session:
        await enqueue(session, jobs.ReadGroups(corp_id=corp_id, full=full, asked_by=asked_by))


@clocked("*/5 * * * *", "sync.nights", queue_name="sync")
async def begin_nights(runtime: Runtime) -> None:
    """Every five minutes: whose night it is and who was not compared in it yet."""
    await service.ask_due_comparisons(runtime)
