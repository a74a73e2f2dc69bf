"""Write files; by the clock, delete old ones."""

from procrastinate import JobContext

from yutang.kernel.jobs import handles, queue
from yutang.kernel.runtime import Runtime

from . import jobs, service


@handles(jobs.WriteExport)
async def write_export(job: jobs.WriteExport, runtime: Runtime) -> None:
    """Safe to run twice: the file is written anew, and only a whole one is shown."""
    await service.write(runtime, job.corp_id, job.export_id)


@queue.periodic(cron="53 * * * *")
@queue.task(name="exports.forget", queueing_lock="exports.forget", pass_context=True)
async def forget(context: JobContext, timestamp: int) -> None:  # noqa: ARG001 - the tick
    """Once an hour."""
    runtime: Runtime = context.additional_context["runtime"]
    await service.forget_old(runtime)
