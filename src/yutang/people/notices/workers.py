"""The lane that sends notices, the job that answers a button, and forgetting."""

from yutang.kernel.jobs import clocked, handles
from yutang.kernel.lanes import Lane
from yutang.kernel.notices import service as notices
from yutang.kernel.runtime import Runtime

from . import jobs, service


def lane(runtime: Runtime) -> Lane:
    """Woken when something is told; looks each second for what waited."""
    return Lane("notices", notices.SIGNAL, lambda: service.deliver(runtime))


@handles(jobs.AnswerPress)
async def answer_press(job: jobs.AnswerPress, runtime: Runtime) -> None:
    """Do what a button says; safe to run twice."""
    await service.answer_press(runtime, job)


@clocked("41 * * * *", "notices.forget")
async def forget_old(runtime: Runtime) -> None:
    """Once an hour: notices of a month ago, deliveries that count for no limit any more."""
    await service.forget_old(runtime)
