"""Tell conversions, forget old ones."""

from uuid import UUID

from yutang.kernel.jobs import clocked, handles
from yutang.kernel.runtime import Runtime

from . import jobs, service


@handles(jobs.SendConversion)
async def send_conversion(job: jobs.SendConversion, runtime: Runtime) -> None:
    """One try; what was taken is not told again."""
    await service.send(runtime, job.corp_id, UUID(job.send_id))


@clocked("53 3 * * *", "conversions.forget")
async def forget(runtime: Runtime) -> None:
    """Each night: sends older than 30 days."""
    await service.forget_old(runtime)
