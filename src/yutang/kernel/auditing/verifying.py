"""Whether the entries are still those that were sealed."""

from collections.abc import Sequence
from dataclasses import dataclass

import structlog
from sqlalchemy import RowMapping, text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.runtime import Runtime

from .chaining import COLUMNS, Cursor, first_hash, link
from .schemas import Checked, Fault
from .sealing import seal_corp

log = structlog.get_logger(__name__)

BATCH_ROWS = 5000

_HEAD = text("select place, hash from audit_chains where corp_id = :corp_id")
_CUT = text(
    "select place, hash, era, xid::text as xid, entry_id as id from audit_anchors"
    " where corp_id = :corp_id and kind = 'cut' order by place desc limit 1"
)
_ANCHORS = text(
    "select place, hash from audit_anchors where corp_id = :corp_id and place > :place"
    " order by place"
)
LINKS = text(
    f"""
    select l.place, l.entry_id, l.hash, {COLUMNS} from audit_links l
    left join audit_entries e on e.corp_id = l.corp_id and e.id = l.entry_id
    where l.corp_id = :corp_id and l.place > :place and l.place <= :upto
    order by l.place limit :rows
    """  # noqa: S608 - only our own words
)
_ADDED = text(
    """
    select e.id from audit_entries e
    where e.corp_id = :corp_id and (e.era, e.xid, e.id) > (:era, cast(:xid as xid8), :id)
      and (e.era, e.xid, e.id) <= (:to_era, cast(:to_xid as xid8), :to_id)
      and not exists (select from audit_links l
                      where l.corp_id = e.corp_id and l.entry_id = e.id)
    order by e.era, e.xid, e.id limit 1
    """
)
_NOTE = text(
    "update audit_chains set checked_at = :now, checked_place = :place, fault = :fault,"
    " fault_entry_id = :entry_id where corp_id = :corp_id"
)


@dataclass
class Walk:
    """How far a check has come: the last link that fits, its hash and its entry's cursor."""

    corp_id: int
    place: int
    hash: bytes
    cursor: Cursor

    def pass_links(self, rows: Sequence[RowMapping]) -> Fault | None:
        """Go over the next links, each joined with its entry; stops at the first that differs."""
        for row in rows:
            if row["place"] != self.place + 1:
                return Fault(kind="missing", place=self.place + 1, entry_id=None)
            if row["id"] is None:
                return Fault(kind="missing", place=row["place"], entry_id=row["entry_id"])
            cursor = Cursor.of(row)
            computed = link(self.hash, self.corp_id, row)
            if computed != bytes(row["hash"]) or cursor <= self.cursor:
                return Fault(kind="changed", place=row["place"], entry_id=row["entry_id"])
            self.place, self.hash, self.cursor = row["place"], computed, cursor
        return None


async def begin_walk(session: AsyncSession, corp_id: int) -> Walk:
    """Before the first link that is still kept."""
    cut = (await session.execute(_CUT, {"corp_id": corp_id})).mappings().one_or_none()
    if cut is None:
        return Walk(corp_id, 0, first_hash(corp_id), Cursor())
    return Walk(corp_id, cut["place"], bytes(cut["hash"]), Cursor.of(cut))


async def check_corp(
    runtime: Runtime, corp_id: int, anchor: tuple[int, bytes] | None = None
) -> Checked:
    """Seal what waits, then compute every link anew; notes the result and returns it.

    `anchor` is the place and hash that somebody wrote down elsewhere: who rewrote entries and
    links together is found by nothing else.
    """
    await seal_corp(runtime, corp_id)
    corp = {"corp_id": corp_id}
    async with runtime.database.owner() as session:
        head = (await session.execute(_HEAD, corp)).one()
        walk = await begin_walk(session, corp_id)
        found = await session.execute(_ANCHORS, {**corp, "place": walk.place})
        anchors = [(row.place, bytes(row.hash)) for row in found]
        intruder = await _find_added(session, corp_id, Cursor(), walk.cursor)
    began = walk.place
    if anchor is not None:
        anchors = sorted([*anchors, anchor])
    anchors.append((head.place, bytes(head.hash)))
    # All that stood up to the cut went with it.
    fault = None
    if intruder is not None:
        fault = Fault(kind="added", place=began, entry_id=intruder)
        anchors = []
    for place, noted in anchors:
        if place < walk.place:
            # Cut away for its age since: nothing is left to compare it with.
            continue
        fault = await _walk_to(runtime, walk, place)
        if fault is None and walk.hash != noted:
            fault = Fault(kind="anchor", place=place, entry_id=walk.cursor.id or None)
        if fault is not None:
            break
    if fault is not None and await _was_cut(runtime, corp_id, began):
        return await check_corp(runtime, corp_id, anchor)
    result = Checked(
        corp_id=corp_id,
        links=walk.place - began,
        place=walk.place,
        hash=walk.hash.hex(),
        fault=fault,
    )
    async with runtime.database.owner() as session:
        await session.execute(
            _NOTE,
            {
                **corp,
                "now": runtime.clock(),
                "place": walk.place,
                "fault": fault.kind if fault else None,
                "entry_id": fault.entry_id if fault else None,
            },
        )
    if fault is not None:
        log.error("audit.fault", corp_id=corp_id, fault=str(fault))
    return result


async def _was_cut(runtime: Runtime, corp_id: int, began: int) -> bool:
    """Whether the chain's beginning was cut away under a check that began behind `began`."""
    async with runtime.database.owner() as session:
        return (await begin_walk(session, corp_id)).place != began


async def _walk_to(runtime: Runtime, walk: Walk, upto: int) -> Fault | None:
    """Bring the walk to link `upto`, a transaction per batch."""
    while walk.place < upto:
        async with runtime.database.owner() as session:
            rows = await _read(session, walk, upto)
            if not rows:
                return Fault(kind="cut", place=walk.place + 1, entry_id=None)
            before, place = walk.cursor, walk.place
            fault = walk.pass_links(rows)
            # What was put between entries that fit stands before what does not fit.
            added = await _find_added(session, walk.corp_id, before, walk.cursor)
        if added is not None:
            return Fault(kind="added", place=place, entry_id=added)
        if fault is not None:
            return fault
    return None


async def _read(session: AsyncSession, walk: Walk, upto: int) -> Sequence[RowMapping]:
    found = await session.execute(
        LINKS,
        {"corp_id": walk.corp_id, "place": walk.place, "upto": upto, "rows": BATCH_ROWS},
    )
    return found.mappings().all()


async def _find_added(
    session: AsyncSession, corp_id: int, after: Cursor, upto: Cursor
) -> int | None:
    found: int | None = await session.scalar(
        _ADDED,
        {
            "corp_id": corp_id,
            "era": after.era,
            "xid": str(after.xid),
            "id": after.id,
            "to_era": upto.era,
            "to_xid": str(upto.xid),
            "to_id": upto.id,
        },
    )
    return found
