"""What is older than the corp keeps it is deleted from the beginning of the chain."""

from datetime import datetime, timedelta

import structlog
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import audit
from yutang.kernel.runtime import Runtime

from .verifying import LINKS, begin_walk

log = structlog.get_logger(__name__)

BATCH_ROWS = 5000

_LOCK = text("select place, keep_days from audit_chains where corp_id = :corp_id for update")
_FORGET_CUT = text("delete from audit_anchors where corp_id = :corp_id and kind = 'cut'")
_CUT = text(
    "insert into audit_anchors (corp_id, place, kind, hash, entry_id, era, xid, at) values"
    " (:corp_id, :place, 'cut', :hash, :entry_id, :era, cast(:xid as xid8), :now)"
)
_ENTRIES = text("delete from audit_entries where corp_id = :corp_id and id = any(:ids)")
_LINKS = text("delete from audit_links where corp_id = :corp_id and place <= :place")


async def cut_corp(runtime: Runtime, corp_id: int) -> int:
    """Delete the sealed entries past their age, in chunks; returns how many.

    With each chunk a checkpoint moves on (an anchor of kind `cut`: count and hash so far), from
    which a check begins, and the cut is itself an entry. Nothing is deleted that does not fit.
    """
    deleted = 0
    while True:
        async with runtime.database.owner() as session:
            rows = await _cut_batch(session, corp_id, runtime.clock())
        deleted += rows
        if rows < BATCH_ROWS:
            return deleted


async def _cut_batch(session: AsyncSession, corp_id: int, now: datetime) -> int:
    corp = {"corp_id": corp_id}
    chain = (await session.execute(_LOCK, corp)).one_or_none()
    if chain is None:
        return 0
    oldest = now - timedelta(days=chain.keep_days)
    walk = await begin_walk(session, corp_id)
    found = await session.execute(
        LINKS, {**corp, "place": walk.place, "upto": chain.place, "rows": BATCH_ROWS}
    )
    rows = []
    for row in found.mappings():
        # The order of transactions is not quite that of time: the first young one ends it.
        if row["at"] is not None and row["at"] >= oldest:
            break
        rows.append(row)
    if not rows:
        return 0
    began = walk.place
    fault = walk.pass_links(rows)
    if fault is not None:
        log.error("audit.not_cut", corp_id=corp_id, fault=str(fault))
        return 0
    await session.execute(_FORGET_CUT, corp)
    await session.execute(
        _CUT,
        {
            **corp,
            "place": walk.place,
            "hash": walk.hash,
            "entry_id": walk.cursor.id,
            "era": walk.cursor.era,
            "xid": str(walk.cursor.xid),
            "now": now,
        },
    )
    await session.execute(_ENTRIES, {**corp, "ids": [row["entry_id"] for row in rows]})
    await session.execute(_LINKS, {**corp, "place": walk.place})
    await audit.record(
        session,
        corp_id,
        actor="system",
        action="audit.cut",
        target="audit",
        before={"from": began + 1},
        after={"to": walk.place, "hash": walk.hash.hex(), "older_than": oldest.isoformat()},
    )
    return len(rows)
