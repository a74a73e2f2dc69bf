"""What nobody can take back any more is forgotten; the audit keeps that it was done."""

from datetime import timedelta
from typing import Final

from sqlalchemy import text

from yutang.kernel.jobs import enqueue
from yutang.kernel.runtime import Runtime

from .jobs import CarryOn

KEPT: Final = timedelta(days=30)
UNCONFIRMED: Final = timedelta(days=1)
STILL: Final = timedelta(minutes=10)
_ROWS = 500

_DROP_OUTCOMES = text(
    "delete from bulk_outcomes o where o.ctid = any (array("
    " select q.ctid from bulk_outcomes q join bulk_acts a"
    "   on (a.corp_id, a.id) = (q.corp_id, q.act_id)"
    " where a.ended_at < :before limit :rows))"
)
_DROP_ACTS = text("delete from bulk_acts where ended_at < :before")
_CANCEL = text(
    "update bulk_acts set state = 'cancelled', ended_at = :now, updated_at = :now"
    " where state = 'planned' and updated_at < :before"
)
_STILL = text(
    "select corp_id, id from bulk_acts"
    " where state in ('planning', 'running') and updated_at < :before"
)


async def forget(runtime: Runtime) -> None:
    """Drop acts that ended 30 days ago, give up dry runs nobody confirmed within a day.

    What should work and stood still is asked for again: its job may have been lost.
    """
    now = runtime.clock()
    async with runtime.database.owner() as session:
        await session.execute(_CANCEL, {"now": now, "before": now - UNCONFIRMED})
        still = await session.execute(_STILL, {"before": now - STILL})
        await enqueue(session, *(CarryOn(corp_id=row.corp_id, act_id=row.id) for row in still))
    dropped = _ROWS
    while dropped == _ROWS:
        async with runtime.database.owner() as session:
            done = await session.execute(_DROP_OUTCOMES, {"before": now - KEPT, "rows": _ROWS})
            dropped = done.rowcount  # type: ignore[attr-defined]
    async with runtime.database.owner() as session:
        await session.execute(_DROP_ACTS, {"before": now - KEPT})
