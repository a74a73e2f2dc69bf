"""Carry acts on; by the clock, forget what came of them."""

from typing import TYPE_CHECKING

from procrastinate import JobContext

from yutang.kernel.jobs import handles, queue

from . import jobs, service

if TYPE_CHECKING:
    from yutang.kernel.runtime import Runtime


@handles(jobs.CarryOn)
async def carry_on(job: jobs.CarryOn, runtime: "Runtime") -> None:
    """Chunk after chunk; safe to run twice, for each chunk's place commits with its effect."""
    await service.carry_on(runtime, job.corp_id, job.act_id)


@queue.periodic(cron="41 * * * *")
@queue.task(name="bulk.forget", queueing_lock="bulk.forget", queue="default", pass_context=True)
async def forget(context: JobContext, timestamp: int) -> None:  # noqa: ARG001 - the tick
    """Once an hour."""
    runtime: Runtime = context.additional_context["runtime"]
    await service.forget(runtime)
