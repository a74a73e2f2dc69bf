"""Look at codes, tell WeCom, mind the clock."""

from yutang.kernel.jobs import clocked, handles
from yutang.kernel.runtime import Runtime

from . import jobs, keeping


@handles(jobs.TellList)
async def tell_list(job: jobs.TellList, runtime: Runtime) -> None:
    """Have WeCom take over a list; a repeat finds nothing to tell."""
    await keeping.tell(runtime, job.corp_id, job.channel_id, urgent=job.urgent)


@handles(jobs.LookAtCodes)
async def look_at_codes(job: jobs.LookAtCodes, runtime: Runtime) -> None:
    """Look at the codes that are due; safe to run twice."""
    await keeping.look_at_due(runtime, job.corp_id, urgent=job.urgent)


@clocked("* * * * *", "rota.minute")
async def each_minute(runtime: Runtime) -> None:
    """Once a minute: hours that begin or end, who is back, who has no room left."""
    await keeping.each_minute(runtime)
