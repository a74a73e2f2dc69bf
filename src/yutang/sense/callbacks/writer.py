"""Many requests, one insert: whoever waits while a batch is written is in the next one."""

import asyncio
import time
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

import psycopg
import structlog
from prometheus_client import Counter, Histogram

from yutang.kernel.connecting import connect

log = structlog.get_logger(__name__)

BATCH_ROWS = 500
ANSWER_SECONDS = 4.5
"""WeCom waits 5 s for an answer; what is not stored by then is refused, and WeCom comes again."""

STORED = Counter("yutang_callbacks_stored_total", "Callbacks stored, duplicates left out")
DUPLICATES = Counter("yutang_callbacks_duplicate_total", "Callbacks that were here already")
BATCH = Histogram(
    "yutang_callbacks_batch_rows", "Callbacks in one insert", buckets=(1, 5, 10, 25, 50, 100, 500)
)

# One statement, so that an add without its welcome row cannot be; the notices leave once a batch.
_INSERT = """
with batch as (
  select * from unnest(
    %b::bigint[], %b::bigint[], %b::bytea[], %b::text[], %b::text[], %b::text[],
    %b::timestamptz[], %b::text[], %b::text[], %b::text[], %b::timestamptz[], %b::text[],
    %b::text[], %b::text[], %b::text[])
  as t(corp_id, agent_id, key, event, change_type, subject, occurred_at, xml, status, reason,
       received_at, account, external_id, channel, code)
), fresh as (
  insert into inbox (corp_id, agent_id, key, event, change_type, subject, occurred_at, xml,
                     status, reason, received_at)
  select corp_id, agent_id, key, event, change_type, subject, occurred_at, xml,
         status, reason, received_at from batch
  on conflict (key) do nothing returning id, key
), due as (
  insert into welcomes (corp_id, inbox_id, agent_id, account, external_id, half, channel, code,
                        occurred_at, received_at)
  select b.corp_id, f.id, b.agent_id, b.account, b.external_id,
         b.change_type = 'add_half_external_contact', b.channel, b.code, b.occurred_at,
         b.received_at
  from batch b join fresh f using (key)
  where b.event = 'change_external_contact' and b.status = 'waiting'
    and b.change_type in ('add_external_contact', 'add_half_external_contact')
  returning 1
)
select (select count(*) from fresh), pg_notify('inbox', ''),
       case when exists (select from due) then pg_notify('welcomes', '') end
"""


_UNFIT = frozenset({"22", "23", "54"})
"""Classes of SQLSTATE that say the data is at fault: a value, a constraint, a limit of size."""
_Waiting = tuple["Incoming", asyncio.Future[None], float]


class NotStoredError(Exception):
    """The database did not take the callback in time."""


@dataclass(slots=True)
class Incoming:
    """One verified callback on its way into the inbox."""

    corp_id: int
    agent_id: int
    key: bytes
    event: str
    change_type: str
    subject: str
    occurred_at: datetime
    xml: str
    status: str = "waiting"
    reason: str | None = None
    account: str = ""
    external_id: str = ""
    channel: str | None = None
    code: str | None = None
    received_at: datetime = field(default_factory=lambda: datetime.now(UTC))

    def as_dead_letter(self, reason: str) -> "Incoming":
        """The same without anything but its text, for a person to look at."""
        return replace(
            self,
            subject="",
            xml=self.xml.replace("\0", "\N{REPLACEMENT CHARACTER}"),
            status="dead",
            reason=reason,
            account="",
            external_id="",
            channel=None,
            code=None,
        )

    def columns(self) -> tuple[object, ...]:
        """The row, in the order of the statement."""
        return (
            self.corp_id,
            self.agent_id,
            self.key,
            self.event,
            self.change_type,
            self.subject,
            self.occurred_at,
            self.xml,
            self.status,
            self.reason,
            self.received_at,
            self.account,
            self.external_id,
            self.channel,
            self.code,
        )


class InboxWriter:
    """Owns one connection; `put` returns when the row is durable."""

    def __init__(self, database_url: str) -> None:
        self._url = database_url
        self._waiting: list[_Waiting] = []
        self._wake = asyncio.Event()
        self._connection: psycopg.AsyncConnection | None = None

    async def put(self, incoming: Incoming) -> None:
        """Store one callback; raises NotStoredError after 4.5 s without success."""
        future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append((incoming, future, time.monotonic() + ANSWER_SECONDS))
        self._wake.set()
        await future

    async def run(self) -> None:
        """Write batches until cancelled. Never waits for a fuller batch: that halved the rate."""
        try:
            await self._write_forever()
        finally:
            await self._drop_connection()

    async def _write_forever(self) -> None:
        while True:
            if not self._waiting:
                self._wake.clear()
                await self._wake.wait()
            batch = self._waiting[:BATCH_ROWS]
            del self._waiting[:BATCH_ROWS]
            try:
                await self._write({item.key: item for item, _, _ in batch})
            except (psycopg.Error, OSError) as error:
                if _is_unfit(error):
                    await self._write_apart(batch)
                else:
                    await self._put_back(batch, error)
            else:
                BATCH.observe(len(batch))
                _done(batch)

    async def _write_apart(self, batch: list[_Waiting]) -> None:
        """One row at a time: what does not fit is kept as a dead letter and spoils no other."""
        for entry in batch:
            item = entry[0]
            try:
                try:
                    await self._write({item.key: item})
                except psycopg.Error as error:
                    if not _is_unfit(error):
                        raise
                    reason = f"does not fit the database: {type(error).__name__}"
                    log.warning("inbox.unfit", corp_id=item.corp_id, error=type(error).__name__)
                    await self._write({item.key: item.as_dead_letter(reason)})
            except (psycopg.Error, OSError) as error:
                await self._put_back([entry], error)
            else:
                _done([entry])

    async def _put_back(self, batch: list[_Waiting], error: Exception) -> None:
        await self._drop_connection()
        log.warning("inbox.write_failed", rows=len(batch), error=type(error).__name__)
        self._requeue(batch)
        await asyncio.sleep(0.1)

    async def _write(self, rows: dict[bytes, Incoming]) -> None:
        if self._connection is None:
            self._connection = await connect(self._url, seconds=3)
        columns = [
            list(column) for column in zip(*(r.columns() for r in rows.values()), strict=True)
        ]
        async with self._connection.cursor() as cursor:
            await cursor.execute(_INSERT, columns, prepare=True)
            answer = await cursor.fetchone()
        fresh = int(answer[0]) if answer is not None else 0
        STORED.inc(fresh)
        DUPLICATES.inc(len(rows) - fresh)

    def _requeue(self, batch: list[_Waiting]) -> None:
        """Put back what still has time; a repeat is harmless, since the key is unique."""
        now = time.monotonic()
        kept = [entry for entry in batch if entry[2] > now]
        for _, future, deadline in batch:
            if deadline <= now and not future.done():
                future.set_exception(NotStoredError())
        self._waiting[:0] = kept

    async def _drop_connection(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            await connection.close()


def _is_unfit(error: Exception) -> bool:
    # Psycopg itself refuses a NUL, before the server could.
    by_state = isinstance(error, psycopg.Error) and (error.sqlstate or "")[:2] in _UNFIT
    return by_state or isinstance(error, psycopg.DataError)


def _done(batch: list[_Waiting]) -> None:
    for _, future, _ in batch:
        if not future.done():
            future.set_result(None)
