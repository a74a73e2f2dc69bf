"""The board: which tasks there are, and what became of one."""

from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import Row, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.access import service as access
from yutang.kernel.audit import AuditEntry
from yutang.kernel.clock import day_bounds
from yutang.kernel.db import Seer, staff_in_scope
from yutang.kernel.runtime import Runtime
from yutang.people.corps import service as corps
from yutang.people.staff import service as staff
from yutang.people.staff.schemas import StaffRef

from . import repository
from .errors import BadCursorError, BadSpanError, TooManyTasksError, UnknownTaskError
from .schemas import (
    BoardTask,
    TaskDetail,
    TaskFilter,
    TaskPage,
    TaskRead,
    TaskStep,
)

STEPS: Final = 50
OPEN_ORDER: Final = "t.due_at, t.id"
CLOSED_ORDER: Final = "t.done_at desc, t.id desc"


async def list_tasks(
    session: AsyncSession,
    corp_id: int,
    wanted: TaskFilter,
    now: datetime,
    after: str | None,
    limit: int,
) -> TaskPage:
    """One page of the board. Raises BadSpanError, BadCursorError."""
    more, asked = await _conditions(session, corp_id, wanted, now)
    total = None
    if after is None:
        total = await session.scalar(
            text(repository.COUNT.format(more=more)), {**asked, "limit": repository.COUNTED + 1}
        )
    else:
        more += _beyond(wanted, after, asked)
    rows = (
        await session.execute(
            text(repository.ROWS.format(more=more, order=_order(wanted))),
            {**asked, "limit": limit + 1},
        )
    ).all()
    items = [_board_task(row) for row in rows[:limit]]
    end = rows[limit - 1] if len(rows) > limit else None
    return TaskPage(
        items=items,
        next=f"{end.id}~{_moment(wanted, end).isoformat()}" if end is not None else None,
        total=None if total is None else min(total, repository.COUNTED),
        exact=total is None or total <= repository.COUNTED,
        as_of=now,
    )


async def matching_ids(
    session: AsyncSession, corp_id: int, wanted: TaskFilter, now: datetime, most: int
) -> list[int]:
    """Ids of every task that matches. Raises BadSpanError, TooManyTasksError above `most`."""
    more, asked = await _conditions(session, corp_id, wanted, now)
    found = await session.scalars(
        text(repository.IDS.format(more=more, order=_order(wanted))), {**asked, "limit": most + 1}
    )
    ids = list(found)
    if len(ids) > most:
        raise TooManyTasksError(most)
    return ids


def _order(wanted: TaskFilter) -> str:
    return OPEN_ORDER if wanted.state == "open" else CLOSED_ORDER


def _moment(wanted: TaskFilter, row: Row[Any]) -> datetime:
    moment: datetime = row.due_at if wanted.state == "open" else row.done_at
    return moment


def _beyond(wanted: TaskFilter, after: str, asked: dict[str, Any]) -> str:
    head, _, tail = after.partition("~")
    if not (head.isascii() and head.isdigit() and len(head) < len(str(2**63))):
        raise BadCursorError
    try:
        moment = datetime.fromisoformat(tail)
    except ValueError as error:
        raise BadCursorError from error
    if moment.tzinfo is None:
        raise BadCursorError
    asked |= {"after_id": int(head), "after": moment}
    if wanted.state == "open":
        return " and (t.due_at, t.id) > (:after, :after_id)"
    return " and (t.done_at, t.id) < (:after, :after_id)"


def scoped(session: AsyncSession, asked: dict[str, Any]) -> str:
    """Keeps to the members of who asks.

    The policy lets him see tasks about his members' customers too, and would be asked of each
    task of the corp; by members an index finds them.
    """
    scope = staff_in_scope(session)
    if scope is None:
        return ""
    asked["scope"] = list(scope)
    return " and t.staff_id = any(cast(:scope as bigint[]))"


def among(session: AsyncSession, wanted: TaskFilter, asked: dict[str, Any]) -> str:
    """Whose tasks."""
    more = scoped(session, asked)
    for value, name, condition in (
        (wanted.staff_id, "staff_id", "= :staff_id"),
        # As one array, found once: joined, a plan may look through the tree for each task.
        (wanted.department_id, "department_id", f"= any(array({repository.OF_DEPARTMENT}))"),
        (wanted.store_id, "store_id", f"= any(array({repository.OF_STORE}))"),
    ):
        if value is not None:
            more += f" and t.staff_id {condition}"
            asked[name] = value
    return more


async def _conditions(
    session: AsyncSession, corp_id: int, wanted: TaskFilter, now: datetime
) -> tuple[str, dict[str, Any]]:
    """What must hold of a row `t`, and the values that are bound to it."""
    asked: dict[str, Any] = {"corp_id": corp_id, "now": now}
    more = among(session, wanted, asked)
    if wanted.state == "open":
        more += " and t.state = 'open'"
    else:
        more += " and t.state <> 'open' and t.state = :state"
        asked["state"] = wanted.state
    for value, name in ((wanted.kind, "kind"), (wanted.priority, "priority")):
        if value is not None:
            more += f" and t.{name} = :{name}"
            asked[name] = value
    if wanted.overdue:
        more += " and t.due_at < :now"
    if wanted.escalated:
        more += " and t.escalated_to is not null"
    if wanted.pooled:
        more += " and t.pooled"
    if wanted.q:
        more += " and starts_with(t.title, :q)"
        asked["q"] = wanted.q
    return more + await _span(session, corp_id, wanted, asked), asked


async def _span(
    session: AsyncSession, corp_id: int, wanted: TaskFilter, asked: dict[str, Any]
) -> str:
    if wanted.first is None and wanted.last is None:
        return ""
    if wanted.first is not None and wanted.last is not None and wanted.first > wanted.last:
        raise BadSpanError
    zone = (await corps.describe(session, corp_id)).timezone
    moment = "due_at" if wanted.state == "open" else "done_at"
    more = ""
    if wanted.first is not None:
        asked["start"] = day_bounds(wanted.first, zone)[0]
        more += f" and t.{moment} >= :start"
    if wanted.last is not None:
        asked["stop"] = _end(wanted.last, zone)
        more += f" and t.{moment} < :stop"
    return more


def _end(day: date, zone: str) -> datetime:
    if day == date.max:
        raise BadSpanError
    return day_bounds(day, zone)[1]


def _board_task(row: Row[Any]) -> BoardTask:
    return BoardTask(**_told(row))


def _told(row: Row[Any]) -> dict[str, Any]:
    kept = row._mapping  # noqa: SLF001 - its public name
    return {
        **{name: kept[name] for name in TaskRead.model_fields},
        "customer_name": row.customer_name,
        "escalated_to": _ref(row.escalated_to, row.leader_name, row.leader_account),
        "from_staff": _ref(row.from_staff_id, row.from_name, row.from_account),
        "source": row.source,
    }


def _ref(staff_id: int | None, name: str | None, account: str | None) -> StaffRef | None:
    if staff_id is None or name is None or account is None:
        return None
    return StaffRef(id=staff_id, name=name, account=account)


async def find_task(session: AsyncSession, corp_id: int, task_id: int, now: datetime) -> BoardTask:
    """A task on the board of who asks. Raises UnknownTaskError."""
    return _board_task(await _find(session, corp_id, task_id, now))


async def _find(session: AsyncSession, corp_id: int, task_id: int, now: datetime) -> Row[Any]:
    asked: dict[str, Any] = {"corp_id": corp_id, "now": now, "id": task_id, "limit": 1}
    more = scoped(session, asked) + " and t.id = :id"
    row = (
        await session.execute(text(repository.ROWS.format(more=more, order="t.id")), asked)
    ).one_or_none()
    if row is None:
        raise UnknownTaskError(task_id)
    return row


async def read_task(runtime: Runtime, corp_id: int, seer: Seer | None, task_id: int) -> TaskDetail:
    """A task with its history. Raises UnknownTaskError."""
    async with runtime.database.corp(corp_id, seer) as session:
        row = await _find(session, corp_id, task_id, runtime.clock())
    steps = await _steps(runtime, corp_id, task_id)
    return TaskDetail(**_told(row), created_at=row.created_at, steps=steps)


async def _steps(runtime: Runtime, corp_id: int, task_id: int) -> list[TaskStep]:
    """From the audit, which only who sees the whole corp may search.

    What became of a task may know whoever sees it.
    """
    async with runtime.database.owner() as session:
        entries = (
            await session.scalars(
                select(AuditEntry)
                .where(AuditEntry.corp_id == corp_id, AuditEntry.target == f"task:{task_id}")
                .order_by(AuditEntry.at.desc(), AuditEntry.id.desc())
                .limit(STEPS)
            )
        ).all()
        names = await _names(session, corp_id, {entry.actor for entry in entries})
    return [
        TaskStep(
            at=entry.at,
            actor=entry.actor,
            actor_name=names.get(entry.actor),
            action=entry.action.removeprefix("task."),
            before=entry.before or {},
            after=entry.after or {},
        )
        for entry in entries
    ]


async def _names(session: AsyncSession, corp_id: int, actors: set[str]) -> dict[str, str]:
    ids: dict[str, set[int]] = {"staff": set(), "user": set()}
    for actor in actors:
        kind, _, number = actor.partition(":")
        if kind in ids and number.isdigit():
            ids[kind].add(int(number))
    members = await staff.names_by_ids(session, corp_id, ids["staff"])
    users = await access.names_of(session, corp_id, ids["user"])
    return {f"staff:{i}": name for i, name in members.items()} | {
        f"user:{i}": name for i, name in users.items()
    }
