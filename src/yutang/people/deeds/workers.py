"""Look for spares by the clock."""

from typing import TYPE_CHECKING

from procrastinate import JobContext

from yutang.kernel.jobs import queue

from . import service

if TYPE_CHECKING:
    from yutang.kernel.runtime import Runtime


@queue.periodic(cron="* * * * *")
@queue.task(name="deeds.sweep", queueing_lock="deeds.sweep", queue="default", pass_context=True)
async def sweep(context: JobContext, timestamp: int) -> None:  # noqa: ARG001 - the tick
    """Each minute: delete what WeCom made twice and we use once."""
    runtime: Runtime = context.additional_context["runtime"]
    while await service.sweep(runtime):
        pass
