"""How tasks stand, and who is late with how many."""

import asyncio
import time
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Final, TypeVar

from sqlalchemy import Row, text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.clock import day_bounds, today
from yutang.kernel.runtime import Runtime
from yutang.people.corps import service as corps
from yutang.people.staff.schemas import StaffRef

from . import repository
from .board import among
from .errors import BadCursorError
from .schemas import (
    KINDS,
    MemberTasks,
    MemberTasksPage,
    TaskCounts,
    TaskFilter,
    TaskKindCount,
    TaskKindName,
)

FINISHED: Final = timedelta(days=7)
KEPT_SECONDS: Final = 5.0
"""So old may be what is told of a whole corp: summing half a million tasks takes a while."""
T = TypeVar("T")


async def count_tasks(
    session: AsyncSession, runtime: Runtime, corp_id: int, wanted: TaskFilter, now: datetime
) -> TaskCounts:
    """How the tasks of these members stand; only whose they are is asked of the filter."""
    asked: dict[str, Any] = {"corp_id": corp_id, "now": now, "week": now - FINISHED}
    more = among(session, wanted, asked)

    async def count() -> TaskCounts:
        zone = (await corps.describe(session, corp_id)).timezone
        day, next_day = day_bounds(today(now, zone), zone)
        rows = (
            await session.execute(
                text(repository.COUNTS.format(more=more)),
                {**asked, "day": day, "next_day": next_day},
            )
        ).all()
        return TaskCounts(
            **{name: sum(getattr(row, name) for row in rows) for name in _SUMMED},
            kinds=[
                TaskKindCount(
                    kind=row.kind, name=_name(row.kind), open=row.open, overdue=row.overdue
                )
                for row in sorted(rows, key=lambda row: (-row.open, row.kind))
                if row.kind
            ],
            as_of=now,
        )

    return await _kept(runtime, ("counts", corp_id), count) if not more else await count()


_SUMMED = ("open", "overdue", "due_today", "escalated", "pooled", "done", "dropped")


def _name(key: str) -> TaskKindName:
    kind = KINDS.get(key)
    return TaskKindName(zh=kind.zh, en=kind.en) if kind else TaskKindName(zh=key, en=key)


@dataclass(frozen=True, slots=True)
class _Members:
    rows: list[MemberTasks]
    as_of: datetime


async def list_members(
    session: AsyncSession,
    runtime: Runtime,
    corp_id: int,
    wanted: TaskFilter,
    now: datetime,
    after: str | None,
    limit: int,
) -> MemberTasksPage:
    """Members by how many tasks are overdue. Raises BadCursorError."""
    asked: dict[str, Any] = {"corp_id": corp_id, "now": now, "week": now - FINISHED}
    more = among(session, wanted, asked)

    async def count() -> _Members:
        rows = await session.execute(text(repository.MEMBERS.format(more=more)), asked)
        return _Members([_member(row) for row in rows], now)

    found = await _kept(runtime, ("members", corp_id), count) if not more else await count()
    place = _place(after) if after is not None else None
    rest = [one for one in found.rows if place is None or _key(one) > place]
    end = rest[limit - 1] if len(rest) > limit else None
    return MemberTasksPage(
        items=rest[:limit],
        next="~".join(str(abs(part)) for part in _key(end)) if end is not None else None,
        total=len(found.rows),
        as_of=found.as_of,
    )


def _member(row: Row[Any]) -> MemberTasks:
    return MemberTasks(
        staff=StaffRef(id=row.id, name=row.name, account=row.account),
        left=row.status == "left",
        open=row.open,
        overdue=row.overdue,
        done=row.done,
    )


def _key(one: MemberTasks) -> tuple[int, int, int]:
    return -one.overdue, -one.open, one.staff.id


def _place(after: str) -> tuple[int, int, int]:
    parts = after.split("~")
    if len(parts) != len(("overdue", "open", "id")) or not all(
        part.isascii() and part.isdigit() for part in parts
    ):
        raise BadCursorError
    overdue, living, staff_id = map(int, parts)
    return -overdue, -living, staff_id


@dataclass(slots=True)
class _Shelf:
    """What was last told of a whole corp, and who is summing it just now."""

    values: dict[tuple[str, int], tuple[float, Any]] = field(default_factory=dict)
    locks: dict[tuple[str, int], asyncio.Lock] = field(default_factory=dict)


async def _kept(
    runtime: Runtime, key: tuple[str, int], count: Callable[[], Coroutine[Any, Any, T]]
) -> T:
    """What `count` gives, summed once for all who ask within five seconds."""
    shelf = runtime.once("task sums", _Shelf)
    async with shelf.locks.setdefault(key, asyncio.Lock()):
        until, value = shelf.values.get(key, (0.0, None))
        if until < time.monotonic():
            value = await count()
            shelf.values[key] = (time.monotonic() + KEPT_SECONDS, value)
    found: T = value
    return found


def forget_sums(runtime: Runtime, corp_id: int) -> None:
    """Who changed tasks of a corp sees it in the next sums of this process."""
    shelf = runtime.once("task sums", _Shelf)
    for what in ("counts", "members"):
        shelf.values.pop((what, corp_id), None)
