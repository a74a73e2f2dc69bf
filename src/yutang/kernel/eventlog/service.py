"""The log's front door: what others may ask of it."""

from datetime import date, timedelta

import structlog
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import installation
from yutang.kernel.locking import HeldError
from yutang.kernel.runtime import Runtime

from . import cleaning, counting, freezing, months, moving, retaining
from .cleaning import forget_persons, frozen_files, read_corp, read_persons
from .errors import BusyLogError
from .freezing import freeze, thaw
from .holding import AHEAD, HELD_SECONDS, beside, measure, months_ahead, read_reading
from .months import alone
from .reading import read_log, read_states
from .repository import cold_until
from .retaining import read_kept, reset_retention, set_floor, set_retention
from .taking import Taking, read_taking

__all__ = [
    "AHEAD",
    "HELD_SECONDS",
    "Taking",
    "alone",
    "beside",
    "cold_until",
    "forget_persons",
    "forget_reader",
    "freeze",
    "frozen_files",
    "keep",
    "look_ahead",
    "measure",
    "months_ahead",
    "read_corp",
    "read_kept",
    "read_log",
    "read_persons",
    "read_reading",
    "read_states",
    "read_taking",
    "reset_retention",
    "set_floor",
    "set_retention",
    "settle",
    "thaw",
]

log = structlog.get_logger(__name__)


async def look_ahead(runtime: Runtime, patience: timedelta = months.PATIENCE) -> None:
    """See that the months to come have a table; whoever holds the log is waited for so long.

    Where events of such a month came before their table, they are moved. Raises BusyLogError.
    """
    await months.briefly(
        runtime, lambda session: installation.prepare_partitions(session, AHEAD), patience
    )
    async with runtime.database.owner() as session:
        ahead = await months_ahead(session)
    if ahead < AHEAD:
        try:
            await settle(runtime, patience)
        except HeldError as error:
            raise BusyLogError(months.NAME) from error


async def settle(runtime: Runtime, patience: timedelta | None = None) -> int:
    """Move what fell into the default partition into months; how many got a table.

    Raises HeldError when somebody works on the log all the time.
    """
    async with months.alone(runtime, patience):
        await months.tidy(runtime)
        return await moving.settle(runtime)


async def forget_reader(session: AsyncSession, name: str) -> bool:
    """Drop the place of a reader that is no more; whether there was one. Owner's session.

    One that is still in use would begin at the start of the log again.
    """
    found = await session.execute(
        text("delete from event_readers where name = :name returning name"), {"name": name}
    )
    return found.first() is not None


async def keep(runtime: Runtime) -> dict[str, int]:
    """The night's work; safe to run again, and to kill. Waits for nobody who does it already."""
    try:
        async with months.alone(runtime, patience=months.SOON):
            return await _keep(runtime)
    except HeldError:
        log.info("eventlog.busy")
        return {}


async def _keep(runtime: Runtime) -> dict[str, int]:
    await months.tidy(runtime)
    await freezing.sweep(runtime)
    moved = await moving.settle(runtime)
    await counting.count_all(runtime)
    keeping = await retaining.read_keeping(runtime)
    dropped = await retaining.drop_expired(runtime, keeping)
    frozen: list[date] = []
    if runtime.settings.cold_months is not None:
        frozen = await freezing.freeze_old(runtime, runtime.settings.cold_months)
    cleaned = await cleaning.clean_files(runtime, keeping)
    await counting.count_all(runtime)
    done = {"moved": moved, "dropped": dropped, "frozen": len(frozen), "cleaned": cleaned}
    log.info("eventlog.kept", **done)
    return done
