"""How tasks stand, and who is late with how many."""

import asyncio
import time
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Final, TypeVar

import structlog
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
FRESH_SECONDS: Final = 5.0
KEPT_SECONDS: Final = 30.0
"""So old may be what is told of a whole corp: summing half a million tasks takes a while. From
`FRESH_SECONDS` on it is made anew meanwhile."""
T = TypeVar("T")
log = structlog.get_logger(__name__)


async def count_tasks(
    session: AsyncSession, runtime: Runtime, corp_id: int, wanted: TaskFilter, now: datetime
) -> TaskCounts:
    """How the tasks of these members stand; only whose they are is asked of the filter."""
    asked: dict[str, Any] = {"corp_id": corp_id, "now": now, "week": now - FINISHED}
    more = among(session, wanted, asked)

    async def count(session: AsyncSession) -> TaskCounts:
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

    return await _kept(runtime, ("counts", corp_id), count) if not more else await count(session)


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

    async def count(session: AsyncSession) -> _Members:
        rows = await session.execute(text(repository.MEMBERS.format(more=more)), asked)
        return _Members([_member(row) for row in rows], now)

    found = await _kept(runtime, ("members", corp_id), count) if not more else await count(session)
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


@dataclass(frozen=True, slots=True)
class _Sum:
    """What was told of a whole corp, and until when it is told again."""

    value: Any
    fresh_until: float
    kept_until: float


@dataclass(slots=True)
class _Shelf:
    """The last sums of whole corps, and those that are being made."""

    values: dict[tuple[str, int], _Sum] = field(default_factory=dict)
    making: dict[tuple[str, int], asyncio.Task[Any]] = field(default_factory=dict)


Making = Callable[[AsyncSession], Coroutine[Any, Any, T]]


async def _kept(runtime: Runtime, key: tuple[str, int], make: Making[T]) -> T:
    """What `make` gives, summed once for all who ask; for a while the last sum while it is made."""
    shelf = runtime.once("task sums", _Shelf)
    kept = shelf.values.get(key)
    now = time.monotonic()
    if kept is None or kept.fresh_until < now:
        task = shelf.making.get(key)
        if task is None:
            task = shelf.making[key] = asyncio.create_task(_make(runtime, shelf, key, make))
            task.add_done_callback(lambda ended: _end(shelf, key, ended))
        if kept is None or kept.kept_until < now:
            # Who goes away takes nothing from the others who wait.
            made: T = await asyncio.shield(task)
            return made
    found: T = kept.value
    return found


async def _make(runtime: Runtime, shelf: _Shelf, key: tuple[str, int], make: Making[T]) -> T:
    async with runtime.database.corp(key[1]) as session:
        value = await make(session)
    now = time.monotonic()
    if shelf.making.get(key) is asyncio.current_task():
        shelf.values[key] = _Sum(value, now + FRESH_SECONDS, now + KEPT_SECONDS)
    return value


def _end(shelf: _Shelf, key: tuple[str, int], ended: asyncio.Task[Any]) -> None:
    if shelf.making.get(key) is ended:
        del shelf.making[key]
    if not ended.cancelled() and (error := ended.exception()) is not None:
        log.warning("tasks.not_summed", what=key[0], corp_id=key[1], error=str(error))


def forget_sums(runtime: Runtime, corp_id: int) -> None:
    """Who changed tasks of a corp sees it in the next sums of this process."""
    shelf = runtime.once("task sums", _Shelf)
    for what in ("counts", "members"):
        shelf.values.pop((what, corp_id), None)
        # What is being made may not know of it yet: nobody who asks from now on waits for that.
        shelf.making.pop((what, corp_id), None)


async def sums_made(runtime: Runtime) -> None:
    """Return when no sum is being made any more."""
    shelf = runtime.once("task sums", _Shelf)
    await asyncio.gather(*shelf.making.values(), return_exceptions=True)
