"""Move persons to another stage, with the history of it."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import bindparam, text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import audit, events
from yutang.people.stages import service as stages
from yutang.people.stages.events import StageChanged

_MOVE = text(
    """
    with changed as materialized (
      select id, stage as before from customers
      where corp_id = :corp_id and id = any(cast(:ids as bigint[]))
        and stage is distinct from cast(:stage as text)
      order by id for update
    ), moved as (
      update customers c set stage = :stage, stage_changed_at = :now, updated_at = now()
      from changed h where c.corp_id = :corp_id and c.id = h.id
    ), kept as (
      insert into stage_history (corp_id, customer_id, before, after, by, why, at)
      select :corp_id, id, before, :stage, :by, :why, :now from changed
    ), told as (
      insert into events (corp_id, customer_id, kind, at, actor, props, source)
      select :corp_id, id, :kind, :now, :by,
             jsonb_build_object('before', before, 'after', cast(:stage as text),
                                'by', cast(:by as text)), :by
      from changed
    )
    select id from changed order by id
    """
).bindparams(bindparam("kind", StageChanged.kind))


async def set_stage(
    session: AsyncSession,
    corp_id: int,
    customer_ids: Iterable[int],
    stage: str | None,
    by: str,
    why: str,
    now: datetime,
) -> list[int]:
    """Move these persons to a stage, or to none, in one statement; returns who really moved.

    Who is there already, and unknown ids, are left out. `by` is `user:<id>`, `staff:<id>`,
    `bulk:<id>` or `rule:<id>`. Raises UnknownStageError.
    """
    events.wake_readers(session)
    rows = await session.scalars(
        _MOVE,
        {
            "corp_id": corp_id,
            "ids": sorted(set(customer_ids)),
            "stage": stages.check_stage(stage),
            "by": by,
            "why": why,
            "now": now,
        },
    )
    return list(rows)


_STAGE = text("select stage from customers where corp_id = :corp_id and id = :id for update")


async def move_by_hand(
    session: AsyncSession,
    corp_id: int,
    customer_id: int,
    stage: str | None,
    by: str,
    why: str,
    now: datetime,
) -> None:
    """Move one person as somebody chose. Why stays in his history alone: it is in free words.

    Raises UnknownStageError.
    """
    before = await session.scalar(_STAGE, {"corp_id": corp_id, "id": customer_id})
    if await set_stage(session, corp_id, [customer_id], stage, by, why, now):
        await audit.record(
            session,
            corp_id,
            actor=by,
            action="customer.stage_changed",
            target=f"customer:{customer_id}",
            before={"stage": before},
            after={"stage": stage},
        )
