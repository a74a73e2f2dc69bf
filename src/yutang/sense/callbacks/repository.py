"""Claims and reads of the inbox."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from sqlalchemy import func, select, text, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from .models import InboxRow, RefusalRow

_LOCK = text("select pg_advisory_xact_lock(hashtextextended('inbox.claim', 0))")
# Rows of one subject are handled in order: none is taken while an earlier one is out or paused.
# An edit rests a moment, and whatever is read of its customer takes all his waiting edits along.
_CLAIM = text(
    """
    with taken as materialized (
      select c.id, c.corp_id, c.subject, c.change_type from inbox c
      where c.status = 'waiting' and c.next_at <= :now
        and (c.change_type <> 'edit_external_contact'
             or c.received_at <= :now - make_interval(secs => :rest))
        and (c.subject = '' or not exists (
          select from inbox e where e.corp_id = c.corp_id and e.subject = c.subject
            and e.status = 'waiting' and e.id < c.id and e.next_at > :now))
      order by c.id limit :rows
    ), along as materialized (
      select e.id from (
        select distinct corp_id, subject from taken
        where subject <> '' and change_type in ('edit_external_contact', 'add_external_contact',
                                                'add_half_external_contact')) t
      -- Apart: statistics of a table whose rows wait for moments say that none does, and all
      -- waiting rows were looked through for each of these.
      cross join lateral (
        select i.id from inbox i
        where i.corp_id = t.corp_id and i.subject = t.subject and i.status = 'waiting'
          and i.change_type = 'edit_external_contact' and i.next_at <= :now
        offset 0) e
    )
    update inbox set attempts = attempts + 1, next_at = :now + make_interval(secs => :lease)
    where id in (select id from taken union select id from along)
    returning *
    """
)
_FINISH = text(
    """
    update inbox i set status = v.status, reason = v.reason,
        next_at = coalesce(v.retry_at, i.next_at),
        handled_at = case when v.status = 'waiting' then null else :now end
    from unnest(cast(:ids as bigint[]), cast(:statuses as text[]), cast(:reasons as text[]),
                cast(:retries as timestamptz[])) as v(id, status, reason, retry_at)
    where i.id = v.id
    """
)
_PUT_OFF = text(
    """
    update inbox i
    set attempts = attempts - 1, next_at = v.until, reason = 'WeCom has no quota left'
    from unnest(cast(:ids as bigint[]), cast(:moments as timestamptz[])) as v(id, until)
    where i.id = v.id and i.status = 'waiting'
    """
)

# The oldest ids first: done rows lie there together, so that the key's index finds them at once.
_FORGET = text(
    """
    delete from inbox where id in (
      select id from inbox where status = 'done' and handled_at < :before order by id limit :rows)
    returning id
    """
)

_BEHIND = text(
    "select exists (select from inbox where status = 'waiting' and attempts = 0"
    " and next_at <= :now and received_at < :before)"
)


class InboxRepository:
    """The inbox; claims run over all corps, reads in one."""

    def __init__(self, session: AsyncSession) -> None:
        self.session = session

    async def claim(
        self, now: datetime, rows: int, lease_seconds: float, rest_seconds: float
    ) -> Sequence[InboxRow]:
        """Take the oldest waiting rows; one claim at a time, so that order holds.

        Edits are taken `rest_seconds` after they came, all of a customer at once: they may be
        more than `rows`.
        """
        await self.session.execute(_LOCK)
        taken = await self.session.scalars(
            select(InboxRow).from_statement(_CLAIM),
            {"now": now, "rows": rows, "lease": lease_seconds, "rest": rest_seconds},
        )
        return sorted(taken.all(), key=lambda row: row.id)

    async def holds_older(self, before: datetime, now: datetime) -> bool:
        """Whether a callback of before that moment was not tried yet."""
        values = {"before": before, "now": now}
        return bool(await self.session.scalar(_BEHIND, values))

    async def finish(
        self, results: Sequence[tuple[int, str, str | None, datetime | None]], now: datetime
    ) -> None:
        """Write (id, status, reason, retry_at) of handled rows."""
        if results:
            await self.session.execute(
                _FINISH,
                {
                    "now": now,
                    "ids": [r[0] for r in results],
                    "statuses": [r[1] for r in results],
                    "reasons": [r[2] for r in results],
                    "retries": [r[3] for r in results],
                },
            )

    async def put_off(self, moments: Mapping[int, datetime]) -> None:
        """Let claimed rows wait until their moments, as if they had not been claimed."""
        if moments:
            values = {"ids": list(moments), "moments": list(moments.values())}
            await self.session.execute(_PUT_OFF, values)

    async def page(
        self, corp_id: int, status: str | None, before_id: int | None, limit: int
    ) -> Sequence[InboxRow]:
        """Callbacks of a corp, newest first."""
        statement = select(InboxRow).where(InboxRow.corp_id == corp_id)
        if status is not None:
            statement = statement.where(InboxRow.status == status)
        if before_id is not None:
            statement = statement.where(InboxRow.id < before_id)
        rows = await self.session.scalars(statement.order_by(InboxRow.id.desc()).limit(limit))
        return rows.all()

    async def count(self, corp_id: int, status: str) -> int:
        """How many callbacks stand at `status`."""
        return (
            await self.session.scalar(
                select(func.count()).where(InboxRow.corp_id == corp_id, InboxRow.status == status)
            )
            or 0
        )

    async def oldest(self, corp_id: int, status: str) -> tuple[int, datetime | None]:
        """How many stand at `status`, and when the oldest of them came."""
        row = await self.session.execute(
            select(func.count(), func.min(InboxRow.received_at)).where(
                InboxRow.corp_id == corp_id, InboxRow.status == status
            )
        )
        count, since = row.one()
        return count, since

    async def last_received_at(self, corp_id: int) -> datetime | None:
        """When the newest callback of the corp came; ids grow with time."""
        return await self.session.scalar(
            select(InboxRow.received_at)
            .where(InboxRow.corp_id == corp_id)
            .order_by(InboxRow.id.desc())
            .limit(1)
        )

    async def find(self, corp_id: int, callback_id: int) -> InboxRow | None:
        """One callback of the corp."""
        return await self.session.scalar(
            select(InboxRow).where(InboxRow.corp_id == corp_id, InboxRow.id == callback_id)
        )

    async def forget_handled(self, before: datetime, rows: int) -> int:
        """Delete up to `rows` of the oldest handled before that moment; returns how many."""
        found = await self.session.execute(_FORGET, {"before": before, "rows": rows})
        return len(found.all())

    async def replay(self, corp_id: int, ids: Sequence[int], now: datetime) -> int:
        """Put dead and kept rows back to waiting; returns how many."""
        rows = await self.session.execute(
            update(InboxRow)
            .where(
                InboxRow.corp_id == corp_id,
                InboxRow.id.in_(list(ids)),
                InboxRow.status.in_(["dead", "kept"]),
            )
            .values(status="waiting", attempts=0, next_at=now, reason=None, handled_at=None)
            .returning(InboxRow.id)
        )
        return len(rows.all())


class Refusals(Protocol):
    """Refusals of one key that are not written yet."""

    path: str
    count: int
    first_at: datetime
    last_at: datetime


class RefusalRepository:
    """Counts of refused callbacks; additions run over all corps, reads in one."""

    def __init__(self, session: AsyncSession) -> None:
        self.session = session

    async def add(self, counted: Mapping[tuple[int, int, str], Refusals]) -> None:
        """Add to the counts, in one statement."""
        statement = insert(RefusalRow).values(
            [
                {
                    "corp_id": corp_id,
                    "agent_id": agent_id,
                    "reason": reason,
                    "path": found.path,
                    "count": found.count,
                    "first_at": found.first_at,
                    "last_at": found.last_at,
                }
                # Sorted: two processes that write the same rows must lock them in one order.
                for (corp_id, agent_id, reason), found in sorted(counted.items())
            ]
        )
        await self.session.execute(
            statement.on_conflict_do_update(
                index_elements=["corp_id", "agent_id", "reason"],
                set_={
                    "path": statement.excluded.path,
                    "count": RefusalRow.count + statement.excluded["count"],
                    "last_at": func.greatest(RefusalRow.last_at, statement.excluded.last_at),
                },
            )
        )

    async def of_corp(self, corp_id: int, *, with_strangers: bool) -> Sequence[RefusalRow]:
        """A corp's refusals, newest first; `with_strangers` adds those of no corp."""
        corps = [corp_id, 0] if with_strangers else [corp_id]
        rows = await self.session.scalars(
            select(RefusalRow)
            .where(RefusalRow.corp_id.in_(corps))
            .order_by(RefusalRow.last_at.desc())
        )
        return rows.all()
