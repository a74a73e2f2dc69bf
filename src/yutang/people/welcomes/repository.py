"""Claims and reads of welcomes."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import func, select, text, tuple_
from sqlalchemy.ext.asyncio import AsyncSession

from .models import Welcome
from .schemas import WantedAdds

_LOCK = text("select pg_advisory_xact_lock(hashtextextended('welcomes.claim', 0))")
# A row waits while another event of the same pair is being sent: half and whole end as one.
_CLAIM = text(
    """
    update welcomes w set outcome = 'sending', attempts = attempts + 1,
           reason = case when outcome = 'sending' then 'unknown' else reason end,
           next_at = :now + make_interval(secs => :lease)
    where (corp_id, id) in (
      select c.corp_id, c.id from welcomes c
      where c.outcome in ('due', 'sending') and c.next_at <= :now
        and not exists (
          select from welcomes o where o.corp_id = c.corp_id and o.external_id = c.external_id
            and o.account = c.account and o.id <> c.id and o.outcome = 'sending'
            and o.next_at > :now)
      order by c.id limit :rows)
    returning *
    """
)
_SUMMARY = text(
    """
    select count(*) as adds,
           count(*) filter (where half) as half,
           count(*) filter (where outcome = 'sent') as sent,
           count(*) filter (where outcome = 'late') as late,
           count(*) filter (where outcome = 'impossible') as impossible,
           count(*) filter (where outcome = 'failed') as failed,
           count(*) filter (where outcome in ('due', 'sending')) as due,
           percentile_disc(0.5) within group (
             order by extract(epoch from ended_at - received_at) * 1000)
             filter (where outcome = 'sent') as p50_ms,
           percentile_disc(0.99) within group (
             order by extract(epoch from ended_at - received_at) * 1000)
             filter (where outcome = 'sent') as p99_ms
    from welcomes
    where corp_id = :corp_id and received_at >= :start and received_at < :stop
      and outcome <> 'superseded' and not owner_change
    """
)


class WelcomeRepository:
    """Welcomes; claims run over all corps, reads in one."""

    def __init__(self, session: AsyncSession) -> None:
        self.session = session

    async def claim(self, now: datetime, rows: int, lease_seconds: float) -> Sequence[Welcome]:
        """Take due rows for `lease_seconds`; one claim at a time, so that pairs stay together."""
        await self.session.execute(_LOCK)
        taken = await self.session.scalars(
            select(Welcome).from_statement(_CLAIM).execution_options(populate_existing=True),
            {"now": now, "rows": rows, "lease": lease_seconds},
        )
        return sorted(taken.all(), key=lambda row: row.id)

    async def siblings(self, corp_id: int, pairs: Sequence[tuple[str, str]]) -> Sequence[Welcome]:
        """Every row of these (external_id, account) pairs, oldest event first."""
        rows = await self.session.scalars(
            select(Welcome)
            .where(
                Welcome.corp_id == corp_id,
                tuple_(Welcome.external_id, Welcome.account).in_(list(pairs)),
            )
            .order_by(Welcome.occurred_at, Welcome.id)
        )
        return rows.all()

    async def page(
        self,
        corp_id: int,
        start: datetime,
        stop: datetime,
        wanted: WantedAdds,
    ) -> Sequence[Welcome]:
        """Adds of a span, newest first; halves that ended in a whole add are left out."""
        statement = select(Welcome).where(
            Welcome.corp_id == corp_id,
            Welcome.received_at >= start,
            Welcome.received_at < stop,
            Welcome.outcome != "superseded",
            ~Welcome.owner_change,
        )
        if wanted.outcomes:
            statement = statement.where(Welcome.outcome.in_(wanted.outcomes))
        if wanted.channel is not None:
            statement = statement.where(Welcome.channel == wanted.channel)
        if wanted.account is not None:
            statement = statement.where(func.lower(Welcome.account) == wanted.account)
        if wanted.before_id is not None:
            statement = statement.where(Welcome.id < wanted.before_id)
        rows = await self.session.scalars(statement.order_by(Welcome.id.desc()).limit(wanted.limit))
        return rows.all()

    async def summary(self, corp_id: int, start: datetime, stop: datetime) -> dict[str, Any]:
        """Counts by outcome and durations in milliseconds."""
        row = await self.session.execute(
            _SUMMARY, {"corp_id": corp_id, "start": start, "stop": stop}
        )
        return dict(row.mappings().one())

    async def count_of(
        self, corp_id: int, account: str, start: datetime, stop: datetime
    ) -> tuple[int, int]:
        """Adds of one member in a span, and how many of them were welcomed."""
        row = await self.session.execute(
            select(func.count(), func.count().filter(Welcome.outcome == "sent")).where(
                Welcome.corp_id == corp_id,
                Welcome.received_at >= start,
                Welcome.received_at < stop,
                Welcome.outcome != "superseded",
                ~Welcome.owner_change,
                func.lower(Welcome.account) == account,
            )
        )
        adds, sent = row.one()
        return adds, sent
