"""The lane of those who wait to be judged; runs, their way back, the clock."""

from yutang.kernel.jobs import clocked, handles
from yutang.kernel.lanes import Lane
from yutang.kernel.runtime import Runtime

from . import clockwork, jobs, judging, running, service, undoing


def lane(runtime: Runtime) -> Lane:
    """Judge who waits as events come."""
    return Lane(
        "autotags",
        service.SIGNAL,
        lambda: judging.judge(runtime),
        linger_seconds=1.0,
        gather_seconds=0.3,
        full_rows=judging.ROWS,
    )


@handles(jobs.RunRule)
async def run_rule(job: jobs.RunRule, runtime: Runtime) -> None:
    """Carry a run on; safe to run twice."""
    await running.carry_on(runtime, job.corp_id, job.run_id)


@handles(jobs.UndoRun)
async def undo_run(job: jobs.UndoRun, runtime: Runtime) -> None:
    """Take a run back; safe to run twice."""
    await undoing.carry_on(runtime, job.corp_id, job.run_id)


@clocked("*/5 * * * *", "autotags.clock")
async def look_at_the_clock(runtime: Runtime) -> None:
    """Every five minutes: zones may differ from UTC by quarters of an hour."""
    await clockwork.look(runtime)


@clocked("41 * * * *", "autotags.tidy")
async def tidy(runtime: Runtime) -> None:
    """Once an hour: close and forget."""
    await clockwork.tidy(runtime)
