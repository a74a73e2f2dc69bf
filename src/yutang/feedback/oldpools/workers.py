"""Make what was asked for."""

from yutang.kernel.jobs import handles
from yutang.kernel.runtime import Runtime

from . import jobs, service


@handles(jobs.MakePools)
async def make_pools(job: jobs.MakePools, runtime: Runtime) -> None:
    """Make a corp's; safe to run twice, goes on where it was cut."""
    await service.make_waiting(runtime, job.corp_id)
