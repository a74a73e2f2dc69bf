"""Do the reading."""

from yutang.kernel.jobs import handles
from yutang.kernel.runtime import Runtime

from . import jobs, service


@handles(jobs.SyncCorp)
async def sync_corp(job: jobs.SyncCorp, runtime: Runtime) -> None:
    """Read a corp; safe to run twice."""
    await service.sync_corp(runtime, job.corp_id)
