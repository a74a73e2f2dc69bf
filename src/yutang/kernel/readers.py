"""Readers of the event log: each keeps a cursor and commits it with its work.

The cursor is the row (era, xid, id). An id alone, even with the same filter, missed more than
half of the rows under slow concurrent commits when it was tried; this row missed none.
"""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from .runtime import Runtime

BATCH_ROWS = 500
"""Events handled in one transaction."""
SPAN_ROWS = 5_000
"""Rows of the log passed in one transaction: a reader takes a few kinds of many, and what it does
not want stays in the database. A file of people writes one event for each."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """One event as a reader sees it."""

    corp_id: int
    id: int
    customer_id: int | None
    kind: str
    at: datetime
    props: dict[str, Any]


Handler = Callable[[AsyncSession, Sequence[Recorded]], Awaitable[None]]
Choice = Callable[[AsyncSession], Awaitable[frozenset[str]]]


@dataclass(frozen=True, slots=True)
class Reader:
    """A named reader: which kinds it wants and what it does with a batch in one transaction."""

    name: str
    kinds: frozenset[str]
    handle: Handler
    gather_seconds: float = 0.4
    """So long after a batch that was not full it lets events come together for the next."""
    choose: Choice | None = None
    """Asked before each batch for more kinds, where people choose them and not the code."""


_CLAIM = text(
    "select era, xid::text as xid, id from event_readers where name = :name for update skip locked"
)
_REGISTER = text("insert into event_readers (name) values (:name) on conflict do nothing")
# What is wanted of the rows passed, and the last row passed, wanted or not.
_FETCH = text(
    """
    with span as materialized (
      select corp_id, id, customer_id, kind, at, era, xid, kind = any(:kinds) as wanted,
             case when kind = any(:kinds) then props end as props
      from events
      where (era, xid, id) > (:era, cast(:xid as xid8), :id)
        and (era < (select era from installation)
             or xid < pg_snapshot_xmin(pg_current_snapshot()))
      order by events.era, events.xid, events.id limit :span
    ), counted as (
      select *, count(*) filter (where wanted) over (order by era, xid, id) as nth from span
    ), passed as (
      select *, count(*) over () as passed,
             row_number() over (order by era desc, xid desc, id desc) as from_end
      from counted where nth <= :rows
    )
    select corp_id, id, customer_id, kind, at, props, wanted, era, xid::text as xid, passed
    from passed where wanted or from_end = 1
    order by passed.era, passed.xid, passed.id
    """
)
_COMMIT = text(
    "update event_readers set era = :era, xid = cast(:xid as xid8), id = :id, read_at = now()"
    " where name = :name"
)


async def register(runtime: Runtime, readers: Sequence[Reader]) -> None:
    """Give each reader its cursor row; a new reader starts at the beginning of the log."""
    async with runtime.database.owner() as session:
        for reader in readers:
            await session.execute(_REGISTER, {"name": reader.name})


async def read_batch(runtime: Runtime, reader: Reader) -> int:
    """Read and handle the next rows; returns how many were passed, 0 when none are visible.

    Work and cursor commit together, so inside the database each event has its effect once.
    """
    async with runtime.database.owner() as session:
        cursor = (await session.execute(_CLAIM, {"name": reader.name})).mappings().one_or_none()
        if cursor is None:
            return 0
        kinds = reader.kinds
        if reader.choose is not None:
            kinds |= await reader.choose(session)
        asked = {**cursor, "kinds": list(kinds), "rows": BATCH_ROWS, "span": SPAN_ROWS}
        rows = (await session.execute(_FETCH, asked)).mappings().all()
        if not rows:
            return 0
        wanted = [
            Recorded(
                corp_id=row["corp_id"],
                id=row["id"],
                customer_id=row["customer_id"],
                kind=row["kind"],
                at=row["at"],
                props=row["props"],
            )
            for row in rows
            if row["wanted"]
        ]
        if wanted:
            await reader.handle(session, wanted)
        last = rows[-1]
        await session.execute(
            _COMMIT,
            {"name": reader.name, "era": last["era"], "xid": last["xid"], "id": last["id"]},
        )
        return int(last["passed"])
