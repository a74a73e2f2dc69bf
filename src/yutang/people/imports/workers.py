"""Do the two steps."""

from yutang.kernel.jobs import clocked, handles
from yutang.kernel.runtime import Runtime

from . import jobs, service


@handles(jobs.CheckImport)
async def check_import(job: jobs.CheckImport, runtime: Runtime) -> None:
    """Safe to run twice: it begins where it stopped, or does nothing."""
    await service.check(runtime, job.corp_id, job.import_id)


@handles(jobs.RunImport)
async def run_import(job: jobs.RunImport, runtime: Runtime) -> None:
    """Safe to run twice: each chunk's place commits with its effect."""
    await service.take_in(runtime, job.corp_id, job.import_id)


@clocked("47 * * * *", "imports.forget")
async def forget(runtime: Runtime) -> None:
    """Once an hour: what was uploaded and never finished, and errors nobody needs any more."""
    await service.forget_old(runtime)
