"""The log's months: which have a table, how one is made and replaced, who may work on them."""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final, TypeVar

import structlog
from psycopg.errors import DeadlockDetected, LockNotAvailable
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.db import ran_out_of_time
from yutang.kernel.locking import holding
from yutang.kernel.runtime import Runtime

from .errors import BusyLogError

log = structlog.get_logger(__name__)
T = TypeVar("T")

NAME: Final = "kernel.eventlog"
"""Who moves rows between tables and files holds it: one at a time over all processes."""
COLUMNS: Final = "corp_id, id, customer_id, kind, at, actor, props, source, era, xid"
LOCK_MS: Final = 300
"""So long everybody else may be held up by one attempt to lock the whole log."""
SOON: Final = timedelta(seconds=1)
PATIENCE: Final = timedelta(minutes=45)
"""Longer than the longest reading that is expected: half an hour."""
DEFAULT: Final = "events_default"

_MONTHS = text("select place, month, starts, stops from event_months() order by month")
_BOUNDS = text("select starts, stops from event_bounds(cast(:month as date))")
_WAIT = text("select set_config('lock_timeout', :ms, true)")
_HOLDERS = text(
    "select string_agg(distinct format('pid %s since %s', a.pid, to_char(a.xact_start, 'HH24:MI')),"
    " ', ') from pg_locks l join pg_stat_activity a using (pid)"
    " where l.relation = 'public.events'::regclass and l.granted"
)


@dataclass(frozen=True, slots=True)
class Month:
    """A month that has a table."""

    place: str
    month: date
    starts: datetime
    stops: datetime


def table_name(month: date) -> str:
    """What the table of a month is called."""
    return f"events_y{month:%Y}m{month:%m}"


async def find_months(session: AsyncSession) -> list[Month]:
    """The months that have a table, the oldest first."""
    return [Month(*row) for row in await session.execute(_MONTHS)]


async def bounds_of(session: AsyncSession, month: date) -> tuple[datetime, datetime]:
    """When a month without a table would begin and end."""
    row = (await session.execute(_BOUNDS, {"month": month})).one()
    return row.starts, row.stops


@asynccontextmanager
async def alone(runtime: Runtime, patience: timedelta | None = None) -> AsyncIterator[None]:
    """Be the only one who moves rows of the log; raises HeldError after the `patience`."""
    async with holding(runtime.database.url, NAME, patience=patience):
        yield


async def briefly(
    runtime: Runtime, act: Callable[[AsyncSession], Awaitable[T]], patience: timedelta = PATIENCE
) -> T:
    """Do what locks the log in a transaction that waits for its locks 0.3 s, again and again.

    A lock that waits holds up all who come behind it. Raises BusyLogError after the `patience`.
    """
    until, pause = time.monotonic() + patience.total_seconds(), 0.1
    while True:
        try:
            async with runtime.database.owner() as session:
                await session.execute(_WAIT, {"ms": str(LOCK_MS)})
                return await act(session)
        except OperationalError as error:
            if not isinstance(error.orig, LockNotAvailable | DeadlockDetected):
                raise
        if time.monotonic() > until:
            async with runtime.database.owner() as session:
                raise BusyLogError(await session.scalar(_HOLDERS) or "nobody now")
        await asyncio.sleep(pause)
        pause = min(pause * 1.5, 5.0)


async def lock_log(session: AsyncSession) -> None:
    """Keep everybody out of the log until the end of the transaction."""
    await session.execute(text("lock table only events in access exclusive mode"))


async def make_apart(session: AsyncSession, name: str, month: date | None) -> None:
    """Make a table like the log's; for a month with a check, so that attaching need not look."""
    await session.execute(text(f"drop table if exists {name}"))
    await session.execute(text(f"create table {name} (like events including all)"))
    if month is not None:
        starts, stops = await bounds_of(session, month)
        await session.execute(
            text(
                f"alter table {name} add constraint within_month"
                f" check (at >= '{starts.isoformat()}' and at < '{stops.isoformat()}')"
            )
        )


async def attach(session: AsyncSession, name: str, month: date) -> None:
    """Take a table that was made apart into the log, under the month's name."""
    starts, stops = await bounds_of(session, month)
    await session.execute(
        text(
            f"alter table events attach partition {name}"
            f" for values from ('{starts.isoformat()}') to ('{stops.isoformat()}')"
        )
    )
    await session.execute(text(f"alter table {name} drop constraint within_month"))
    await session.execute(text(f"alter table {name} rename to {table_name(month)}"))


async def watch(runtime: Runtime, place: str) -> None:
    """Have changes in a table noted from now on; who was writing there has ended."""

    async def act(session: AsyncSession) -> None:
        await _unwatch(session, place)
        await session.execute(
            text(
                f"create trigger note_change after insert or update or delete on {place}"
                " for each row execute function note_event_change()"
            )
        )

    await briefly(runtime, act)


async def unwatch(runtime: Runtime, place: str) -> None:
    """Note no more."""

    async def act(session: AsyncSession) -> None:
        await _unwatch(session, place)

    await briefly(runtime, act)


async def _unwatch(session: AsyncSession, place: str) -> None:
    await session.execute(text(f"drop trigger if exists note_change on {place}"))
    await session.execute(text("delete from log_changes where place = :place"), {"place": place})


async def in_stretches(
    runtime: Runtime, place: str, pages: int, act: Callable[[AsyncSession, str], Awaitable[None]]
) -> None:
    """Do something to a table, so many pages of 8 kB in a transaction, to its end of now.

    `act` gets the condition that says which rows. A stretch that took too long is halved.
    """
    async with runtime.database.owner() as session:
        size = text("select pg_relation_size(:place) / 8192")
        end = int(await session.scalar(size, {"place": place}) or 0) + 1
    first, many = 0, pages
    while first < end:
        stretch = f"ctid >= '({first},0)' and ctid < '({first + many},0)'"
        try:
            async with runtime.database.owner() as session:
                await act(session, stretch)
        except DBAPIError as error:
            if many == 1 or not ran_out_of_time(error):
                raise
            many = max(many // 2, 1)
            continue
        first, many = first + many, min(many * 2, pages)


async def was_changed(session: AsyncSession, place: str) -> bool:
    """Whether anything was noted."""
    return bool(
        await session.scalar(
            text("select exists (select from log_changes where place = :place)"), {"place": place}
        )
    )


async def tidy(runtime: Runtime) -> None:
    """Take away what a killed mover left: tables apart, triggers. For whoever is alone."""
    async with runtime.database.owner() as session:
        apart = list(
            await session.scalars(
                text(
                    "select relname from pg_class where relkind = 'r' and not relispartition"
                    " and relnamespace = 'public'::regnamespace and relname ^@ 'events_'"
                )
            )
        )
        watched = list(
            await session.scalars(
                text(
                    "select c.relname from pg_trigger t join pg_class c on c.oid = t.tgrelid"
                    " where t.tgname = 'note_change' and c.relname ^@ 'events_'"
                )
            )
        )
    for name in apart:
        async with runtime.database.owner() as session:
            await session.execute(text(f"drop table if exists {name}"))
    for name in watched:
        if name not in apart:
            await unwatch(runtime, name)
