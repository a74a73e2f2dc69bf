"""The quarantine keeps 30 days and a million events of a corp; the oldest make room."""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.runtime import Runtime
from yutang.people.corps import service as corps

from . import repository
from .schemas import HELD_ROWS, KEPT_DAYS

DROPPED: Final = "dropped"
"""The outcome of an event that nobody decided about in time."""
_AT_ONCE: Final = 20_000
_COUNTED_SECONDS: Final = 60.0
_DAYS_KEPT: Final = 400


@dataclass(slots=True)
class _Estimate:
    rows: int
    until: float


async def make_room(
    runtime: Runtime, session: AsyncSession, corp_id: int, added: int, now: datetime
) -> None:
    """Drop the oldest where a batch brought the corp over its limit.

    Rows are counted once a minute; between, this process adds what it brought itself.
    """
    estimates: dict[int, _Estimate] = runtime.once("event_quarantine", dict[int, _Estimate])
    found = estimates.get(corp_id)
    if found is None or found.until < time.monotonic():
        rows = await session.scalar(repository.HELD, {"corp_id": corp_id}) or 0
        found = estimates[corp_id] = _Estimate(rows, time.monotonic() + _COUNTED_SECONDS)
    else:
        found.rows += added
    if found.rows > HELD_ROWS:
        most = min(found.rows - HELD_ROWS, _AT_ONCE)
        found.rows -= await drop(session, corp_id, now, most)


async def drop(
    session: AsyncSession,
    corp_id: int,
    now: datetime,
    most: int,
    *,
    before: datetime | None = None,
) -> int:
    """Delete the oldest and count them by kind; returns how many."""
    asked = {"corp_id": corp_id, "before": before, "limit": most}
    rows = (await session.execute(repository.DROP, asked)).all()
    await count_outcome(session, corp_id, now, DROPPED, rows)
    return sum(row.events for row in rows)


async def count_outcome(
    session: AsyncSession,
    corp_id: int,
    now: datetime,
    outcome: str,
    rows: Sequence[Any],
) -> None:
    """Count what became of quarantined events: rows of `said` and `events`."""
    if not rows:
        return
    await session.execute(
        repository.COUNT,
        {
            "corp_id": corp_id,
            "now": now,
            "outcome": outcome,
            "kinds": [row.said for row in rows],
            "events": [row.events for row in rows],
        },
    )


async def tidy(runtime: Runtime) -> int:
    """Drop what is over 30 days old or over the limit, some at a time; returns how many."""
    now = runtime.clock()
    total = 0
    async with runtime.database.owner() as session:
        corp_ids = await corps.every_corp(session)
    for corp_id in corp_ids:
        gone = _AT_ONCE
        while gone == _AT_ONCE:
            async with runtime.database.owner() as session:
                before = now - timedelta(days=KEPT_DAYS)
                gone = await drop(session, corp_id, now, _AT_ONCE, before=before)
            total += gone
        over = 1
        while over > 0:
            async with runtime.database.owner() as session:
                held = await session.scalar(repository.HELD, {"corp_id": corp_id}) or 0
                over = min(held - HELD_ROWS, _AT_ONCE)
                if over > 0:
                    total += await drop(session, corp_id, now, over)
        async with runtime.database.owner() as session:
            day = (now - timedelta(days=_DAYS_KEPT)).date()
            await session.execute(repository.FORGET_DAYS, {"corp_id": corp_id, "before": day})
    return total
