"""What the page and the terminal show of readings."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy.engine import Row
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import audit
from yutang.kernel.jobs import enqueue, is_worker_alive
from yutang.kernel.runtime import Runtime
from yutang.people.corps import service as corps
from yutang.people.gateway import service as gateway
from yutang.people.staff import service as staff

from .alone import is_read_now
from .errors import AlreadyReadingError, BadDriftCursorError
from .jobs import ReconcileCorp, SyncCorp
from .nights import next_night
from .reading import PATH
from .repository import SyncRepository, list_synced
from .schemas import KINDS, DriftPage, DriftRead, Mode, QuotaUse, RunProgress, SyncRead

_HOUR: Final = 3600
_EARLY: Final = timedelta(seconds=5)
"""Before it a pace says nothing."""


async def read_sync(session: AsyncSession, runtime: Runtime, corp_id: int) -> SyncRead:
    """Readings that are under way or over, and when the next one is. Needs the owner's session."""
    now = runtime.clock()
    repository = SyncRepository(session, corp_id)
    facts = await corps.read_facts(session, corp_id)
    timezone = (await corps.describe(session, corp_id)).timezone
    last = await repository.last()
    compared = last.get("sync.reconcile")
    flow = min(
        bucket.rate or bucket.limit / bucket.seconds
        for bucket in gateway.gateway(runtime).limits.buckets(corp_id, PATH)
    )
    return SyncRead(
        synced_at=facts.synced_at,
        reconciled_at=compared.ended_at if compared else None,
        next_at=next_night(corp_id, timezone, now) if facts.synced_at else None,
        waiting=await repository.is_waiting(),
        working=await is_worker_alive(session),
        quota=await _quota(session, runtime, corp_id, now),
        runs=await _runs(session, corp_id, await repository.runs(), now, flow),
    )


async def _runs(
    session: AsyncSession, corp_id: int, rows: Sequence[Row[Any]], now: datetime, flow: float
) -> list[RunProgress]:
    accounts = {one.lower() for row in rows for one in row.cursor.get("unlicensed", ())}
    known = await staff.staff_by_accounts(session, corp_id, accounts) if accounts else []
    names = {member.account: member.name for member in known}
    return [_progress(row, now, flow, names) for row in rows]


async def _quota(session: AsyncSession, runtime: Runtime, corp_id: int, now: datetime) -> QuotaUse:
    read = await gateway.read_quota(session, runtime, corp_id, [], now)
    windows = [w for api in read.apis if api.path == PATH for w in api.windows]
    for window in windows:
        if window.seconds == _HOUR:
            return QuotaUse(path=PATH, used=window.used, limit=window.limit)
    limit = next(
        (
            bucket.limit
            for bucket in gateway.gateway(runtime).limits.buckets(corp_id, PATH)
            if bucket.seconds == _HOUR and bucket.owner == corp_id
        ),
        0,
    )
    return QuotaUse(path=PATH, used=0, limit=limit)


def _progress(row: Row[Any], now: datetime, flow: float, members: Mapping[str, str]) -> RunProgress:
    kept: dict[str, Any] = row.cursor
    running = row.state == "running"
    names = (
        "relations",
        "new_customers",
        "changed_customers",
        "missing",
        "gone",
        "drifts",
        "unseen_members",
        "unlicensed_members",
    )
    return RunProgress(
        id=row.id,
        mode=KINDS[row.kind],
        state=row.state,
        asked_by=row.asked_by,
        done=row.done,
        total=row.total,
        calls=row.calls,
        **{name: kept.get(name, 0) for name in names},
        unlicensed=[members.get(one.lower(), one) for one in kept.get("unlicensed", ())],
        per_second=kept.get("rate") or None if running else None,
        ends_at=_ends_at(row, now, flow) if running else None,
        reason=row.reason,
        started_at=row.started_at,
        updated_at=row.updated_at,
        ended_at=row.ended_at,
    )


def _ends_at(row: Row[Any], now: datetime, flow: float) -> datetime | None:
    """By its pace since it was last taken up, and by the quota its calls need."""
    moved, spent = row.done - row.resumed_done, row.updated_at - row.resumed_at
    if not row.total or moved <= 0 or spent < _EARLY:
        return None
    left = max(row.total - row.done, 0)
    by_pace = left * spent.total_seconds() / moved
    by_quota = left * row.calls / row.done / flow
    return now + timedelta(seconds=max(by_pace, by_quota))


async def ask(session: AsyncSession, corp_id: int, mode: Mode, actor: str) -> None:
    """Have the corp read, or compared, now. Needs the owner's session.

    Raises AlreadyReadingError while one is asked for or under way.
    """
    if await SyncRepository(session, corp_id).is_waiting() or await is_read_now(session, corp_id):
        raise AlreadyReadingError
    await enqueue(session, job_of(corp_id, mode, actor))
    await audit.record(
        session,
        corp_id,
        actor=actor,
        action="sync.asked",
        target=f"corp:{corp_id}",
        after={"mode": mode},
    )


def job_of(corp_id: int, mode: Mode, asked_by: str) -> SyncCorp | ReconcileCorp:
    """What asks for a reading."""
    if mode == "reconcile":
        return ReconcileCorp(corp_id=corp_id, asked_by=asked_by)
    return SyncCorp(corp_id=corp_id, full=mode == "full", asked_by=asked_by)


async def ask_due_comparisons(runtime: Runtime) -> int:
    """Ask for the comparison of every corp whose night began and that was not compared in it."""
    now = runtime.clock()
    asked = 0
    async with runtime.database.owner() as session:
        due = await list_synced(session)
    for corp in due:
        async with runtime.database.owner() as session:
            repository = SyncRepository(session, corp.id)
            began = next_night(corp.id, corp.timezone, now - timedelta(days=1))
            last = (await repository.last()).values()
            if now - began > timedelta(hours=4) or any(one.started_at >= began for one in last):
                continue
            if not await repository.is_waiting():
                await enqueue(session, job_of(corp.id, "reconcile", "system"))
                asked += 1
    return asked


async def list_drifts(
    session: AsyncSession,
    corp_id: int,
    now: datetime,
    *,
    kind: str | None,
    run_id: int | None,
    after: str | None,
    limit: int,
) -> DriftPage:
    """What readings found to differ, newest first. Raises BadDriftCursorError."""
    if after is not None and not after.isdecimal():
        raise BadDriftCursorError
    repository = SyncRepository(session, corp_id)
    before = int(after) if after else 2**62
    rows = await repository.drifts(kind, run_id, min(before, 2**62), limit + 1)
    return DriftPage.model_validate(
        {
            "items": [DriftRead.model_validate(row, from_attributes=True) for row in rows[:limit]],
            "next": str(rows[limit - 1].id) if len(rows) > limit else None,
            "counts": await repository.counts(now),
        }
    )
