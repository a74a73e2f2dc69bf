"""Give tasks, close them, tell what a member has to do today."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import Row, text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.people.staff import service as staff

from .errors import ClosedTaskError, DueTimeError, UnknownAssigneeError, UnknownTaskError
from .models import Task
from .schemas import TITLE_LENGTH, Closing, NewTask, TaskRead, TodayTask

FARTHEST = timedelta(days=731)
_SHOWN = 50

_TODAY = text(
    """
    select t.*, s.name as staff_name, s.status = 'left' as staff_left,
           t.due_at < :now as overdue, c.name as customer_name,
           (select i.value from customer_identities i
            where i.corp_id = t.corp_id and i.customer_id = t.customer_id and i.kind = 'external'
            limit 1) as external_id
    from corps o
    join tasks t on t.corp_id = o.id and t.staff_id = :staff_id and t.state = 'open'
     and t.due_at < (date_trunc('day', cast(:now as timestamptz) at time zone o.timezone)
                     + interval '1 day') at time zone o.timezone
    join staff s on (s.corp_id, s.id) = (t.corp_id, t.staff_id)
    left join customers c on (c.corp_id, c.id) = (t.corp_id, t.customer_id)
    where o.id = :corp_id
    order by t.due_at, t.id
    limit :limit
    """
)

# Open ones first, the next due on top; then what was closed, newest first.
OF_CUSTOMER_SQL = f"""
(select json_agg(told) from (
   select t.*, s.name as staff_name, s.status = 'left' as staff_left,
          t.state = 'open' and t.due_at < :now as overdue
   from tasks t join staff s on (s.corp_id, s.id) = (t.corp_id, t.staff_id)
   where t.corp_id = :corp_id and t.customer_id = :customer_id
   order by t.state <> 'open', case when t.state = 'open' then t.due_at end, t.done_at desc, t.id
   limit {_SHOWN}
 ) told)::text
"""  # noqa: S608 - a number of this file
"""Tasks about a person as one column of another query; see `read_column`."""
_OF_CUSTOMER = text("select " + OF_CUSTOMER_SQL)
_TOLD: TypeAdapter[list[TaskRead]] = TypeAdapter(list[TaskRead])


async def add_task(
    session: AsyncSession, corp_id: int, new: NewTask, by: str, now: datetime
) -> int:
    """Give a member a task; returns its id. Raises DueTimeError, UnknownAssigneeError."""
    if not now - timedelta(minutes=1) <= new.due_at <= now + FARTHEST:
        raise DueTimeError
    members = await staff.staff_by_ids(session, corp_id, [new.staff_id])
    if not members or members[0].status == "left":
        raise UnknownAssigneeError(new.staff_id)
    task = Task(
        corp_id=corp_id,
        kind=new.kind,
        staff_id=new.staff_id,
        customer_id=new.customer_id,
        title=new.title[:TITLE_LENGTH],
        due_at=new.due_at,
        state="open",
        created_by=by,
        created_at=now,
        result="",
    )
    session.add(task)
    await session.flush()
    return task.id


async def close_task(
    session: AsyncSession, corp_id: int, closing: Closing, by: str, now: datetime
) -> Task:
    """End an open task; raises UnknownTaskError, ClosedTaskError."""
    task = await session.get(Task, (corp_id, closing.task_id), with_for_update=True)
    if (
        task is None
        or (closing.staff_id is not None and task.staff_id != closing.staff_id)
        or (closing.customer_id is not None and task.customer_id != closing.customer_id)
    ):
        raise UnknownTaskError(closing.task_id)
    if task.state != "open":
        raise ClosedTaskError(task.state)
    task.state, task.done_at, task.done_by = closing.state, now, by
    task.result = closing.result
    await session.flush()
    return task


async def today(
    session: AsyncSession, corp_id: int, staff_id: int, now: datetime, limit: int = 200
) -> list[TodayTask]:
    """Open tasks that are due before the corp's day ends, overdue ones first; one statement."""
    rows = await session.execute(
        _TODAY, {"corp_id": corp_id, "staff_id": staff_id, "now": now, "limit": limit}
    )
    return [
        TodayTask(**_facts(row), customer_name=row.customer_name, external_id=row.external_id)
        for row in rows
    ]


async def tasks_of(
    session: AsyncSession, corp_id: int, customer_id: int, now: datetime
) -> list[TaskRead]:
    """Tasks about a person: open ones by due time, then closed ones, newest first."""
    asked = {"corp_id": corp_id, "customer_id": customer_id, "now": now}
    return read_column(await session.scalar(_OF_CUSTOMER, asked))


def read_column(told: str | None) -> list[TaskRead]:
    """What `OF_CUSTOMER_SQL` gave: the same as `tasks_of`."""
    return _TOLD.validate_json(told) if told is not None else []


_COLUMNS: Sequence[str] = tuple(TaskRead.model_fields)


def _facts(row: Row[Any]) -> dict[str, Any]:
    return {name: row._mapping[name] for name in _COLUMNS}  # noqa: SLF001 - its public name
