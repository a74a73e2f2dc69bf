"""By the clock: months to come, and each night what is kept, moved and frozen."""

from datetime import timedelta

import structlog

from yutang.kernel.jobs import clocked
from yutang.kernel.runtime import Runtime

from . import service

log = structlog.get_logger(__name__)
HELD_FOR = timedelta(minutes=1).total_seconds()


@clocked("13 * * * *", "eventlog.ahead")
async def look_ahead(runtime: Runtime) -> None:
    """Each hour: three months to come have a table."""
    await service.look_ahead(runtime)


@clocked("7 19 * * *", "eventlog.keep")
async def keep(runtime: Runtime) -> None:
    """Each night, at 03:07 in WeCom's zone."""
    await service.keep(runtime)


@clocked("* * * * *", "eventlog.watch")
async def watch(runtime: Runtime) -> None:
    """Each minute: say in the log who holds the readers back."""
    async with runtime.database.owner() as session:
        held = (await service.read_reading(session)).held
    if held is not None and (held.seconds is None or held.seconds > HELD_FOR):
        log.warning("readers.held", **held.model_dump(mode="json"))
