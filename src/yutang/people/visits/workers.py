"""Forget old visits by the clock."""

from yutang.kernel.jobs import clocked
from yutang.kernel.runtime import Runtime

from . import service


@clocked("49 3 * * *", "visits.forget")
async def forget(runtime: Runtime) -> None:
    """Each night: visits older than 180 days."""
    await service.forget_old(runtime)
