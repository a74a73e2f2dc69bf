"""Draw the bitmaps of a corp, keep them true, fill in what old rows are to be found by.

Nobody who writes customers knows of any of this: triggers leave marks, this takes them away.
"""

import time
from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager
from datetime import datetime

import structlog
from pyroaring import BitMap
from sqlalchemy import bindparam, func, select, text, update
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.db import Database, table_of, took_too_long
from yutang.kernel.runtime import Runtime
from yutang.people.facets import service as facets

from .models import Customer, CustomerOrdinal, Follow
from .naming import grams
from .tails import keep_tails
from .traits import facets_between, facets_of

log = structlog.get_logger(__name__)

DRAWN_FROM = 50_000
"""Smaller corps are found by their rows alone in less time than a bitmap would save."""
GROWTH = 0.02
"""While a first sync fills a corp, each minute by more than this, nothing is drawn."""
READ_AT_ONCE = 50_000
FIRST_READ = 5_000
LEAST_READ = 100
SLOW_SECONDS = 1.0
"""A transaction ends after five seconds: where a reading takes longer, the next is half of it."""
WRITTEN_BYTES = 8 * 1024 * 1024
MARKS_AT_ONCE = 20_000
PHONES_AT_ONCE = 2_000
NAMES_AT_ONCE = 2_000
PHONE = "phone"
_LOCK = 0x66616365
"""First key of the advisory locks under which one process at a time draws for a corp."""
_UPTO = text("select pg_snapshot_xmax(pg_current_snapshot())::text::bigint")
_OVER = text("select pg_snapshot_xmin(pg_current_snapshot())::text::bigint")


async def fold(database: Database, corp_id: int, names: Collection[str]) -> int:
    """Draw marked customers into their bitmaps; returns how many marks that were."""
    async with database.owner() as session:
        if not await _is_mine(session, corp_id):
            return 0
        taken = await facets.take_marks(session, corp_id, names, MARKS_AT_ONCE)
        if not taken:
            return 0
        changed = BitMap.union(*taken.values())
        true = await facets_of(session, corp_id, changed, taken)
        reading = await facets.read(session, corp_id, taken)
        await facets.write(
            session,
            corp_id,
            {
                facet: (reading.drawn_of(facet) - ids) | (true.get(facet, BitMap()) & ids)
                for facet, ids in taken.items()
            },
        )
        return sum(map(len, taken.values()))


async def fold_phones(runtime: Runtime, corp_id: int) -> int:
    """Keep the last digits of numbers that came, changed or went."""
    async with runtime.database.owner() as session:
        if not await _is_mine(session, corp_id):
            return 0
        taken = await facets.take_marks(session, corp_id, (PHONE,), PHONES_AT_ONCE)
        if ids := taken.get(PHONE):
            await keep_tails(session, runtime.vault, corp_id, ids)
            return len(ids)
        return 0


async def _is_mine(session: AsyncSession, corp_id: int) -> bool:
    return bool(
        await session.scalar(select(func.pg_try_advisory_xact_lock(_LOCK, corp_id % 2**31)))
    )


@asynccontextmanager
async def _locked(database: Database, corp_id: int) -> AsyncIterator[bool]:
    """Hold a corp's lock over many transactions, on a connection without any."""
    async with database.engine.connect() as plain:
        connection = await plain.execution_options(isolation_level="AUTOCOMMIT")
        key = (_LOCK, corp_id % 2**31)
        mine = bool(await connection.scalar(select(func.pg_try_advisory_lock(*key))))
        try:
            yield mine
        finally:
            if mine:
                await connection.execute(select(func.pg_advisory_unlock(*key)))


async def draw(database: Database, corp_id: int, now: datetime) -> AsyncIterator[int]:
    """Draw all bitmaps of a corp, from its rows; yields customers read, step by step.

    Changes meanwhile leave marks and are folded in afterwards. What a killed process had drawn
    is drawn again. Ends at once where another process draws.
    """
    async with _locked(database, corp_id) as mine:
        if not mine:
            return
        async with database.owner() as session:
            await facets.begin(session, corp_id, now)
            await facets.forget(session, corp_id)
        # Who wrote before the marks began, and has not committed yet, would be seen by nobody.
        async for _ in _settled(database):
            yield 0
        drawn: dict[str, BitMap] = {}
        async with database.owner() as session:
            last = await _highest(session, corp_id)
        first, length = 1, min(FIRST_READ, READ_AT_ONCE)
        while first <= last:
            began = seconds()
            try:
                async with database.owner() as session:
                    found = await facets_between(session, corp_id, first, first + length - 1)
            except DBAPIError as error:
                if not took_too_long(error) or length <= LEAST_READ:
                    raise
                # A disk that is cold or busy: half of it fits into a transaction.
                length //= 2
                continue
            for facet, ids in found.items():
                if (known := drawn.get(facet)) is None:
                    drawn[facet] = ids
                else:
                    known |= ids
            yield length
            first += length
            slow = seconds() - began > SLOW_SECONDS
            length = max(1, length // 2) if slow else min(2 * length, READ_AT_ONCE)
        for batch in _batches(drawn):
            async with database.owner() as session:
                await facets.write(session, corp_id, batch)
            yield 1
        async with database.owner() as session:
            await facets.finish(session, corp_id, now)
        log.info("lists.drawn", corp_id=corp_id, customers=last, facets=len(drawn))


async def _settled(database: Database) -> AsyncIterator[None]:
    async with database.owner() as session:
        upto = await session.scalar(_UPTO) or 0
    while True:
        async with database.owner() as session:
            if (await session.scalar(_OVER) or 0) >= upto:
                return
        yield


async def _highest(session: AsyncSession, corp_id: int) -> int:
    return (
        await session.scalar(select(func.max(Customer.id)).where(Customer.corp_id == corp_id)) or 0
    )


def _batches(drawn: dict[str, BitMap]) -> list[dict[str, BitMap]]:
    """Not more than some megabytes each, since a transaction has five seconds."""
    batches: list[dict[str, BitMap]] = [{}]
    size = 0
    for facet, ids in drawn.items():
        # Two bytes an id at most, and never more than a bit for each that could be there.
        size += min(2 * len(ids), (ids.max() >> 3) + 1 if ids else 0)
        batches[-1][facet] = ids
        if size > WRITTEN_BYTES:
            batches.append({})
            size = 0
    return batches


async def survey(database: Database, now: datetime) -> list[int]:
    """Corps that have grown enough to be drawn and are filling no more."""
    due = []
    async with database.owner() as session:
        known = {state.corp_id: state for state in await facets.states(session)}
        for corp_id, next_id in await session.execute(
            select(CustomerOrdinal.corp_id, CustomerOrdinal.next_id)
        ):
            state = known.get(corp_id)
            if state is not None and state.built_at is not None:
                continue
            count = next_id - 1
            calm = state is not None and state.seen_at is not None
            if state is not None and calm and count - state.known > GROWTH * count:
                calm = False
            if state is not None and state.since is not None:
                # Begun and not ended: who drew was killed.
                calm = True
            if count >= DRAWN_FROM and calm:
                due.append(corp_id)
            await facets.note_size(session, corp_id, count, now)
    return due


async def fill_names(database: Database, corp_id: int) -> int:
    """Make the next old rows findable by their sound; returns how many were looked at."""
    async with database.owner() as session:
        through, upto = await facets.names_left(session, corp_id)
        if through >= upto:
            return 0
        rows = (
            await session.execute(
                select(Customer.id, Customer.name, Customer.grams)
                .where(
                    Customer.corp_id == corp_id,
                    Customer.id > through,
                    Customer.id <= upto,
                )
                .order_by(Customer.id)
                .limit(NAMES_AT_ONCE)
            )
        ).all()
        await facets.note_names(session, corp_id, rows[-1].id if rows else upto)
        if rows:
            await _write_grams(session, corp_id, rows)
        return len(rows)


async def _write_grams(session: AsyncSession, corp_id: int, rows: Collection[object]) -> None:
    named = {row.id: (row.name, row.grams) for row in rows}  # type: ignore[attr-defined]
    remarks: dict[int, list[str]] = {}
    for customer_id, remark in await session.execute(
        select(Follow.customer_id, Follow.remark).where(
            Follow.corp_id == corp_id,
            Follow.customer_id.between(min(named), max(named)),
            Follow.remark != "",
        )
    ):
        remarks.setdefault(customer_id, []).append(remark)
    changed = [
        {"customer_id": customer_id, "new_grams": new}
        for customer_id, (name, old) in named.items()
        if (new := grams(name, *remarks.get(customer_id, ()))) != old
    ]
    if changed:
        table = table_of(Customer)
        await (await session.connection()).execute(
            update(table)
            .where(table.c.corp_id == corp_id, table.c.id == bindparam("customer_id"))
            .values(grams=bindparam("new_grams")),
            changed,
        )


def seconds() -> float:
    """For pauses, not for moments."""
    return time.monotonic()
