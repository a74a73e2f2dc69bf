"""Bulk runs: a long piece of work whose place is written with each of its steps.

A step's effect and its place commit together, so a killed run goes on where it stood: nothing is
done twice, nothing is left out.
"""

from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from .limits import Limits
from .models import BulkRun
from .schemas import Run, RunRead

STALE: Final = timedelta(hours=24)
"""A run that stood still for longer begins anew: what it has read is too old to be added to."""
SHOWN_ENDED: Final = 5
_PACE_SECONDS: Final = 5.0
_OPEN: Final = ("running", "failed")


async def begin_or_resume(
    session: AsyncSession,
    corp_id: int,
    kind: str,
    *,
    path: str,
    asked_by: str,
    now: datetime,
    total: int | None = None,
) -> Run:
    """The open run of this kind, or a new one. `path` is the API that it calls most.

    Whoever calls makes sure that one worker at a time does (a job's lock). Needs the owner's
    session.
    """
    kept = await session.scalar(
        select(BulkRun)
        .where(BulkRun.corp_id == corp_id, BulkRun.kind == kind, BulkRun.state.in_(_OPEN))
        .with_for_update()
    )
    if kept is not None and now - kept.updated_at <= STALE:
        kept.state, kept.reason = "running", None
        kept.resumed_at, kept.resumed_done, kept.updated_at = now, kept.done, now
        if total is not None:
            kept.total = total
        return Run(corp_id, kept.id, dict(kept.cursor), kept.done)
    if kept is not None:
        kept.state, kept.ended_at = "dropped", now
        await session.flush()
    run = BulkRun(
        corp_id=corp_id,
        kind=kind,
        path=path,
        asked_by=asked_by,
        state="running",
        cursor={},
        total=total,
        done=0,
        calls=0,
        started_at=now,
        resumed_at=now,
        resumed_done=0,
        updated_at=now,
    )
    session.add(run)
    await session.flush()
    return Run(corp_id, run.id)


async def advance(
    session: AsyncSession,
    run: Run,
    cursor: dict[str, Any],
    now: datetime,
    *,
    done: int = 0,
    calls: int = 0,
) -> Run:
    """Write the run's new place, `done` pieces further, in the transaction of the step's effect."""
    await session.execute(
        update(BulkRun)
        .where(BulkRun.corp_id == run.corp_id, BulkRun.id == run.id)
        .values(
            cursor=cursor,
            done=BulkRun.done + done,
            calls=BulkRun.calls + calls,
            updated_at=now,
        )
    )
    return Run(run.corp_id, run.id, cursor, run.done + done)


async def end(session: AsyncSession, run: Run, now: datetime) -> None:
    """It is through."""
    await _close(session, run, "ended", None, now)


async def fail(session: AsyncSession, run: Run, reason: str, now: datetime) -> None:
    """It stopped for a reason; asked for again within a day, it goes on from where it stands."""
    await _close(session, run, "failed", reason[:500], now)


async def _close(
    session: AsyncSession, run: Run, state: str, reason: str | None, now: datetime
) -> None:
    await session.execute(
        update(BulkRun)
        .where(BulkRun.corp_id == run.corp_id, BulkRun.id == run.id)
        .values(
            state=state,
            reason=reason,
            updated_at=now,
            ended_at=now if state == "ended" else None,
        )
    )


async def list_runs(
    session: AsyncSession, corp_id: int, now: datetime, limits: Limits
) -> list[RunRead]:
    """Open runs, then the last that ended. Needs the owner's session or the corp's."""
    of_corp = select(BulkRun).where(BulkRun.corp_id == corp_id)
    open_runs = await session.scalars(
        of_corp.where(BulkRun.state.in_(_OPEN)).order_by(BulkRun.id.desc())
    )
    ended = await session.scalars(
        of_corp.where(BulkRun.state.not_in(_OPEN)).order_by(BulkRun.id.desc()).limit(SHOWN_ENDED)
    )
    return [
        RunRead.model_validate(
            {name: getattr(row, name) for name in RunRead.model_fields if name != "ends_at"}
            | {"ends_at": ends_at(row, now, limits)}
        )
        for row in (*open_runs, *ended)
    ]


def ends_at(run: BulkRun, now: datetime, limits: Limits) -> datetime | None:
    """When it will be through: by its pace since it was last taken up, and by its API's quota."""
    if run.state != "running" or run.total is None or run.done <= 0:
        return None
    left = max(run.total - run.done, 0)
    spent = (run.updated_at - run.resumed_at).total_seconds()
    moved = run.done - run.resumed_done
    if moved <= 0 or spent < _PACE_SECONDS:
        return None
    flow = min(
        bucket.rate or bucket.limit / bucket.seconds
        for bucket in limits.buckets(run.corp_id, run.path)
    )
    by_pace = left * spent / moved
    by_quota = left * run.calls / run.done / flow
    return now + timedelta(seconds=max(by_pace, by_quota))
