"""How far the readers of the log are, and which transaction holds them all back."""

from typing import Final

from prometheus_client import Gauge
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.runtime import Runtime

from . import months
from .schemas import HeldRead, ReaderRead, ReadingRead

HELD_SECONDS: Final = 6.0
"""No transaction of ours lasts over five."""
COUNTED: Final = 1_000
AHEAD: Final = 3

# A transaction without an xid holds back nobody; a prepared one has no process.
_HELD = text(
    """
    select * from (
      select a.pid, a.datname::text as database, coalesce(a.application_name, '') as application,
             coalesce(a.state, '') as state, a.xact_start as since
      from pg_stat_activity a where a.backend_xid is not null and a.pid <> pg_backend_pid()
      union all
      select null, p.database::text, p.gid, 'prepared', p.prepared from pg_prepared_xacts p
    ) held order by since nulls last limit 1
    """
)
_SNAPSHOT = text(
    """
    select exists (select from pg_snapshot_xip(pg_current_snapshot())) as writing, now() as now,
           (select extract(epoch from max(clock_timestamp() - xact_start))
            from pg_stat_activity
            where backend_xmin is not null or backend_xid is not null) as oldest
    """
)
_BEHIND = text(
    """
    select r.name, r.read_at,
           (select count(*) from (
              select from events e where (e.era, e.xid, e.id) > (r.era, r.xid, r.id) limit :most
            ) unread) as behind
    from event_readers r order by r.name
    """
)
_AHEAD = text("select count(*) from event_months() where starts > now()")
_BESIDE = text(f"select count(*) from (select from {months.DEFAULT} limit 100000) t")  # noqa: S608

READER_BEHIND = Gauge("yutang_reader_behind_rows", "Events a reader has not read", ["reader"])
HELD = Gauge(
    "yutang_readers_held_seconds",
    "Age of the oldest transaction that has written and has not ended, in any database",
)
OLDEST = Gauge("yutang_oldest_transaction_seconds", "Age of the oldest transaction of any kind")
MONTHS_AHEAD = Gauge("yutang_log_months_ahead", "Months to come that have a table; alarm below 1")
BESIDE = Gauge("yutang_log_beside_rows", "Events of months without a table")


async def read_reading(session: AsyncSession) -> ReadingRead:
    """The readers and their obstacle. Owner's session that has written nothing."""
    found = (await session.execute(_SNAPSHOT)).one()
    row = (await session.execute(_HELD)).one_or_none()
    held = None
    if row is not None and row.since is not None:
        seconds = (found.now - row.since).total_seconds()
        if seconds > HELD_SECONDS:
            held = HeldRead(
                pid=row.pid,
                database=row.database,
                application=row.application,
                state=row.state,
                since=row.since,
                seconds=seconds,
            )
    elif row is None and found.writing and await _stuck(session):
        held = HeldRead(pid=None, database=None, application="", state="", since=None, seconds=None)
    readers = [
        ReaderRead(
            name=one.name,
            read_at=one.read_at,
            behind=min(one.behind, COUNTED),
            at_least=one.behind > COUNTED,
        )
        for one in await session.execute(_BEHIND, {"most": COUNTED + 1})
    ]
    oldest = None if found.oldest is None else float(found.oldest)
    return ReadingRead(readers=readers, held=held, oldest_seconds=oldest)


async def _stuck(session: AsyncSession) -> bool:
    """Whether events wait for a transaction that this account may not see (no pg_monitor)."""
    return bool(
        await session.scalar(
            text(
                "select exists (select from events where era = (select era from installation)"
                " and xid >= pg_snapshot_xmin(pg_current_snapshot())"
                " and at < now() - interval '1 minute')"
            )
        )
    )


async def months_ahead(session: AsyncSession) -> int:
    """How many months to come have a table."""
    return int(await session.scalar(_AHEAD) or 0)


async def beside(session: AsyncSession) -> int:
    """How many events stand in the default partition, up to 100,000."""
    return int(await session.scalar(_BESIDE) or 0)


async def measure(runtime: Runtime) -> ReadingRead:
    """Set the figures of /metrics."""
    async with runtime.database.owner() as session:
        found = await read_reading(session)
        MONTHS_AHEAD.set(await months_ahead(session))
        BESIDE.set(await beside(session))
    for one in found.readers:
        READER_BEHIND.labels(one.name).set(one.behind)
    HELD.set(found.held.seconds or 0 if found.held is not None else 0)
    OLDEST.set(found.oldest_seconds or 0)
    return found
