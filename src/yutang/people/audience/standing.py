"""How the engine stands: what is read, what waits, what it takes."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

import psutil
from prometheus_client import Gauge
from sqlalchemy import text

from . import ddl, marks
from .schemas import CorpStatus, Status, TableStatus

if TYPE_CHECKING:
    from .engine import Engine

BEHIND_SECONDS: Final = 10
_MOST: Final = 100_000
_MARKS: Final = text("select count(*), min(at) from audience_marks")
_EVENTS: Final = text(
    """
    select count(*) as waiting, min(at) as since
    from (select at from events where (era, xid, id) > (:era, cast(:xid as xid8), :id)
          order by events.era, events.xid, events.id limit :most) e
    """
)

LAG = Gauge("yutang_audience_lag_seconds", "Age of the oldest thing not yet read", ["what"])
WAITING = Gauge("yutang_audience_waiting_rows", "Things not yet read", ["what"])
ROWS = Gauge("yutang_audience_rows", "Rows in the store", ["table"])
BYTES = Gauge("yutang_audience_bytes", "Bytes of the store on the disk", ["table"])
STALE = Gauge("yutang_audience_stale_seconds", "Since when nothing new comes in; 0: it does")


def _age(moment: datetime | None) -> float:
    return 0.0 if moment is None else max(0.0, (datetime.now(UTC) - moment).total_seconds())


async def standing(engine: "Engine") -> Status:
    """As of now; sets the figures of /metrics too."""
    async with engine.runtime.database.owner() as session:
        waiting, oldest = (await session.execute(_MARKS)).one()
        asked = {**engine.feed.cursor.place(), "most": _MOST}
        events = (await session.execute(_EVENTS, asked)).one()
        corps = [
            CorpStatus(
                corp_id=row.corp_id,
                built_at=row.built_at,
                stage=row.stage,
                done=row.done,
                total=row.total,
            )
            for row in await session.execute(marks.STATES)
        ]
    sizes = await engine.store.sizes()
    tables = [
        TableStatus(name=name, rows=sizes.get(name, (0, 0))[0], bytes=sizes.get(name, (0, 0))[1])
        for name in ddl.TABLES
    ]
    stale = engine.stale_since()
    # The moment of an event is that of what happened, which a file may tell years later.
    lag = min(_age(events.since), _age(engine.fed_at)) if events.waiting else 0.0
    found = Status(
        state="current",
        kind="server" if engine.store.path is None else "embedded",
        store=engine.store.id,
        version=ddl.VERSION,
        as_of=engine.fed_at,
        stale_since=stale,
        why=engine.trouble,
        marks=waiting,
        marks_lag_seconds=round(_age(oldest), 3),
        events_behind=events.waiting,
        events_lag_seconds=round(lag, 3),
        kept_bytes=engine.kept.bytes,
        budget_bytes=engine.kept.budget_bytes,
        memory_bytes=psutil.Process().memory_info().rss,
        tables=tables,
        corps=corps,
    )
    if stale is not None:
        found.state = "stale"
    elif any(corp.built_at is None for corp in corps):
        found.state = "building"
    elif max(found.marks_lag_seconds, found.events_lag_seconds) > BEHIND_SECONDS:
        found.state = "behind"
    _measure(found)
    return found


def _measure(found: Status) -> None:
    LAG.labels("marks").set(found.marks_lag_seconds)
    LAG.labels("events").set(found.events_lag_seconds)
    WAITING.labels("marks").set(found.marks)
    WAITING.labels("events").set(found.events_behind)
    STALE.set(_age(found.stale_since))
    for table in found.tables:
        ROWS.labels(table.name).set(table.rows)
        BYTES.labels(table.name).set(table.bytes)
