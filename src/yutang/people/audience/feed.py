"""From PostgreSQL into the store: marked people and orders, and the log behind a cursor.

Nothing is read and written in one transaction, so all of it may be done twice: rows of people and
orders replace each other by version, events carry the number of their batch, and the cursor's row
is written after the batch. What stands there of a batch without a cursor is deleted at the start.
"""

import asyncio
import time
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, Protocol

import structlog
from pyroaring import BitMap

from yutang.kernel.runtime import Runtime
from yutang.kernel.yielding import SHARE, give_way

from . import marks, truth
from .deeds import day_touched
from .store import Store

log = structlog.get_logger(__name__)

PEOPLE_AT_ONCE: Final = 10_000
LEAST_AT_ONCE: Final = 200
MARKS_AT_ONCE: Final = 1_500
"""More would make one person's change wait longer than some tenths of a second for those of a file
that is being imported."""
EVENTS_AT_ONCE: Final = 50_000
_QUICK_SECONDS: Final = 0.2
"""What takes no longer holds nobody up."""
SLOW_SECONDS: Final = 0.3
"""Where a reading takes longer the next is half of it: one person's change waits for it, and old
versions of rows cannot be cleared away meanwhile."""

_HOLD_DELETED: Final = (
    "select distinct table from system.parts"
    " where database = currentDatabase() and active and has_lightweight_delete"
)


@dataclass(frozen=True, slots=True)
class Cursor:
    """How far the log is read, and in how many batches."""

    batch: int = 0
    era: int = 0
    xid: int = 0
    id: int = 0

    def place(self) -> dict[str, Any]:
        """For statements."""
        return {"era": self.era, "xid": str(self.xid), "id": self.id}


class Listener(Protocol):
    """Who keeps something that the feed makes old."""

    def changing(self, corp_id: int) -> None:
        """People of this corp are about to change."""

    async def changed(self, corp_id: int, ids: BitMap) -> None:
        """They have changed."""

    def happened(self, corp_id: int, touched: Iterable[str]) -> None:
        """`orders`, `events:<kind>`, a day of it, `aliases` or `all` is another than it was."""


@dataclass(slots=True)
class Feed:
    """The one writer of the store."""

    runtime: Runtime
    store: Store
    listener: Listener
    cursor: Cursor = field(default_factory=Cursor)
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    """Around what is read and written of people and orders: versions must grow with the moment of
    reading."""
    log_lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    """Around what is read and written of events; who needs both takes `lock` first."""
    _ver: int = 0
    _people: int = PEOPLE_AT_ONCE

    async def open(self) -> None:
        """Find the cursor, delete what an unfinished batch left."""
        rows = await self.store.query(
            "select batch, era, xid, id from cursor final where name = 'events'"
        )
        async with self.runtime.database.owner() as session:
            await session.execute(marks.REGISTER)
            head = (await session.execute(truth.HEAD)).one_or_none()
        if rows:
            self.cursor = Cursor(*(int(one) for one in rows[0]))
            await self.delete("events", "batch > {batch:UInt64}", {"batch": self.cursor.batch})
        else:
            # Of a new store every corp is read as a whole, up to here.
            found = Cursor(1, head.era, int(head.xid), head.id) if head is not None else Cursor(1)
            await self._step_cursor(found)
        highest = await self.store.query(
            "select greatest((select max(ver) from people), (select max(ver) from orders),"
            " (select max(ver) from aliases))"
        )
        self._ver = int(highest[0][0])

    def next_ver(self) -> int:
        """Above all before, also where the clock was set back."""
        self._ver = max(self._ver + 1, time.time_ns() // 1000)
        return self._ver

    async def take_marks(self, lane: marks.Lane) -> int:
        """Look again at whom something happened to; how many marks."""
        async with self.runtime.database.owner() as session:
            corps = list(await session.scalars(lane.corps))
        total = 0
        for corp_id in corps:
            began = time.monotonic()
            async with self.lock:
                total += await self._take_marks_of(corp_id, lane)
            if (took := time.monotonic() - began) > _QUICK_SECONDS:
                await give_way(self.runtime, took * lane.rests / SHARE)
        return total

    async def _take_marks_of(self, corp_id: int, lane: marks.Lane) -> int:
        asked = {"corp_id": corp_id, "rows": min(MARKS_AT_ONCE, self._people)}
        async with self.runtime.database.owner() as session:
            rows = (await session.execute(lane.take, asked)).all()
        taken: list[int] = []
        for row in rows:
            if row.what == "person":
                await self.write_people(corp_id, row.refs)
            else:
                await self.write_orders(corp_id, row.refs)
            taken += row.ids
        if taken:
            async with self.runtime.database.owner() as session:
                await session.execute(marks.DROP, {"corp_id": corp_id, "ids": taken})
        return len(taken)

    async def write_people(self, corp_id: int, wanted: Sequence[int]) -> None:
        """Write people as they are; under the lock."""
        async with self.runtime.database.owner() as session:
            asked = {"corp_id": corp_id, "ids": list(wanted)}
            parts = set(await session.scalars(truth.PARTS, asked))
        ids = sorted(parts.union(wanted))
        place = 0
        while place < len(ids):
            some = ids[place : place + self._people]
            seconds = await self._write_people(corp_id, some)
            place += len(some)
            if seconds > SLOW_SECONDS:
                self._people = max(self._people // 2, LEAST_AT_ONCE)
            elif self._people < PEOPLE_AT_ONCE:
                self._people = min(self._people * 2, PEOPLE_AT_ONCE)

    async def _write_people(self, corp_id: int, ids: list[int]) -> float:
        """How long the reading took: what writing costs is nearly the same for few and many."""
        ver, began = self.next_ver(), time.monotonic()
        asked = {"corp_id": corp_id, "ids": ids}
        async with self.runtime.database.unhurried() as session:
            lines = list(await session.scalars(truth.PERSON, {**asked, "ver": ver}))
            whole = (await session.execute(truth.WHOLE, asked)).all()
        seconds = time.monotonic() - began
        self.listener.changing(corp_id)
        try:
            await self.store.insert("people", "\n".join(lines).encode())
            if whole:
                rows = [f"{corp_id}\t{row.id}\t{row.now}\t{ver}" for row in whole]
                await self.store.insert(
                    "aliases", ("\n".join(rows) + "\n").encode(), fmt="TabSeparated"
                )
                self.listener.happened(corp_id, ["aliases"])
            if erased := [row.id for row in whole if row.gone and row.now == row.id]:
                await self._erase(corp_id, erased)
        finally:
            await self.listener.changed(corp_id, BitMap(ids))
        return seconds

    async def _erase(self, corp_id: int, ids: list[int]) -> None:
        """Nobody is left who they were: nothing of them stays."""
        asked = {"corp_id": corp_id, "ids": ids}
        # A batch of events that was read before must not be written after.
        async with self.log_lock:
            for table, column in (
                ("people", "id"),
                ("orders", "customer_id"),
                ("events", "customer_id"),
                ("rfm", "id"),
            ):
                where = f"corp_id = {{corp_id:UInt32}} and {column} in {{ids:Array(UInt32)}}"
                await self.delete(table, where, asked)
        self.listener.happened(corp_id, ["all"])

    async def write_orders(self, corp_id: int, ids: Collection[int]) -> None:
        """Write orders as they are; under the lock."""
        wanted = sorted(ids)
        for place in range(0, len(wanted), PEOPLE_AT_ONCE):
            asked = {
                "corp_id": corp_id,
                "ids": wanted[place : place + PEOPLE_AT_ONCE],
                "ver": self.next_ver(),
            }
            async with self.runtime.database.unhurried() as session:
                lines = list(await session.scalars(truth.ORDER, asked))
            await self.store.insert("orders", "\n".join(lines).encode())
        self.listener.happened(corp_id, ["orders"])

    async def delete(self, table: str, where: str, params: Mapping[str, Any]) -> None:
        """Mark rows as deleted, if there are any; the files hold them until they are swept."""
        some = f"select 1 from {table} where {where} limit 1"  # noqa: S608 - ours
        if await self.store.query(some, params, max_execution_time=0):
            await self.store.command(
                f"delete from {table} where {where}",  # noqa: S608 - ours
                params,
                max_execution_time=0,
            )

    async def sweep(self) -> None:
        """Rewrite the files that hold deleted rows; done when it returns."""
        for (table,) in await self.store.query(_HOLD_DELETED):
            await self.store.command(
                f"alter table {table} apply deleted mask", max_execution_time=0, mutations_sync=1
            )

    async def read_events(self) -> int:
        """The next batch of the log; how many rows were passed."""
        async with self.log_lock:
            batch = self.cursor.batch + 1
            asked = {**self.cursor.place(), "rows": EVENTS_AT_ONCE, "batch": batch}
            async with self.runtime.database.unhurried() as session:
                rows = (await session.execute(truth.EVENTS_AFTER, asked)).all()
            if not rows:
                return 0
            lines = [row.line for row in rows if row.line is not None]
            await self.store.insert("events", "\n".join(lines).encode())
            news = {(row.corp_id, row.kind, row.day) for row in rows if row.line is not None}
            for corp_id, kind, day in news:
                self.listener.happened(
                    corp_id, [f"events:{kind}", day_touched(kind, day.isoformat())]
                )
            # Only now: who waits for the cursor to pass an event must not be told of before it.
            last = rows[-1]
            await self._step_cursor(Cursor(batch, last.era, int(last.xid), last.id))
            return len(rows)

    async def _step_cursor(self, cursor: Cursor) -> None:
        told = f"events\t{cursor.batch}\t{cursor.era}\t{cursor.xid}\t{cursor.id}\n"
        await self.store.insert("cursor", told.encode(), fmt="TabSeparated")
        self.cursor = cursor
        # For the page of the log, and so that nothing unread is dropped there.
        async with self.runtime.database.owner() as session:
            await session.execute(marks.STEP_READER, cursor.place())

    async def is_behind(self) -> bool:
        """Whether anything waits, visible yet or not."""
        async with self.runtime.database.owner() as session:
            return bool(await session.scalar(truth.UNREAD, self.cursor.place()))
