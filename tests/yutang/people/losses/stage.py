"""Histories of relations, written as they stand in the database."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

EPOCH = datetime(2026, 11, 1, tzinfo=UTC)
ENDINGS = frozenset({"deleted_by_staff", "deleted_by_customer", "transferred"})

_HISTORY = text(
    """
    insert into follow_history (corp_id, customer_id, staff_id, change, at, source)
    values (:corp_id, :customer_id, :staff_id, :change, :at, 'test')
    """
)
_FOLLOW = text(
    """
    insert into follows (corp_id, customer_id, staff_id, state, changed_at, added_at, channel)
    values (:corp_id, :customer_id, :staff_id, :state, :at, :at, :channel)
    on conflict (corp_id, customer_id, staff_id) do update
      set state = excluded.state, changed_at = excluded.changed_at
      where follows.changed_at <= excluded.changed_at
    """
)
_CUSTOMER = text(
    """
    insert into customers (corp_id, id, state, name, name_sort, grams)
    values (:corp_id, :id, :state, :name, :name, '{}') on conflict do nothing
    """
)
_STAFF = text(
    """
    insert into staff (corp_id, account, name) values (:corp_id, :account, :name) returning id
    """
)


@dataclass(frozen=True, slots=True)
class Step:
    """One row of a history, at so many seconds."""

    customer_id: int
    staff_id: int
    change: str
    at: int

    @property
    def moment(self) -> datetime:
        """When it was."""
        return EPOCH + timedelta(seconds=self.at)


async def add_staff(session: AsyncSession, corp_id: int, *names: str) -> list[int]:
    """Members by name; their accounts are the same."""
    return [
        int(
            (
                await session.execute(_STAFF, {"corp_id": corp_id, "account": name, "name": name})
            ).scalar_one()
        )
        for name in names
    ]


async def write(
    session: AsyncSession, corp_id: int, steps: Iterable[Step], channel: str | None = None
) -> None:
    """Write the steps in this order."""
    rows = [
        {
            "corp_id": corp_id,
            "customer_id": step.customer_id,
            "staff_id": step.staff_id,
            "at": step.moment,
            "change": step.change,
            "state": step.change if step.change in ENDINGS else "friend",
            "channel": channel,
            "id": step.customer_id,
            "name": f"客户{step.customer_id}",
        }
        for step in steps
    ]
    if rows:
        for statement in (_CUSTOMER, _HISTORY, _FOLLOW):
            await session.execute(statement, rows)
