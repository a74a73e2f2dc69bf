"""Give tasks, change and close them, tell what a member has to do today; the front door."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import Row, text
from sqlalchemy.ext.asyncio import AsyncSession

from . import repository
from .board import find_task, list_tasks, matching_ids, read_task
from .bulk import act_on_many, end_tasks
from .changing import (
    attach_proof,
    change_task,
    close_task,
    read_proof,
    reassign_task,
    snooze_task,
    take_task,
)
from .giving import add_task, add_tasks, check_link, give_task
from .minding import leaders_of, mind_tasks
from .moving import move_tasks
from .schemas import TaskRead, TodayTask
from .summing import count_tasks, forget_sums, list_members, sums_made

__all__ = (
    "OF_CUSTOMER_SQL",
    "act_on_many",
    "add_task",
    "add_tasks",
    "attach_proof",
    "change_task",
    "check_link",
    "close_task",
    "count_tasks",
    "end_tasks",
    "find_task",
    "forget_sums",
    "give_task",
    "leaders_of",
    "list_members",
    "list_tasks",
    "matching_ids",
    "mind_tasks",
    "move_tasks",
    "read_column",
    "read_proof",
    "read_task",
    "reassign_task",
    "snooze_task",
    "sums_made",
    "take_task",
    "tasks_of",
    "today",
)

OF_CUSTOMER_SQL = repository.OF_CUSTOMER_SQL
"""Tasks about a person as one column of another query; see `read_column`."""
_OF_CUSTOMER = text("select " + OF_CUSTOMER_SQL)
_TOLD: TypeAdapter[list[TaskRead]] = TypeAdapter(list[TaskRead])
_COLUMNS: Sequence[str] = tuple(TaskRead.model_fields)


async def today(
    session: AsyncSession,
    corp_id: int,
    staff_id: int,
    now: datetime,
    limit: int = repository.DAY_TASKS,
) -> list[TodayTask]:
    """Open tasks that are due before the corp's day ends, and what waits in his pool.

    Overdue ones first, the urgent before others; at the end (`mine` false) what his members are
    late with for too long. One statement.
    """
    rows = await session.execute(
        repository.TODAY,
        {
            "corp_id": corp_id,
            "staff_id": staff_id,
            "now": now,
            "limit": limit,
            "escalations": repository.DAY_ESCALATIONS,
        },
    )
    return [
        TodayTask(
            **_facts(row),
            customer_name=row.customer_name,
            external_id=row.external_id,
            mine=row.mine,
        )
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


def _facts(row: Row[Any]) -> dict[str, Any]:
    return {name: row._mapping[name] for name in _COLUMNS}  # noqa: SLF001 - its public name
