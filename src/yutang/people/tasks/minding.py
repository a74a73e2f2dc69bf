"""Look after tasks: leavers' go to leaders' pools, what is late for too long is shown to them."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any, Final

import structlog
from sqlalchemy import Row
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import audit
from yutang.kernel.events import Event, NewEvent, append
from yutang.kernel.runtime import Runtime
from yutang.people.corps import service as corps

from . import repository
from .events import TasksEscalated, TasksPooled

log = structlog.get_logger(__name__)

CHUNK: Final = 1_000
FIRST: Final = 20
_SYSTEM: Final = "system"
_SOURCE: Final = "job:tasks.mind"


async def mind_tasks(runtime: Runtime, corp_id: int) -> tuple[int, int]:
    """Returns how many went to pools, and how many were escalated, to whom or to nobody.

    Chunks are transactions of their own; safe to repeat. A leader hears of all with one event.
    """
    pooled = await _pool(runtime, corp_id)
    hours = (await corps.preferences_of(runtime, corp_id)).task_escalation_hours
    escalated = await _escalate(runtime, corp_id, timedelta(hours=hours)) if hours else 0
    if pooled or escalated:
        log.info("tasks.minded", corp_id=corp_id, pooled=pooled, escalated=escalated)
    return pooled, escalated


async def leaders_of(
    session: AsyncSession, corp_id: int, staff_ids: Iterable[int]
) -> dict[int, int]:
    """Who leads these members: the manager of a store of theirs, else the nearest leader.

    Who has nobody above him is left out, as are leaders who have left.
    """
    rows = await session.execute(
        repository.LEADERS, {"corp_id": corp_id, "members": sorted(set(staff_ids))}
    )
    return {row.staff_id: row.leader_id for row in rows}


async def _pool(runtime: Runtime, corp_id: int) -> int:
    """Tasks of who left; those whom nobody leads keep theirs, where the board shows it."""
    now = runtime.clock()
    async with runtime.database.owner() as session:
        left = list(await session.scalars(repository.LEFT, {"corp_id": corp_id}))
        leaders = await leaders_of(session, corp_id, left) if left else {}
    if not leaders:
        return 0
    asked = {"corp_id": corp_id, "members": list(leaders), "leaders": list(leaders.values())}
    count = 0
    while True:
        async with runtime.database.owner() as session:
            rows = (await session.execute(repository.POOL, asked | {"limit": CHUNK})).all()
            changes = [
                audit.Change(
                    f"task:{row.id}",
                    {"staff_id": row.from_staff_id},
                    {"staff_id": row.staff_id, "pooled": True},
                )
                for row in rows
            ]
            await audit.record_many(
                session, corp_id, actor=_SYSTEM, action="task.pooled", changes=changes
            )
            await _tell(
                session,
                corp_id,
                now,
                _by_leader(rows, "staff_id"),
                lambda leader, ids: TasksPooled(
                    leader_id=leader, tasks=len(ids), task_ids=tuple(ids[:FIRST])
                ),
            )
        count += len(rows)
        if len(rows) < CHUNK:
            return count


async def _escalate(runtime: Runtime, corp_id: int, late: timedelta) -> int:
    now = runtime.clock()
    count = 0
    while True:
        async with runtime.database.owner() as session:
            found = (
                await session.execute(
                    repository.LATE, {"corp_id": corp_id, "before": now - late, "limit": CHUNK}
                )
            ).all()
            if found:
                await _show(session, corp_id, found, now)
        count += len(found)
        if len(found) < CHUNK:
            return count


async def _show(
    session: AsyncSession, corp_id: int, found: Sequence[Row[Any]], now: datetime
) -> None:
    leaders = await leaders_of(session, corp_id, (row.staff_id for row in found))
    rows = (
        await session.execute(
            repository.ESCALATE,
            {
                "corp_id": corp_id,
                "now": now,
                "ids": [row.id for row in found],
                "leaders": [leaders.get(row.staff_id) for row in found],
            },
        )
    ).all()
    changes = [
        audit.Change(f"task:{row.id}", None, {"escalated_to": row.escalated_to}) for row in rows
    ]
    await audit.record_many(
        session, corp_id, actor=_SYSTEM, action="task.escalated", changes=changes
    )
    await _tell(
        session,
        corp_id,
        now,
        _by_leader(rows, "escalated_to"),
        lambda leader, ids: TasksEscalated(
            leader_id=leader, tasks=len(ids), task_ids=tuple(ids[:FIRST])
        ),
    )


def _by_leader(rows: Sequence[Row[Any]], column: str) -> dict[int, list[int]]:
    found: defaultdict[int, list[int]] = defaultdict(list)
    for row in rows:
        leader = getattr(row, column)
        if leader is not None:
            found[leader].append(row.id)
    return found


async def _tell(
    session: AsyncSession,
    corp_id: int,
    now: datetime,
    told: dict[int, list[int]],
    event: Callable[[int, list[int]], Event],
) -> None:
    await append(
        session,
        corp_id,
        [
            NewEvent(
                customer_id=None, at=now, actor=_SYSTEM, source=_SOURCE, event=event(leader, ids)
            )
            for leader, ids in sorted(told.items())
        ],
    )
