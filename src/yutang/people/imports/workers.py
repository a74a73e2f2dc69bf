"""Do the two steps."""

from procrastinate import JobContext

from yutang.kernel.jobs import handles, queue
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


@queue.periodic(cron="47 * * * *")
@queue.task(name="imports.forget", queueing_lock="imports.forget", pass_context=True)
async def forget(context: JobContext, timestamp: int) -> None:  # noqa: ARG001 - the tick
    """Once an hour: what was uploaded and never finished, and errors nobody needs any more."""
    runtime: Runtime = context.additional_context["runtime"]
    await service.forget_old(runtime)
