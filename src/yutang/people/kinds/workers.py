"""Release by job, tidy by the clock."""

from yutang.kernel.jobs import clocked, handles
from yutang.kernel.runtime import Runtime

from . import jobs, service


@handles(jobs.ReleaseEvents)
async def release_events(job: jobs.ReleaseEvents, runtime: Runtime) -> None:
    """Judge a heap again, or delete it; safe to run twice."""
    await service.release(runtime, job)


@clocked("*/15 * * * *", "kinds.tidy")
async def tidy(runtime: Runtime) -> None:
    """Each quarter of an hour: what waited for 30 days, or is too much, leaves the quarantine."""
    await service.tidy(runtime)
