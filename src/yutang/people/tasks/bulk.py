"""One act on many tasks, in chunks, each a transaction of its own."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final, Literal

from sqlalchemy import Row, text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import audit
from yutang.kernel.db import Seer
from yutang.kernel.events import NewEvent, append
from yutang.kernel.runtime import Runtime

from . import repository
from .board import matching_ids, scoped
from .changing import lacks_proof
from .errors import UnknownAssigneeError
from .events import TaskClosed
from .giving import check_assignee
from .schemas import BulkAct, BulkOutcome, TaskFilter
from .summing import forget_sums

CHUNK: Final = 500
MATCHING: Final = 10_000
_STATES: Final = {"done": "done", "drop": "dropped"}


async def act_on_many(
    runtime: Runtime, corp_id: int, seer: Seer | None, act: BulkAct, wanted: TaskFilter, by: str
) -> BulkOutcome:
    """Do it to `act.ids`, or to all that match `wanted`; safe to repeat.

    What was done before an error stays done: another call goes on. Raises UnknownAssigneeError,
    ForeignAssigneeError, BadSpanError, TooManyTasksError before anything is changed.
    """
    now = runtime.clock()
    async with runtime.database.corp(corp_id, seer) as session:
        if act.act == "reassign":
            if act.staff_id is None:
                raise UnknownAssigneeError(0)
            await check_assignee(session, corp_id, act.staff_id)
        ids = (
            list(dict.fromkeys(act.ids))
            if act.ids is not None
            else await matching_ids(session, corp_id, wanted, now, MATCHING)
        )
    outcome = BulkOutcome(changed=0, closed=0, same=0, proof=0, unknown=0)
    for start in range(0, len(ids), CHUNK):
        async with runtime.database.corp(corp_id, seer) as session:
            await _chunk(session, corp_id, act, ids[start : start + CHUNK], by, now, outcome)
    return outcome


async def end_tasks(
    runtime: Runtime, corp_id: int, act: Literal["done", "drop"], ids: Sequence[int], why: str
) -> None:
    """End tasks of the system of which nothing is left to do, however many; safe to repeat."""
    for start in range(0, len(ids), CHUNK):
        chosen = BulkAct(act=act, ids=list(ids[start : start + CHUNK]), reason=why)
        await act_on_many(runtime, corp_id, None, chosen, TaskFilter(), "system")
    if ids:
        forget_sums(runtime, corp_id)


async def _chunk(
    session: AsyncSession,
    corp_id: int,
    act: BulkAct,
    ids: Sequence[int],
    by: str,
    now: datetime,
    outcome: BulkOutcome,
) -> None:
    asked: dict[str, Any] = {"corp_id": corp_id, "ids": list(ids)}
    statement = repository.CHOSEN.format(
        more=scoped(session, asked), lock="" if act.dry_run else "for update"
    )
    found = (await session.execute(text(statement), asked)).all()
    outcome.unknown += len(ids) - len(found)
    chosen = []
    for row in found:
        reason = _skipped(act, row)
        if reason is None:
            chosen.append(row)
        else:
            setattr(outcome, reason, getattr(outcome, reason) + 1)
    outcome.changed += len(chosen)
    if chosen and not act.dry_run:
        await _write(session, corp_id, act, chosen, by, now)


def _skipped(act: BulkAct, row: Row[Any]) -> str | None:
    if row.state != "open":
        return "closed"
    if act.act == "reassign" and (row.staff_id, row.pooled) == (act.staff_id, act.pooled):
        return "same"
    if act.act == "done" and lacks_proof(row.proof, row.proof_text, row.proof_file_id):
        return "proof"
    return None


async def _write(
    session: AsyncSession,
    corp_id: int,
    act: BulkAct,
    chosen: Sequence[Row[Any]],
    by: str,
    now: datetime,
) -> None:
    asked: dict[str, Any] = {"corp_id": corp_id, "ids": [row.id for row in chosen]}
    if act.act == "reassign":
        after = {"staff_id": act.staff_id, "pooled": act.pooled}
        await session.execute(repository.REASSIGN, asked | after)
        changes = [
            audit.Change(f"task:{row.id}", {"staff_id": row.staff_id, "pooled": row.pooled}, after)
            for row in chosen
        ]
        await audit.record_many(
            session, corp_id, actor=by, action="task.reassigned", changes=changes
        )
        return
    state = _STATES[act.act]
    closed = (
        await session.execute(
            repository.CLOSE, asked | {"state": state, "now": now, "by": by, "result": act.reason}
        )
    ).all()
    changes = [
        audit.Change(f"task:{row.id}", {"state": "open"}, {"state": state}) for row in closed
    ]
    await audit.record_many(session, corp_id, actor=by, action="task.closed", changes=changes)
    await append(
        session,
        corp_id,
        [
            NewEvent(
                customer_id=row.customer_id,
                at=now,
                actor=by,
                source="hand",
                event=TaskClosed(
                    task_id=row.id, staff_id=row.staff_id, task_kind=row.kind, state=state
                ),
            )
            for row in closed
        ],
    )
