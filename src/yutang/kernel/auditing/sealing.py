"""Behind the acts: what is visible to everybody is taken into the chain, corp by corp.

Sealing within each act would let one act of a corp wait for the other. So entries are sealed
later, in the order (era, xid, id) below the oldest open transaction, as events are read.
"""

from datetime import datetime

import structlog
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.runtime import Runtime

from .chaining import COLUMNS, Cursor, first_hash, link

log = structlog.get_logger(__name__)

BATCH_ROWS = 2000

# An index scan that leaps: as many steps as there are corps, however long the audit.
_CORPS = text(
    """
    with recursive corps(id) as (
      select min(corp_id) from audit_entries
      union all
      select (select min(e.corp_id) from audit_entries e where e.corp_id > c.id)
      from corps c where c.id is not null
    )
    select id from corps where id is not null
    """
)
_BEGIN = text(
    "insert into audit_chains (corp_id, hash) values (:corp_id, :hash) on conflict do nothing"
)
_LOCK = text(
    "select place, hash, era, xid::text as xid, entry_id as id from audit_chains"
    " where corp_id = :corp_id for update"
)
_NEXT = text(
    f"""
    select {COLUMNS} from audit_entries e
    where e.corp_id = :corp_id and (e.era, e.xid, e.id) > (:era, cast(:xid as xid8), :id)
      and (e.era < (select era from installation)
           or e.xid < pg_snapshot_xmin(pg_current_snapshot()))
    order by e.era, e.xid, e.id limit :rows
    """  # noqa: S608 - only our own words
)
_WRITE = text(
    "insert into audit_links (corp_id, place, entry_id, hash)"
    " select :corp_id, v.place, v.entry_id, v.hash"
    " from unnest(cast(:places as bigint[]), cast(:ids as bigint[]), cast(:hashes as bytea[]))"
    " as v(place, entry_id, hash)"
)
_MOVE = text(
    "update audit_chains set place = :place, hash = :hash, era = :era, xid = cast(:xid as xid8),"
    " entry_id = :id, entry_at = :at, sealed_at = :now where corp_id = :corp_id"
)
_LOOKED = text("update audit_chains set sealed_at = :now where corp_id = :corp_id")
_ANCHOR = text(
    "insert into audit_anchors (corp_id, place, kind, hash, entry_id, era, xid, at)"
    " select corp_id, place, 'daily', hash, entry_id, era, xid, :now from audit_chains"
    " where corp_id = :corp_id and place > 0 on conflict do nothing returning place, hash"
)


async def find_corps(runtime: Runtime) -> list[int]:
    """Every corp of which something is in the audit."""
    async with runtime.database.owner() as session:
        return list(await session.scalars(_CORPS))


async def seal_corp(runtime: Runtime, corp_id: int) -> int:
    """Take into the chain what every transaction can see by now; returns how many entries.

    Each batch is a transaction that holds the chain's row: two sealers take turns, and one that
    is killed leaves the chain as it was before its batch.
    """
    sealed = 0
    while True:
        async with runtime.database.owner() as session:
            rows = await _seal_batch(session, corp_id, runtime.clock())
        sealed += rows
        if rows < BATCH_ROWS:
            return sealed


async def seal_all(runtime: Runtime) -> int:
    """Seal every corp; returns how many entries."""
    return sum([await seal_corp(runtime, corp_id) for corp_id in await find_corps(runtime)])


async def _seal_batch(session: AsyncSession, corp_id: int, now: datetime) -> int:
    corp = {"corp_id": corp_id}
    await session.execute(_BEGIN, {**corp, "hash": first_hash(corp_id)})
    chain = (await session.execute(_LOCK, corp)).mappings().one()
    cursor = {name: chain[name] for name in ("era", "xid", "id")}
    found = await session.execute(_NEXT, {**corp, **cursor, "rows": BATCH_ROWS})
    rows = found.mappings().all()
    if not rows:
        await session.execute(_LOOKED, {**corp, "now": now})
        return 0
    hashes = []
    last = bytes(chain["hash"])
    for row in rows:
        last = link(last, corp_id, row)
        hashes.append(last)
    place = chain["place"] + len(rows)
    await session.execute(
        _WRITE,
        {
            **corp,
            "places": list(range(chain["place"] + 1, place + 1)),
            "ids": [row["id"] for row in rows],
            "hashes": hashes,
        },
    )
    end = Cursor.of(rows[-1])
    await session.execute(
        _MOVE,
        {
            **corp,
            "place": place,
            "hash": last,
            "era": end.era,
            "xid": str(end.xid),
            "id": end.id,
            "at": rows[-1]["at"],
            "now": now,
        },
    )
    return len(rows)


async def drop_anchor(runtime: Runtime, corp_id: int) -> None:
    """Note the chain's head apart and in the log, so that it can be compared with later."""
    async with runtime.database.owner() as session:
        found = await session.execute(_ANCHOR, {"corp_id": corp_id, "now": runtime.clock()})
        anchor = found.one_or_none()
    if anchor is not None:
        log.info("audit.anchor", corp_id=corp_id, place=anchor.place, hash=bytes(anchor.hash).hex())
