"""Do the reading; ask for each corp's comparison in its night."""

from procrastinate import JobContext

from yutang.kernel.jobs import handles, queue
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


@queue.periodic(cron="*/5 * * * *")
@queue.task(name="sync.nights", queueing_lock="sync.nights", queue="sync", pass_context=True)
async def begin_nights(context: JobContext, timestamp: int) -> None:  # noqa: ARG001 - the tick
    """Every five minutes: whose night it is and who was not compared in it yet."""
    await service.ask_due_comparisons(context.additional_context["runtime"])
