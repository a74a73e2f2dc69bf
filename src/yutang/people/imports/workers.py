"""Do the two steps."""

from yutang.kernel.jobs import handles
from yutang.kernel.runtime import Runtime

from . import jobs, running


@handles(jobs.CheckImport)
async def check_import(job: jobs.CheckImport, runtime: Runtime) -> None:
    """Safe to run twice: it begins where it stopped, or does nothing."""
    await running.check(runtime, job.corp_id, job.import_id)


@handles(jobs.RunImport)
async def run_import(job: jobs.RunImport, runtime: Runtime) -> None:
    """Safe to run twice: each chunk's place commits with its effect."""
    await running.take_in(runtime, job.corp_id, job.import_id)
