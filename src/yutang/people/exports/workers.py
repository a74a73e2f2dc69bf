"""Write files; by the clock, delete old ones."""

from yutang.kernel.jobs import clocked, handles
from yutang.kernel.runtime import Runtime

from . import jobs, service


@handles(jobs.WriteExport)
async def write_export(job: jobs.WriteExport, runtime: Runtime) -> None:
    """Safe to run twice: the file is written anew, and only a whole one is shown."""
    await service.write(runtime, job.corp_id, job.export_id)


@clocked("53 * * * *", "exports.forget")
async def forget(runtime: Runtime) -> None:
    """Once an hour."""
    await service.forget_old(runtime)
