"""From a checked file to codes, chunk by chunk."""

from datetime import datetime
from typing import Final

from sqlalchemy import insert, select, text, update
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.act.acquisition import service as acquisition
from yutang.kernel import audit
from yutang.kernel.jobs import enqueue
from yutang.kernel.runtime import Runtime
from yutang.kernel.sheets import read
from yutang.people.staff import service as staff

from .checking import make_plan
from .errors import NoRoomError, NothingToMakeError, NotNowError, UnknownBatchError
from .jobs import MakeCodes
from .models import CodeBatch, CodeBatchRow
from .schemas import ERRORS_TOLD
from .sheets import FORM

CHUNK: Final = 50
_TIE: Final = text(
    """
    update code_batch_rows r set channel_id = t.channel_id, skipped = t.channel_id is null
    from unnest(cast(:lines as bigint[]), cast(:codes as bigint[])) as t (line, channel_id)
    where r.corp_id = :corp_id and r.batch_id = :batch_id and r.line = t.line
    """
)


async def find(
    session: AsyncSession, corp_id: int, batch_id: int, *, lock: bool = False
) -> CodeBatch:
    """The batch; raises UnknownBatchError."""
    found = await session.get(CodeBatch, (corp_id, batch_id), with_for_update=lock or None)
    if found is None:
        raise UnknownBatchError(batch_id)
    return found


async def check_file(
    session: AsyncSession, corp_id: int, name: str, content: bytes, actor: str, now: datetime
) -> int:
    """Read a file and keep what it would make; returns the batch's id.

    Raises UnreadableSheetError, SheetTooLargeError.
    """
    table = await read(content, name, FORM)
    plan = await make_plan(session, corp_id, table)
    wrong = {error.row for error in plan.errors}
    batch = CodeBatch(
        corp_id=corp_id,
        name=name,
        rows=len(plan.wanted),
        wrong=len(wrong),
        errors=[error.model_dump() for error in plan.errors[:ERRORS_TOLD]],
        ignored=plan.ignored,
        template=None,
        created_by=actor,
        created_at=now,
    )
    session.add(batch)
    await session.flush()
    if plan.wanted:
        await session.execute(
            insert(CodeBatchRow),
            [
                {
                    "corp_id": corp_id,
                    "batch_id": batch.id,
                    "line": one.line,
                    "name": one.name,
                    "remark": one.remark,
                    "staff_ids": one.staff_ids,
                }
                for one in plan.wanted
            ],
        )
    await audit.record(
        session,
        corp_id,
        actor=actor,
        action="code_batch.checked",
        target=f"code_batch:{batch.id}",
        after={"file": name, "rows": batch.rows, "wrong": batch.wrong},
    )
    return batch.id


async def begin(
    session: AsyncSession,
    corp_id: int,
    batch_id: int,
    template: acquisition.CodeTemplate,
    actor: str,
) -> None:
    """Make the codes of a checked file, or go on with a stopped one.

    Raises UnknownBatchError, NotNowError, NothingToMakeError, NoRoomError, and what a code of
    this template would raise.
    """
    batch = await find(session, corp_id, batch_id, lock=True)
    if batch.state not in {"checked", "stopped"}:
        raise NotNowError(batch.state)
    waiting = list(
        await session.scalars(
            select(CodeBatchRow.staff_ids).where(
                CodeBatchRow.corp_id == corp_id,
                CodeBatchRow.batch_id == batch_id,
                CodeBatchRow.channel_id.is_(None),
                ~CodeBatchRow.skipped,
            )
        )
    )
    if not waiting:
        raise NothingToMakeError
    left = await acquisition.ways_left(session, corp_id)
    if left is not None and len(waiting) > left:
        raise NoRoomError(len(waiting), left)
    members = await staff.staff_by_ids(session, corp_id, {one for ids in waiting for one in ids})
    if all(one.status == "left" for one in members):
        raise NothingToMakeError
    await acquisition.check_template(session, corp_id, template)
    batch.state, batch.template = "running", template.model_dump(mode="json")
    batch.ended_at = None
    await audit.record(
        session,
        corp_id,
        actor=actor,
        action="code_batch.begun",
        target=f"code_batch:{batch_id}",
        after={"codes": len(waiting)},
    )
    await enqueue(session, MakeCodes(corp_id=corp_id, batch_id=batch_id))


async def stop(
    session: AsyncSession, corp_id: int, batch_id: int, actor: str, now: datetime
) -> None:
    """Make no more of it; what was made stays. Raises UnknownBatchError, NotNowError."""
    batch = await find(session, corp_id, batch_id, lock=True)
    if batch.state != "running":
        raise NotNowError(batch.state)
    batch.state, batch.ended_at = "stopped", now
    await audit.record(
        session,
        corp_id,
        actor=actor,
        action="code_batch.stopped",
        target=f"code_batch:{batch_id}",
    )


async def carry_on(runtime: Runtime, corp_id: int, batch_id: int) -> None:
    """Make what is not made yet, a chunk a transaction."""
    while True:
        async with runtime.database.owner() as session:
            if not await _make_some(session, corp_id, batch_id, runtime.clock()):
                return


async def _make_some(session: AsyncSession, corp_id: int, batch_id: int, now: datetime) -> bool:
    batch = await find(session, corp_id, batch_id, lock=True)
    if batch.state != "running":
        return False
    rows = (
        await session.scalars(
            select(CodeBatchRow)
            .where(
                CodeBatchRow.corp_id == corp_id,
                CodeBatchRow.batch_id == batch_id,
                CodeBatchRow.channel_id.is_(None),
                ~CodeBatchRow.skipped,
            )
            .order_by(CodeBatchRow.line)
            .limit(CHUNK)
        )
    ).all()
    if not rows:
        await session.execute(
            update(CodeBatch)
            .where(CodeBatch.corp_id == corp_id, CodeBatch.id == batch_id)
            .values(state="done", ended_at=now)
        )
        return False
    members = await staff.staff_by_ids(
        session, corp_id, {one for row in rows for one in row.staff_ids}
    )
    here = {one.id for one in members if one.status != "left"}
    template = acquisition.CodeTemplate.model_validate(batch.template)
    fit = {
        row.line: template.code(row.name, left, row.remark)
        for row in rows
        if (left := [one for one in row.staff_ids if one in here])
    }
    ids = await acquisition.create_channels(session, corp_id, list(fit.values()), batch.created_by)
    made = dict(zip(fit, ids, strict=True))
    await session.execute(
        _TIE,
        {
            "corp_id": corp_id,
            "batch_id": batch_id,
            "lines": [row.line for row in rows],
            "codes": [made.get(row.line) for row in rows],
        },
    )
    return True
