"""Batches on their way: many requests, one insert; onto the disk while the database is away."""

import asyncio
import contextlib
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from struct import Struct
from typing import Final
from uuid import UUID

import orjson
import psycopg
import structlog
from prometheus_client import Counter, Histogram
from typing_extensions import override

from yutang.kernel.connecting import connect
from yutang.kernel.gathering import GatheringWriter, NotStoredError, Waiter

from .spool import Spool, SpoolFullError, read_frames

log = structlog.get_logger(__name__)

AT_ONCE: Final = 200
AT_ONCE_BYTES: Final = 8 << 20
WRITE_SECONDS: Final = 3.0
"""A server that takes longer stands still: the batch goes onto the disk."""
LOOK_SECONDS: Final = 0.5
_LENGTH: Final = Struct(">I")

STORED = Counter("yutang_collect_batches_total", "Batches stored, repeats left out")
REPEATED = Counter("yutang_collect_repeated_total", "Batches whose key was known")
GATHERED = Histogram(
    "yutang_collect_insert_batches", "Batches in one insert", buckets=(1, 2, 5, 10, 25, 50, 200)
)

_INSERT: Final = """
insert into collect_batches (corp_id, source_id, batch, proof, received_at, shape, coding, body,
                             events, bytes)
select corp_id, source_id, batch, proof, received_at, shape, coding, body, events,
       octet_length(body)
from unnest(%b::bigint[], %b::bigint[], %b::uuid[], %b::bytea[], %b::timestamptz[], %b::text[],
            %b::text[], %b::bytea[], %b::bigint[])
     as t(corp_id, source_id, batch, proof, received_at, shape, coding, body, events)
on conflict (source_id, batch) do nothing
returning source_id, batch
"""
_NOTIFY: Final = "select pg_notify('collect', '')"
_PROOFS: Final = """
select b.source_id, b.batch, b.proof from collect_batches b
join unnest(%b::bigint[], %b::uuid[]) as t(source_id, batch) using (source_id, batch)
"""


@dataclass(frozen=True, slots=True)
class Batch:
    """One request on its way."""

    corp_id: int
    source_id: int
    batch: UUID
    proof: bytes
    received_at: datetime
    shape: str
    coding: str
    body: bytes
    events: int

    def pack(self) -> bytes:
        """As a frame of the spool."""
        told = asdict(self) | {"proof": self.proof.hex(), "batch": self.batch.hex}
        del told["body"]
        head = orjson.dumps(told)
        return _LENGTH.pack(len(head)) + head + self.body

    @classmethod
    def unpack(cls, frame: bytes) -> "Batch":
        """Out of a frame."""
        [length] = _LENGTH.unpack_from(frame)
        told = orjson.loads(frame[_LENGTH.size : _LENGTH.size + length])
        told["received_at"] = datetime.fromisoformat(told["received_at"]).astimezone(UTC)
        told["proof"] = bytes.fromhex(told["proof"])
        told["batch"] = UUID(hex=told["batch"])
        return cls(**told, body=frame[_LENGTH.size + length :])


@dataclass(frozen=True, slots=True)
class Kept:
    """How a batch was kept."""

    spooled: bool = False
    known: bytes | None = None
    """The proof of an earlier batch under the same key: this one was not kept."""


_NEW: Final = Kept()


class BatchWriter(GatheringWriter[Batch, Kept]):
    """`put` returns when the batch is durable, in the database or on the disk.

    Raises NotStoredError when neither takes it.
    """

    def __init__(self, database_url: str, spool: Spool) -> None:
        super().__init__(database_url, most=AT_ONCE, seconds=WRITE_SECONDS)
        self.spool = spool
        self._spooling = asyncio.Lock()

    @override
    def take(self) -> list[Waiter[Batch, Kept]]:
        size = count = 0
        for one in self.waiting[:AT_ONCE]:
            size += len(one.item.body)
            if count and size > AT_ONCE_BYTES:
                break
            count += 1
        batch = self.waiting[:count]
        del self.waiting[:count]
        return batch

    @override
    async def write(
        self, connection: psycopg.AsyncConnection, items: Sequence[Batch]
    ) -> Sequence[Kept]:
        async with asyncio.timeout(WRITE_SECONDS):
            answers = await _insert(connection, items)
        GATHERED.observe(len(items))
        return answers

    @override
    async def write_unfit(
        self, connection: psycopg.AsyncConnection, item: Batch, error: psycopg.Error
    ) -> Kept:
        """Nothing in a batch is anything but bytes: there is no other way to keep it."""
        raise NotStoredError from error

    @override
    async def fail(self, batch: list[Waiter[Batch, Kept]], error: Exception) -> None:
        frames = [one.item.pack() for one in batch]
        try:
            async with self._spooling:
                await asyncio.to_thread(self.spool.append, frames)
        except (SpoolFullError, OSError) as refusal:
            log.exception("collect.not_kept", batches=len(batch), error=type(refusal).__name__)
            for one in batch:
                one.refuse()
        else:
            log.warning("collect.spooled", batches=len(batch), error=type(error).__name__)
            for one in batch:
                one.answer(Kept(spooled=True))

    async def drain(self) -> None:
        """Replay what lies on the disk whenever the database is there; until cancelled."""
        while True:
            if self.spool.files():
                with contextlib.suppress(psycopg.Error, OSError):
                    await self.drain_once()
            await asyncio.sleep(LOOK_SECONDS)

    async def drain_once(self) -> int:
        """Replay every file that nobody else holds, oldest first; returns how many batches.

        Raises psycopg.Error or OSError where the database does not take them: nothing is lost.
        """
        count = 0
        connection = await connect(self._url, seconds=3)
        try:
            async with self._spooling:
                # Only now: while the database is away all goes into one file.
                self.spool.let_go()
            for path in self.spool.files():
                with self.spool.taken(path) as mine:
                    if mine:
                        count += await _replay(connection, path)
                        self.spool.remove(path)
        finally:
            await connection.close()
        return count


async def _replay(connection: psycopg.AsyncConnection, path: Path) -> int:
    count = 0
    some: list[Batch] = []
    size = 0
    for frame in read_frames(path):
        batch = Batch.unpack(frame)
        some.append(batch)
        size += len(batch.body)
        if size > AT_ONCE_BYTES or len(some) >= AT_ONCE:
            await _insert(connection, some)
            count, some, size = count + len(some), [], 0
    if some:
        await _insert(connection, some)
    count += len(some)
    log.info("collect.replayed", file=path.name, batches=count)
    return count


async def _insert(connection: psycopg.AsyncConnection, items: Sequence[Batch]) -> list[Kept]:
    rows: dict[tuple[int, UUID], Batch] = {}
    for item in items:
        rows.setdefault((item.source_id, item.batch), item)
    columns = [
        list(column)
        for column in zip(
            *(
                (
                    row.corp_id,
                    row.source_id,
                    row.batch,
                    row.proof,
                    row.received_at,
                    row.shape,
                    row.coding,
                    row.body,
                    row.events,
                )
                # Sorted: two processes that write the same keys must meet them in one order.
                for _, row in sorted(rows.items())
            ),
            strict=True,
        )
    ]
    async with connection.cursor() as cursor:
        await cursor.execute(_INSERT, columns, prepare=True)
        fresh = {(int(row[0]), row[1]) for row in await cursor.fetchall()}
        await cursor.execute(_NOTIFY, prepare=True)
    STORED.inc(len(fresh))
    REPEATED.inc(len(items) - len(fresh))
    known = {}
    if missing := [key for key in rows if key not in fresh]:
        async with connection.cursor() as cursor:
            await cursor.execute(_PROOFS, [list(column) for column in zip(*missing, strict=True)])
            known = {(int(row[0]), row[1]): bytes(row[2]) for row in await cursor.fetchall()}
    answers = []
    for item in items:
        key = (item.source_id, item.batch)
        if key in fresh:
            fresh.discard(key)
            known[key] = item.proof
            answers.append(_NEW)
        else:
            answers.append(replace(_NEW, known=known.get(key, item.proof)))
    return answers
