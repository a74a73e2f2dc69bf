"""Read a corp as a whole: the first time, into a new store, after a restore, or when asked."""

import asyncio
import time
from datetime import UTC, datetime
from typing import Any, Final

import pyarrow as pa
import structlog
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.copying import driver_of
from yutang.kernel.eventlog import service as eventlog
from yutang.kernel.yielding import give_way

from . import marks, truth
from .feed import PEOPLE_AT_ONCE, Feed

log = structlog.get_logger(__name__)

COPIED_AT_ONCE: Final = 200_000
"""Events of one insert."""
_LAST: Final = (datetime(9999, 1, 1, tzinfo=UTC), 2**62)
_LOOK_SECONDS: Final = 0.05
_TABLES: Final = ("people", "orders", "events", "aliases")
_IDS: Final = text(
    "select id from customers where corp_id = :corp_id and id > :after order by id limit :rows"
)
_ORDERS: Final = text(
    "select id from orders where corp_id = :corp_id and id > :after order by id limit :rows"
)
_MERGED: Final = text(
    "select distinct from_id from person_merges where corp_id = :corp_id and undone_at is null"
    " and from_id > :after order by from_id limit :rows"
)
_TOTAL: Final = text("select next_id - 1 from customer_ordinals where corp_id = :corp_id")
_LAST_ORDER: Final = text("select max(id) from orders where corp_id = :corp_id")
_LOGGED: Final = text("select coalesce(sum(rows), 0) from log_counts where corp_id = :corp_id")


async def unbuilt(feed: Feed) -> list[int]:
    """Corps to be read as a whole."""
    async with feed.runtime.database.owner() as session:
        return list(await session.scalars(marks.UNBUILT, {"store": feed.store.id}))


async def build(feed: Feed, corp_id: int) -> None:
    """Read one. What changes meanwhile leaves marks; a killed build begins anew."""
    log.info("audience.building", corp_id=corp_id)
    async with feed.runtime.database.owner() as session:
        xid = await session.scalar(marks.BEGIN, {"corp_id": corp_id, "store": feed.store.id})
    # Who began to write before marks were asked for leaves none: he has to be done first.
    while not await _is_over(feed, str(xid)):  # noqa: ASYNC110 - another's end has no signal
        await asyncio.sleep(_LOOK_SECONDS)
    async with feed.lock, feed.log_lock:
        for table in _TABLES:
            await feed.delete(table, "corp_id = {corp_id:UInt32}", {"corp_id": corp_id})
        last = feed.cursor
        feed.listener.happened(corp_id, ["all"])
    # Else a large corp would take its place on the disk twice.
    await feed.sweep()
    frozen = await eventlog.frozen_files(feed.runtime)
    await _people(feed, corp_id)
    await _orders(feed, corp_id)
    done = await _cold_events(feed, corp_id)
    await _events(feed, corp_id, last.place(), done)
    async with feed.runtime.database.owner() as session:
        await session.execute(marks.FINISH, {"corp_id": corp_id, "store": feed.store.id})
        if frozen != await eventlog.frozen_files(feed.runtime):
            # A month went to a file, or came back, between two readings: once more.
            await session.execute(marks.WANT, {"corps": [corp_id]})
    feed.listener.happened(corp_id, ["all"])
    log.info("audience.built", corp_id=corp_id)


async def _is_over(feed: Feed, xid: str) -> bool:
    async with feed.runtime.database.owner() as session:
        return bool(await session.scalar(marks.OVER, {"xid": xid}))


async def _tell(feed: Feed, corp_id: int, stage: str, done: int, total: int) -> None:
    asked = {"corp_id": corp_id, "stage": stage, "done": done, "total": max(done, total)}
    async with feed.runtime.database.owner() as session:
        await session.execute(marks.PROGRESS, asked)


async def _people(feed: Feed, corp_id: int) -> None:
    async with feed.runtime.database.owner() as session:
        total = int(await session.scalar(_TOTAL, {"corp_id": corp_id}) or 0)
    for statement in (_IDS, _MERGED):
        asked: dict[str, Any] = {"corp_id": corp_id, "after": 0, "rows": PEOPLE_AT_ONCE}
        while True:
            async with feed.lock:
                async with feed.runtime.database.owner() as session:
                    ids = list(await session.scalars(statement, asked))
                if not ids:
                    break
                began = time.monotonic()
                await feed.write_people(corp_id, ids)
            await give_way(feed.runtime, time.monotonic() - began)
            asked["after"] = ids[-1]
            await _tell(feed, corp_id, "people", ids[-1], total)


async def _orders(feed: Feed, corp_id: int) -> None:
    async with feed.runtime.database.owner() as session:
        total = int(await session.scalar(_LAST_ORDER, {"corp_id": corp_id}) or 0)
    asked: dict[str, Any] = {"corp_id": corp_id, "after": 0, "rows": PEOPLE_AT_ONCE}
    while True:
        async with feed.lock:
            async with feed.runtime.database.owner() as session:
                ids = list(await session.scalars(_ORDERS, asked))
            if not ids:
                return
            began = time.monotonic()
            await feed.write_orders(corp_id, ids)
        await give_way(feed.runtime, time.monotonic() - began)
        asked["after"] = ids[-1]
        await _tell(feed, corp_id, "orders", ids[-1], total)


async def _cold_events(feed: Feed, corp_id: int) -> int:
    """What lies in the files of frozen months; every reader had passed it when it was frozen."""
    done = 0
    async for told in eventlog.read_corp(feed.runtime, corp_id):
        if not told.num_rows:
            continue
        rows = told.select(["corp_id", "kind", "at", "customer_id", "id", "props"])
        rows = rows.append_column("batch", pa.array([0] * rows.num_rows, pa.uint64()))
        async with feed.log_lock:
            await feed.store.insert_arrow("events", rows)
        done += rows.num_rows
        await _tell(feed, corp_id, "events", done, done)
    return done


async def _events(feed: Feed, corp_id: int, last: dict[str, Any], done: int) -> None:
    """Up to where the cursor stood when the rest was deleted; what came later the feed brings."""
    async with feed.runtime.database.owner() as session:
        total = int(await session.scalar(_LOGGED, {"corp_id": corp_id}) or 0)
    asked: dict[str, Any] = {
        "corp_id": corp_id,
        "era": last["era"],
        "xid": last["xid"],
        "last_id": last["id"],
        "at": datetime(1900, 1, 1, tzinfo=UTC),
        "id": 0,
        "rows": COPIED_AT_ONCE,
    }
    while True:
        began = time.monotonic()
        async with feed.log_lock:
            async with feed.runtime.database.unhurried() as session:
                stop = (await session.execute(truth.NEXT_STOP, asked)).one_or_none()
                at, number = _LAST if stop is None else (stop.at, stop.id)
                told = await _copied(session, asked | {"stop_at": at, "stop_id": number})
            await feed.store.insert("events", told, fmt="TabSeparated")
        await give_way(feed.runtime, time.monotonic() - began)
        if stop is None:
            return
        asked |= {"at": at, "id": number}
        done += COPIED_AT_ONCE
        await _tell(feed, corp_id, "events", done, total)


async def _copied(session: AsyncSession, asked: dict[str, Any]) -> bytes:
    """As COPY writes it."""
    driver = await driver_of(session)
    async with driver.cursor() as cursor, cursor.copy(truth.COPY_OF_CORP, asked) as copy:
        return b"".join([bytes(block) async for block in copy])
