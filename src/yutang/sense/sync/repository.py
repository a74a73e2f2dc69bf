"""Statements of readings: what is apart, runs by their place, drift."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import insert, text
from sqlalchemy.engine import Row
from sqlalchemy.ext.asyncio import AsyncSession

from .models import Drift
from .schemas import Apart, Finding, Listed

SKEW = timedelta(seconds=120)
"""News this young may have come after WeCom was asked: the next night judges it."""
SHOWN_RUNS = 8
COUNTED_DAYS = 30
_ROWS = 1_000

# With millions beside some thousand ids, only a look at each key is ever right.
_BY_KEY = text(
    "select set_config('enable_hashjoin', 'off', true),"
    " set_config('enable_mergejoin', 'off', true), set_config('jit', 'off', true)"
)
_APART = text(
    """
    with shown as materialized (
      select s.staff_id, s.external_id, i.customer_id
      from unnest(cast(:members as bigint[]), cast(:external_ids as text[]))
           as s(staff_id, external_id)
      left join customer_identities i
        on i.corp_id = :corp_id and i.kind = 'external' and i.value = s.external_id
    ), gone as (
      select f.staff_id, f.customer_id from follows f
      where f.corp_id = :corp_id and f.staff_id = any(:listed) and f.state = 'friend'
        and f.changed_at < :before
      except select staff_id, customer_id from shown
    )
    select s.staff_id, s.external_id, s.customer_id, false as is_gone
    from shown s
    left join follows f on f.corp_id = :corp_id and f.customer_id = s.customer_id
                       and f.staff_id = s.staff_id
    where f.state is null or f.state not in ('friend', 'deleted_by_customer')
    union all
    select g.staff_id, i.value, g.customer_id, true
    from gone g
    join customer_identities i
      on i.corp_id = :corp_id and i.customer_id = g.customer_id and i.kind = 'external'
    order by 1, 2
    """
)
_GONE = text(
    """
    with gone as (
      select f.staff_id, f.customer_id from follows f
      where f.corp_id = :corp_id and f.staff_id = any(:listed) and f.state = 'friend'
        and f.changed_at < :before
      except select * from unnest(cast(:members as bigint[]), cast(:customers as bigint[]))
    )
    select g.staff_id, i.value as external_id, g.customer_id, true as is_gone
    from gone g
    join customer_identities i
      on i.corp_id = :corp_id and i.customer_id = g.customer_id and i.kind = 'external'
    order by 1, 2
    """
)
# He stands with another member since, whom an administrator gave him to.
_MOVED = text(
    """
    select distinct on (g.customer_id, g.staff_id)
           g.customer_id, g.staff_id, t.staff_id as to_staff_id, t.added_at
    from unnest(cast(:customers as bigint[]), cast(:members as bigint[]))
         as g(customer_id, staff_id)
    join follows f on f.corp_id = :corp_id and f.customer_id = g.customer_id
                  and f.staff_id = g.staff_id
    join follows t on t.corp_id = :corp_id and t.customer_id = g.customer_id
                  and t.staff_id <> g.staff_id and t.add_way = 202 and t.added_at > f.added_at
    order by g.customer_id, g.staff_id, t.added_at
    """
)
_STATES = text(
    """
    select f.customer_id, f.staff_id, f.state
    from unnest(cast(:customers as bigint[]), cast(:members as bigint[]))
         as g(customer_id, staff_id)
    join follows f on f.corp_id = :corp_id and f.customer_id = g.customer_id
                  and f.staff_id = g.staff_id
    """
)
_UNSEEN = text(
    """
    select count(*) from staff s
    where s.corp_id = :corp_id and s.account <> all(cast(:accounts as text[]))
      and exists (select from follows f where f.corp_id = :corp_id and f.staff_id = s.id
                    and f.state = 'friend')
    """
)
_RUNS = text(
    """
    select * from bulk_runs
    where corp_id = :corp_id and kind in ('sync.corp', 'sync.full', 'sync.reconcile', 'sync.groups')
    order by state not in ('running', 'failed'), id desc limit :rows
    """
)
_LAST = text(
    """
    select kind, max(ended_at) as ended_at, max(started_at) as started_at from bulk_runs
    where corp_id = :corp_id and kind in ('sync.corp', 'sync.full', 'sync.reconcile')
      and state = 'ended'
    group by kind
    """
)
_WAITING = text(
    """
    select exists (
      select from procrastinate.procrastinate_jobs
      where task_name in ('sync.corp', 'sync.reconcile') and status in ('todo', 'doing')
        and (args->>'corp_id')::bigint = :corp_id)
    """
)
_DRIFTS = text(
    """
    select d.*, c.name as customer_name, s.name as staff_name
    from drifts d
    left join customers c on c.corp_id = d.corp_id and c.id = d.customer_id
    left join staff s on s.corp_id = d.corp_id and s.id = d.staff_id
    where d.corp_id = :corp_id and d.id < :before
      and (cast(:kind as text) is null or d.kind = :kind)
      and (cast(:run_id as bigint) is null or d.run_id = :run_id)
    order by d.id desc limit :rows
    """
)
_COUNTS = text(
    "select kind, count(*) as found from drifts"
    " where corp_id = :corp_id and found_at > :since group by kind"
)
_CORPS = text("select id, timezone from corps where synced_at is not null order by id")


class SyncRepository:
    """Readings of one corp."""

    def __init__(self, session: AsyncSession, corp_id: int) -> None:
        self.session = session
        self.corp_id = corp_id

    async def apart(self, lists: Sequence[Listed], staff_ids: dict[str, int]) -> list[Apart]:
        """What only one side has of these members' lists."""
        if not lists:
            return []
        await self.session.execute(_BY_KEY)
        rows = await self.session.execute(
            _APART,
            {
                "corp_id": self.corp_id,
                "listed": [staff_ids[one.account] for one in lists],
                "members": [staff_ids[one.account] for one in lists for _ in one.external_ids],
                "external_ids": [value for one in lists for value in one.external_ids],
                "before": min(one.asked_at for one in lists) - SKEW,
            },
        )
        return _apart(rows.all(), staff_ids)

    async def gone(
        self,
        staff_ids: dict[str, int],
        shown: Sequence[tuple[int, int]],
        asked_at: datetime,
    ) -> list[Apart]:
        """Friends of these members that are not among the (customer, staff) pairs `shown`."""
        await self.session.execute(_BY_KEY)
        rows = await self.session.execute(
            _GONE,
            {
                "corp_id": self.corp_id,
                "listed": list(staff_ids.values()),
                "customers": [customer_id for customer_id, _ in shown],
                "members": [staff_id for _, staff_id in shown],
                "before": asked_at - SKEW,
            },
        )
        return _apart(rows.all(), staff_ids)

    async def moved(self, pairs: Sequence[tuple[int, int]]) -> dict[tuple[int, int], Row[Any]]:
        """Of ended (customer, staff) pairs those that somebody took over: by whom, since when."""
        rows = await self._of_pairs(_MOVED, pairs)
        return {(row.customer_id, row.staff_id): row for row in rows}

    async def states(self, pairs: Sequence[tuple[int, int]]) -> dict[tuple[int, int], str]:
        """How (customer, staff) pairs stand."""
        rows = await self._of_pairs(_STATES, pairs)
        return {(row.customer_id, row.staff_id): row.state for row in rows}

    async def _of_pairs(self, statement: Any, pairs: Sequence[tuple[int, int]]) -> Any:
        return await self.session.execute(
            statement,
            {
                "corp_id": self.corp_id,
                "customers": [customer_id for customer_id, _ in pairs],
                "members": [staff_id for _, staff_id in pairs],
            },
        )

    async def count_unseen(self, accounts: Sequence[str]) -> int:
        """Members with customers here who are not among `accounts`."""
        values = {"corp_id": self.corp_id, "accounts": [one.lower() for one in accounts]}
        return await self.session.scalar(_UNSEEN, values) or 0

    async def keep(self, run_id: int, found: Sequence[Finding], now: datetime) -> None:
        """Write what differed."""
        for start in range(0, len(found), _ROWS):
            await self.session.execute(
                insert(Drift),
                [
                    {
                        "corp_id": self.corp_id,
                        "run_id": run_id,
                        "kind": one.kind,
                        "customer_id": one.customer_id,
                        "staff_id": one.staff_id,
                        "before": one.before,
                        "after": one.after,
                        "found_at": now,
                        "mended": one.mended,
                    }
                    for one in found[start : start + _ROWS]
                ],
            )

    async def runs(self) -> Sequence[Row[Any]]:
        """Open runs, then the last that ended."""
        values = {"corp_id": self.corp_id, "rows": SHOWN_RUNS}
        return (await self.session.execute(_RUNS, values)).all()

    async def last(self) -> dict[str, Row[Any]]:
        """By kind when a run last began and ended."""
        rows = await self.session.execute(_LAST, {"corp_id": self.corp_id})
        return {row.kind: row for row in rows}

    async def is_waiting(self) -> bool:
        """Whether a reading is asked for. Needs the owner's session."""
        return bool(await self.session.scalar(_WAITING, {"corp_id": self.corp_id}))

    async def drifts(
        self, kind: str | None, run_id: int | None, before: int, rows: int
    ) -> Sequence[Row[Any]]:
        """Newest first, below the id `before`."""
        values = {
            "corp_id": self.corp_id,
            "kind": kind,
            "run_id": run_id,
            "before": before,
            "rows": rows,
        }
        return (await self.session.execute(_DRIFTS, values)).all()

    async def counts(self, now: datetime) -> dict[str, int]:
        """How many of each kind were found within 30 days."""
        since = now - timedelta(days=COUNTED_DAYS)
        rows = await self.session.execute(_COUNTS, {"corp_id": self.corp_id, "since": since})
        return {row.kind: row.found for row in rows}


def _apart(rows: Sequence[Row[Any]], staff_ids: dict[str, int]) -> list[Apart]:
    accounts = {staff_id: account for account, staff_id in staff_ids.items()}
    return [
        Apart(accounts[row.staff_id], row.staff_id, row.external_id, row.customer_id, row.is_gone)
        for row in rows
    ]


async def list_synced(session: AsyncSession) -> Sequence[Row[Any]]:
    """Corps that were read once, with their time zones. Needs the owner's session."""
    return (await session.execute(_CORPS)).all()
