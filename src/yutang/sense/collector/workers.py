"""The lanes that empty what sources sent, and the upkeep."""

from yutang.kernel.jobs import clocked
from yutang.kernel.lanes import Lane
from yutang.kernel.runtime import Runtime
from yutang.people.kinds import service as kinds

from . import service

GATHER_SECONDS = 0.2
"""What comes one by one is handled together: a statement costs more than a row."""
RELEASED_SECONDS = 2.0


def lane(runtime: Runtime) -> Lane:
    """Handle what sources sent as it comes."""
    return Lane(
        "collect",
        service.SIGNAL,
        lambda: service.handle_batch(runtime),
        gather_seconds=GATHER_SECONDS,
        full_rows=service.BATCH_EVENTS // 2,
    )


def released_lane(runtime: Runtime) -> Lane:
    """Write what operators accepted after the fact into the log."""
    return Lane(
        "collect:released",
        kinds.SIGNAL,
        lambda: service.write_released(runtime),
        idle_seconds=RELEASED_SECONDS,
    )


@clocked("41 * * * *", "collect.forget")
async def forget(runtime: Runtime) -> None:
    """Once an hour: what is older than it is kept."""
    await service.forget_old(runtime)
