"""What WeCom showed of ids that stand at others is settled by the minute."""

from yutang.kernel.jobs import clocked
from yutang.kernel.runtime import Runtime

from . import service


@clocked("* * * * *", "persons.waiting")
async def each_minute(runtime: Runtime) -> None:
    """Settle what waits; safe to run twice."""
    await service.settle_waiting(runtime)
