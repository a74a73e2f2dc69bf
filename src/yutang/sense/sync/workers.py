"""Do the reading; ask for each corp's comparison in its night."""

from yutang.kernel.jobs import clocked, handles
from yutang.kernel.runtime import Runtime

from . import jobs, service


@handles(jobs.SyncCorp)
async def sync_corp(job: jobs.SyncCorp, runtime: Runtime) -> None:
    """Read a corp; safe to run twice."""
    await service.sync_corp(runtime, job.corp_id, job.asked_by, full=job.full)


@handles(jobs.ReconcileCorp)
async def reconcile_corp(job: jobs.ReconcileCorp, runtime: Runtime) -> None:
    """Compare a corp; safe to run twice."""
    await service.reconcile_corp(runtime, job.corp_id, job.asked_by)


@clocked("*/5 * * * *", "sync.nights", queue_name="sync")
async def begin_nights(runtime: Runtime) -> None:
    """Every five minutes: whose night it is and who was not compared in it yet."""
    await service.ask_due_comparisons(runtime)
