"""Carry acts on; by the clock, forget what came of them."""

from yutang.kernel.jobs import clocked, handles
from yutang.kernel.runtime import Runtime

from . import jobs, service


@handles(jobs.CarryOn)
async def carry_on(job: jobs.CarryOn, runtime: Runtime) -> None:
    """Chunk after chunk; safe to run twice, for each chunk's place commits with its effect."""
    await service.carry_on(runtime, job.corp_id, job.act_id)


@clocked("41 * * * *", "bulk.forget")
async def forget(runtime: Runtime) -> None:
    """Once an hour."""
    await service.forget(runtime)
