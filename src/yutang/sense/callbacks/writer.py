"""Callbacks on their way into the inbox: many requests, one insert."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

import psycopg
import structlog
from prometheus_client import Counter, Histogram
from typing_extensions import override

from yutang.kernel.gathering import GatheringWriter

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


class InboxWriter(GatheringWriter[Incoming, None]):
    """Owns one connection; `put` returns when the row is durable.

    `put` raises NotStoredError after 4.5 s without success.
    """

    def __init__(self, database_url: str) -> None:
        super().__init__(database_url, most=BATCH_ROWS, seconds=ANSWER_SECONDS)

    @override
    async def write(
        self, connection: psycopg.AsyncConnection, items: Sequence[Incoming]
    ) -> Sequence[None]:
        rows = {item.key: item for item in items}
        columns = [
            list(column) for column in zip(*(r.columns() for r in rows.values()), strict=True)
        ]
        async with connection.cursor() as cursor:
            await cursor.execute(_INSERT, columns, prepare=True)
            answer = await cursor.fetchone()
        fresh = int(answer[0]) if answer is not None else 0
        STORED.inc(fresh)
        DUPLICATES.inc(len(rows) - fresh)
        BATCH.observe(len(items))
        return [None] * len(items)

    @override
    async def write_unfit(
        self, connection: psycopg.AsyncConnection, item: Incoming, error: psycopg.Error
    ) -> None:
        """As a dead letter, for a person to look at."""
        log.warning("inbox.unfit", corp_id=item.corp_id, error=type(error).__name__)
        reason = f"does not fit the database: {type(error).__name__}"
        await self.write(connection, [item.as_dead_letter(reason)])
