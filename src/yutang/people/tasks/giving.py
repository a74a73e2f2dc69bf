"""Give tasks, one or many."""

import json
import re
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime, timedelta
from typing import Any, Final
from urllib.parse import urlsplit

from sqlalchemy import Row, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import audit
from yutang.kernel.db import staff_in_scope
from yutang.kernel.events import NewEvent, append
from yutang.people.staff import service as staff

from . import repository
from .errors import (
    BadLinkError,
    DueTimeError,
    ForeignAssigneeError,
    UnknownAssigneeError,
    UnknownCustomerError,
    UnknownKindError,
)
from .events import TaskGiven
from .models import Task
from .schemas import KINDS, LINK_LENGTH, TITLE_LENGTH, WORDINGS, NewTask

FARTHEST: Final = timedelta(days=731)
_CUSTOMER = text("select exists (select from customers where corp_id = :corp_id and id = :id)")
_UNWANTED = re.compile(r"[\s\\\x00-\x1f\x7f]")


async def add_task(
    session: AsyncSession, corp_id: int, new: NewTask, by: str, now: datetime
) -> int:
    """Give a member a task; returns its id, of one made before where its source key is known.

    Raises DueTimeError, UnknownKindError, BadLinkError, UnknownAssigneeError,
    ForeignAssigneeError.
    """
    check_due(new.due_at, now)
    await check_assignee(session, corp_id, new.staff_id)
    made = await _insert(session, corp_id, [new], by, now)
    if made:
        return int(made[0].id)
    return int(
        (
            await session.execute(
                select(Task.id).where(
                    Task.corp_id == corp_id,
                    Task.source == new.source,
                    Task.source_key == new.source_key,
                )
            )
        ).scalar_one()
    )


async def add_tasks(
    session: AsyncSession, corp_id: int, new: Sequence[NewTask], by: str, now: datetime
) -> int:
    """Give many tasks in two statements; returns how many were not there yet.

    For jobs: members are taken as given, and tasks of who has left go to his leader's pool when
    tasks are next looked after. At most a few thousand at a time. Raises DueTimeError,
    UnknownKindError, BadLinkError; then none is made.
    """
    for one in new:
        check_due(one.due_at, now)
    return len(await _insert(session, corp_id, new, by, now))


async def give_task(
    session: AsyncSession, corp_id: int, new: NewTask, by: str, now: datetime
) -> int:
    """Give a member a task by hand; returns its id.

    Raises what `add_task` raises, and UnknownCustomerError.
    """
    if new.customer_id is not None:
        asked = {"corp_id": corp_id, "id": new.customer_id}
        if not await session.scalar(_CUSTOMER, asked):
            raise UnknownCustomerError(new.customer_id)
    task_id = await add_task(session, corp_id, new, by, now)
    event = TaskGiven(task_id=task_id, staff_id=new.staff_id, task_kind=new.kind)
    told = NewEvent(customer_id=new.customer_id, at=now, actor=by, source="hand", event=event)
    await append(session, corp_id, [told])
    return task_id


async def _insert(
    session: AsyncSession, corp_id: int, new: Sequence[NewTask], by: str, now: datetime
) -> Sequence[Row[Any]]:
    for one in new:
        if one.kind not in KINDS:
            raise UnknownKindError(one.kind, sorted(KINDS))
        check_link(one.link)
    if not new:
        return []
    made = (
        await session.execute(
            repository.INSERT,
            {
                "corp_id": corp_id,
                "by": by,
                "now": now,
                "kinds": [one.kind for one in new],
                "members": [one.staff_id for one in new],
                "customers": [one.customer_id for one in new],
                "titles": [_title(one) for one in new],
                "dues": [one.due_at for one in new],
                "priorities": [one.priority for one in new],
                "links": [one.link for one in new],
                "proofs": [one.proof or KINDS[one.kind].proof for one in new],
                "sources": [one.source for one in new],
                "keys": [one.source_key for one in new],
                "pools": [one.pooled for one in new],
                "words": [_words(one) for one in new],
            },
        )
    ).all()
    changes = [
        audit.Change(
            target=f"task:{row.id}",
            after={"kind": row.kind, "staff_id": row.staff_id, "due_at": row.due_at.isoformat()},
        )
        for row in made
    ]
    await audit.record_many(session, corp_id, actor=by, action="task.given", changes=changes)
    return made


def _title(new: NewTask) -> str:
    """The title by which a task is searched, and shown where its words are not known."""
    title = (
        new.title if isinstance(new.title, str) else WORDINGS[new.title.code](new.title.params).zh
    )
    return title if len(title) <= TITLE_LENGTH else title[: TITLE_LENGTH - 1] + "…"


def _words(new: NewTask) -> str | None:
    return None if isinstance(new.title, str) else json.dumps(asdict(new.title))


def check_due(due_at: datetime, now: datetime) -> None:
    """Raise DueTimeError for what is past, by more than a slow click, or too far away."""
    if due_at.tzinfo is None or not now - timedelta(minutes=1) <= due_at <= now + FARTHEST:
        raise DueTimeError


def check_link(link: str) -> None:
    """Raise BadLinkError for what is neither a path of ours nor an https address.

    Pages show it to be pressed: `javascript:`, `//elsewhere` and a name before an @ would lie.
    """
    if not link:
        return
    if len(link) > LINK_LENGTH or _UNWANTED.search(link):
        raise BadLinkError
    if link.startswith("/"):
        if link.startswith("//"):
            raise BadLinkError
        return
    try:
        parts = urlsplit(link)
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise BadLinkError from error
    if parts.scheme != "https" or not host or "." not in host or "@" in parts.netloc or port == 0:
        raise BadLinkError


async def check_assignee(session: AsyncSession, corp_id: int, staff_id: int) -> None:
    """Raise UnknownAssigneeError for who does not work here, ForeignAssigneeError for another's."""
    members = await staff.staff_by_ids(session, corp_id, [staff_id])
    if not members or members[0].status == "left":
        raise UnknownAssigneeError(staff_id)
    scope = staff_in_scope(session)
    if scope is not None and staff_id not in scope:
        raise ForeignAssigneeError(staff_id)
