"""What is tidied up behind calls of the API."""

from yutang.kernel import idempotency, rates
from yutang.kernel.jobs import clocked
from yutang.kernel.runtime import Runtime


@clocked("41 * * * *", "tokens.upkeep")
async def upkeep(runtime: Runtime) -> None:
    """Once an hour: answers older than a day, counts of callers long gone."""
    await idempotency.forget_old(runtime.database)
    await rates.forget_idle(runtime.database)
