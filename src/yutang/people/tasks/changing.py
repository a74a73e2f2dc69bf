"""Change one task: close it, give it to another, put it off, show what was done."""

from datetime import datetime
from pathlib import Path
from typing import Any, Final

from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import audit, files
from yutang.kernel.db import staff_in_scope
from yutang.kernel.events import NewEvent, append

from .errors import (
    ClosedTaskError,
    NoProofError,
    ProofNeededError,
    TooManySnoozesError,
    UnknownTaskError,
)
from .events import TaskClosed
from .giving import check_assignee, check_due, check_link
from .models import Task
from .schemas import FOLLOW_UP, PROOF_LENGTH, Closing, Proof, Reassignment, TaskChange

SNOOZES: Final = 3
"""So often a member may put a task off himself."""


async def close_task(
    session: AsyncSession, corp_id: int, closing: Closing, by: str, now: datetime
) -> Task:
    """End an open task; raises UnknownTaskError, ClosedTaskError, ProofNeededError."""
    task = await _open(session, corp_id, closing.task_id, closing.staff_id)
    if closing.customer_id is not None and task.customer_id != closing.customer_id:
        raise UnknownTaskError(closing.task_id)
    if task.state != "open":
        raise ClosedTaskError(task.state)
    task.proof_text = closing.proof_text[:PROOF_LENGTH] or task.proof_text
    if closing.state == "done" and lacks_proof(task.proof, task.proof_text, task.proof_file_id):
        raise ProofNeededError(task.proof)
    task.state, task.done_at, task.done_by = closing.state, now, by
    task.result = closing.result
    await session.flush()
    await audit.record(
        session,
        corp_id,
        actor=by,
        action="task.closed",
        target=f"task:{task.id}",
        before={"state": "open"},
        after={"state": task.state},
    )
    if task.kind != FOLLOW_UP.key:
        await _tell_closed(session, corp_id, task, by, now)
    return task


def lacks_proof(proof: Proof | str, words: str, file_id: int | None) -> bool:
    """Whether what a task asks for is missing."""
    match proof:
        case "text":
            return not words
        case "file":
            return file_id is None
        case "either":
            return not words and file_id is None
        case _:
            return False


async def _tell_closed(
    session: AsyncSession, corp_id: int, task: Task, by: str, now: datetime
) -> None:
    event = TaskClosed(
        task_id=task.id, staff_id=task.staff_id, task_kind=task.kind, state=task.state
    )
    new = NewEvent(customer_id=task.customer_id, at=now, actor=by, source="hand", event=event)
    await append(session, corp_id, [new])


async def reassign_task(
    session: AsyncSession, corp_id: int, task_id: int, to: Reassignment, by: str
) -> Task:
    """Give an open task to another member, or into a leader's pool.

    He begins anew: what was escalated is no more. Raises UnknownTaskError, ClosedTaskError,
    UnknownAssigneeError, ForeignAssigneeError.
    """
    task = await _living(session, corp_id, task_id)
    await check_assignee(session, corp_id, to.staff_id)
    await _hand(session, corp_id, task, to, by)
    return task


async def take_task(
    session: AsyncSession, corp_id: int, task_id: int, staff_id: int, by: str
) -> Task:
    """A leader takes what was shown to him, or waits in his pool, upon himself.

    Raises UnknownTaskError, ClosedTaskError.
    """
    task = await session.get(Task, (corp_id, task_id), with_for_update=True)
    if task is None or not (
        task.escalated_to == staff_id or (task.pooled and task.staff_id == staff_id)
    ):
        raise UnknownTaskError(task_id)
    if task.state != "open":
        raise ClosedTaskError(task.state)
    await _hand(session, corp_id, task, Reassignment(staff_id), by)
    return task


async def _hand(session: AsyncSession, corp_id: int, task: Task, to: Reassignment, by: str) -> None:
    before = {"staff_id": task.staff_id, "pooled": task.pooled}
    task.from_staff_id = task.staff_id if to.pooled and task.staff_id != to.staff_id else None
    task.staff_id, task.pooled = to.staff_id, to.pooled
    task.escalated_at = task.escalated_to = None
    task.snoozes = 0
    await session.flush()
    await audit.record(
        session,
        corp_id,
        actor=by,
        action="task.reassigned",
        target=f"task:{task.id}",
        before=before,
        after={"staff_id": to.staff_id, "pooled": to.pooled},
    )


async def change_task(
    session: AsyncSession, corp_id: int, task_id: int, change: TaskChange, by: str, now: datetime
) -> Task:
    """Change what an open task says. A new moment takes an escalation back.

    Raises UnknownTaskError, ClosedTaskError, DueTimeError, BadLinkError.
    """
    task = await _living(session, corp_id, task_id)
    if change.due_at is not None:
        check_due(change.due_at, now)
    if change.link is not None:
        check_link(change.link)
    wanted = {
        name: value
        for name, value in change.model_dump(exclude_none=True).items()
        if getattr(task, name) != value
    }
    if not wanted:
        return task
    before = {name: getattr(task, name) for name in wanted}
    for name, value in wanted.items():
        setattr(task, name, value)
    if "title" in wanted:
        # What a person wrote is not put in other words.
        task.words = None
    if "due_at" in wanted:
        task.escalated_at = task.escalated_to = None
    await session.flush()
    await audit.record(
        session,
        corp_id,
        actor=by,
        action="task.changed",
        target=f"task:{task.id}",
        before=_plain(before),
        after=_plain(wanted),
    )
    return task


def _plain(state: dict[str, Any]) -> dict[str, Any]:
    """What the audit may keep: titles and links may hold names, so only that they changed."""
    return {
        name: value.isoformat()
        if isinstance(value, datetime)
        else value
        if name == "priority"
        else "…"
        for name, value in state.items()
    }


async def snooze_task(
    session: AsyncSession,
    corp_id: int,
    task_id: int,
    staff_id: int,
    due_at: datetime,
    now: datetime,
) -> Task:
    """A member puts his task off, three times at most.

    Raises UnknownTaskError, ClosedTaskError, DueTimeError, TooManySnoozesError.
    """
    task = await _open(session, corp_id, task_id, staff_id)
    if task.state != "open":
        raise ClosedTaskError(task.state)
    check_due(due_at, now)
    if task.snoozes >= SNOOZES:
        raise TooManySnoozesError(SNOOZES)
    before = {"due_at": task.due_at.isoformat()}
    task.due_at, task.snoozes = due_at, task.snoozes + 1
    task.escalated_at = task.escalated_to = None
    await session.flush()
    await audit.record(
        session,
        corp_id,
        actor=f"staff:{staff_id}",
        action="task.snoozed",
        target=f"task:{task.id}",
        before=before,
        after={"due_at": due_at.isoformat()},
    )
    return task


async def attach_proof(
    session: AsyncSession, home: Path, corp_id: int, task_id: int, staff_id: int, picture: "Picture"
) -> Task:
    """Keep a picture that shows what the member did; a second one takes the first's place.

    Raises UnknownTaskError, ClosedTaskError, UnsupportedFileError.
    """
    task = await _open(session, corp_id, task_id, staff_id)
    if task.state != "open":
        raise ClosedTaskError(task.state)
    name, content = picture
    stored = await files.store_image(session, home, corp_id, f"staff:{staff_id}", name, content)
    task.proof_file_id = stored.id
    await session.flush()
    await audit.record(
        session,
        corp_id,
        actor=f"staff:{staff_id}",
        action="task.proof_shown",
        target=f"task:{task.id}",
        after={"file_id": stored.id},
    )
    return task


Picture = tuple[str, bytes]
"""Its name and its bytes."""


async def read_proof(
    session: AsyncSession, home: Path, corp_id: int, task_id: int
) -> tuple[str, bytes]:
    """The picture of a task with its media type. Raises UnknownTaskError, NoProofError."""
    task = await session.get(Task, (corp_id, task_id))
    if task is None or not _seen(session, task):
        raise UnknownTaskError(task_id)
    if task.proof_file_id is None:
        raise NoProofError(task_id)
    file = await files.find(session, corp_id, task.proof_file_id)
    return file.media_type, files.read(home, file)


async def _living(session: AsyncSession, corp_id: int, task_id: int) -> Task:
    """An open task on the board of who asks."""
    task = await _open(session, corp_id, task_id, None)
    if not _seen(session, task):
        raise UnknownTaskError(task_id)
    if task.state != "open":
        raise ClosedTaskError(task.state)
    return task


def _seen(session: AsyncSession, task: Task) -> bool:
    """A task about a customer shared with another's member is seen beside him, not on the board."""
    scope = staff_in_scope(session)
    return scope is None or task.staff_id in scope


async def _open(session: AsyncSession, corp_id: int, task_id: int, staff_id: int | None) -> Task:
    task = await session.get(Task, (corp_id, task_id), with_for_update=True)
    if task is None or (staff_id is not None and task.staff_id != staff_id):
        raise UnknownTaskError(task_id)
    return task
