"""Read bitmaps, mark what changed, draw anew. What a facet means its callers know."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from pyroaring import BitMap
from sqlalchemy import TextClause, bindparam, delete, select, text, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from .keeping import LISTS, kept_of, unpacked
from .models import CustomerFacet, FacetMark, FacetState
from .repository import (
    DELETE_MARKS,
    KIND_MARKS,
    MARK_COUNTS,
    NAMES_BETWEEN,
    READ,
    STAMP,
    STAMP_BETWEEN,
    WRITE,
)
from .schemas import Reading

__all__ = (
    "begin",
    "count_marks",
    "finish",
    "forget",
    "is_built",
    "names_left",
    "note_names",
    "note_size",
    "read",
    "states",
    "take_marks",
    "union_between",
    "union_of",
    "unpacked",
    "write",
)

LISTED_KINDS = frozenset({"added", "active", "name"})
_READ = text(READ)
_READ_KIND = text(READ + KIND_MARKS)
_STAMP = text(STAMP)
_STAMP_BETWEEN = text(STAMP_BETWEEN)
_NAMES_BETWEEN = text(NAMES_BETWEEN)


async def is_built(session: AsyncSession, corp_id: int) -> bool:
    """Whether lists of this corp are to be found by bitmaps; once they are, they stay so."""
    kept = kept_of(session)
    if corp_id in kept.built:
        return True
    found = await session.scalar(select(FacetState.built_at).where(FacetState.corp_id == corp_id))
    if found is not None:
        kept.built.add(corp_id)
    return found is not None


async def read(
    session: AsyncSession, corp_id: int, facets: Collection[str], kind: str | None = None
) -> Reading:
    """Bitmaps and marks of these facets in one statement, so of one moment.

    With a `kind` also the names of all its facets, and all marks on any of them.
    """
    kept = kept_of(session)
    names = [*facets, LISTS + kind] if kind else list(facets)
    known = kept.known(corp_id, names)
    # Not the ORM's way of execution: lists are asked often, and plain columns need none of it.
    connection = await session.connection()
    rows = await connection.execute(
        _READ_KIND if kind else _READ,
        {
            "corp_id": corp_id,
            "names": names,
            "known": [version for version, _ in known.values()],
            **({"prefix": kind + ":"} if kind else {}),
        },
    )
    asked = frozenset(names)
    reading = Reading()
    for facet, version, bits, marked in rows:
        if marked is not None and facet in asked:
            reading.marked[facet] = unpacked(marked)
        elif marked is not None:
            reading.moved |= unpacked(marked)
        else:
            value = known[facet][1] if bits is None else kept.keep(corp_id, facet, version, bits)
            if isinstance(value, BitMap):
                reading.drawn[facet] = value
            else:
                reading.listed = value
    return reading


async def states(session: AsyncSession) -> list[FacetState]:
    """How far each corp is; of all corps, so for the owner's session."""
    return list(await session.scalars(select(FacetState)))


async def note_size(session: AsyncSession, corp_id: int, known: int, now: datetime) -> None:
    """Remember how many customers the corp has now, to see later whether it still fills."""
    await session.execute(
        insert(FacetState)
        .values(corp_id=corp_id, known=known, seen_at=now)
        .on_conflict_do_update(index_elements=["corp_id"], set_={"known": known, "seen_at": now})
    )


async def names_left(session: AsyncSession, corp_id: int) -> tuple[int, int]:
    """(filled up to this id, to be filled up to this one), locked; (0, 0) without a state."""
    row = (
        await session.execute(
            select(FacetState.names_through, FacetState.names_upto)
            .where(FacetState.corp_id == corp_id)
            .with_for_update()
        )
    ).one_or_none()
    return (0, 0) if row is None else (row.names_through, row.names_upto)


async def note_names(session: AsyncSession, corp_id: int, through: int) -> None:
    """Names up to this customer can be found by their sound."""
    await session.execute(
        update(FacetState).where(FacetState.corp_id == corp_id).values(names_through=through)
    )


async def begin(session: AsyncSession, corp_id: int, now: datetime) -> None:
    """From this commit on every change leaves a mark, in transactions that begin after it."""
    await session.execute(
        insert(FacetState)
        .values(corp_id=corp_id, since=now)
        .on_conflict_do_update(index_elements=["corp_id"], set_={"since": now, "built_at": None})
    )


async def finish(session: AsyncSession, corp_id: int, now: datetime) -> None:
    """All bitmaps are drawn."""
    await session.execute(
        update(FacetState).where(FacetState.corp_id == corp_id).values(built_at=now)
    )


async def forget(session: AsyncSession, corp_id: int) -> None:
    """Drop what is drawn, to draw it anew."""
    await session.execute(delete(CustomerFacet).where(CustomerFacet.corp_id == corp_id))
    await session.execute(
        delete(FacetMark).where(FacetMark.corp_id == corp_id, FacetMark.facet != "phone")
    )


async def count_marks(session: AsyncSession) -> list[tuple[int, str, int]]:
    """(corp, facet, how many marks), over all corps; for the owner's session."""
    return [tuple(row) for row in await session.execute(text(MARK_COUNTS))]


async def take_marks(
    session: AsyncSession, corp_id: int, facets: Collection[str], limit: int
) -> dict[str, BitMap]:
    """Take up to `limit` marks of these facets away: who takes them looks again and draws.

    The truth must be read by a later statement of the same transaction.
    """
    rows = await session.execute(
        text(DELETE_MARKS), {"corp_id": corp_id, "names": list(facets), "limit": limit}
    )
    return {facet: unpacked(ids) for facet, ids in rows}


async def write(session: AsyncSession, corp_id: int, drawn: Mapping[str, BitMap]) -> None:
    """Keep these bitmaps, and the names of the kinds that lists are walked along."""
    if not drawn:
        return
    for bits in drawn.values():
        bits.run_optimize()
    await (await session.connection()).execute(
        text(WRITE).bindparams(bindparam("corp_id", corp_id)),
        [
            {"corp_id": corp_id, "facet": facet, "bits": bits.serialize(), "held": len(bits)}
            for facet, bits in drawn.items()
        ],
    )
    for kind in LISTED_KINDS & {facet.partition(":")[0] for facet in drawn}:
        await _list(session, corp_id, kind)


async def _list(session: AsyncSession, corp_id: int, kind: str) -> None:
    names = list(
        await session.scalars(
            select(CustomerFacet.facet)
            .where(
                CustomerFacet.corp_id == corp_id,
                CustomerFacet.facet.op("^@")(kind + ":"),
                CustomerFacet.held > 0,
            )
            .order_by(CustomerFacet.facet)
        )
    )
    value = "\n".join(names).encode()
    before = await session.scalar(
        select(CustomerFacet.bits).where(
            CustomerFacet.corp_id == corp_id, CustomerFacet.facet == LISTS + kind
        )
    )
    if before != value:
        await session.execute(
            text(WRITE),
            {"corp_id": corp_id, "facet": LISTS + kind, "bits": value, "held": len(names)},
        )


async def union_of(
    session: AsyncSession, corp_id: int, facets: Collection[str]
) -> tuple[BitMap, BitMap]:
    """(who has any of them, who is marked on any); made once while none of them is drawn anew.

    For thousands of facets, as a department's members are: their rows would cost more than the
    list. The answer belongs to everybody: nobody may change it.
    """
    names = sorted(facets)
    return await _union(
        session, corp_id, hash(tuple(names)), _STAMP, {"names": "\x1f".join(names)}, names
    )


async def union_between(
    session: AsyncSession, corp_id: int, first: str, last: str
) -> tuple[BitMap, BitMap]:
    """The same of all facets whose names lie from `first` to `last`, as those of days do."""
    span = {"first": first, "last": last}
    return await _union(session, corp_id, hash((first, last)), _STAMP_BETWEEN, span, None)


async def _union(
    session: AsyncSession,
    corp_id: int,
    key: int,
    stamp: TextClause,
    asked: dict[str, Any],
    names: Collection[str] | None,
) -> tuple[BitMap, BitMap]:
    kept = kept_of(session)
    connection = await session.connection()
    row = (await connection.execute(stamp, {"corp_id": corp_id, **asked})).one()
    marked = unpacked(row.marked) if row.marked is not None else BitMap()
    made_of = (row.rows, row.versions)
    found = kept.unions.get((corp_id, key))
    if found is None or found[0] != made_of:
        if names is None:
            names = list(await session.scalars(_NAMES_BETWEEN, {"corp_id": corp_id, **asked}))
        reading = await read(session, corp_id, names)
        found = (made_of, BitMap.union(BitMap(), *reading.drawn.values()))
        kept.remember_union((corp_id, key), found)
        for more in reading.marked.values():
            marked |= more
    return found[1], marked
