"""Statements that write many relations at once; used by the service only."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from .schemas import RelationFacts

Pair = tuple[int, int]
"""A customer and a member."""


@dataclass(frozen=True, slots=True)
class Before:
    """How a relation stood."""

    state: str
    changed_at: datetime
    added_at: datetime


@dataclass(frozen=True, slots=True)
class Begun:
    """A relation that began: `state` is half or friend."""

    state: str
    at: datetime
    add_way: int | None
    channel: str | None
    operator: str | None


# Each statement takes a list as arrays: one round trip and one plan, however many there are.
_READ_RELATIONS = text(
    """
    select customer_id, staff_id, state, changed_at, added_at from follows
    where corp_id = :corp_id and customer_id = any(:customers)
    order by customer_id, staff_id for update
    """
)
# A half add that becomes whole keeps what only its first callback carried.
_BEGIN = text(
    """
    insert into follows as f (corp_id, customer_id, staff_id, state, changed_at, added_at,
                              add_way, channel, operator)
    select :corp_id, v.customer_id, v.staff_id, v.state, v.at, v.at, v.way, v.channel, v.operator
    from unnest(cast(:customers as bigint[]), cast(:members as bigint[]),
                cast(:states as text[]), cast(:times as timestamptz[]),
                cast(:ways as smallint[]), cast(:channels as text[]), cast(:operators as text[]))
      as v(customer_id, staff_id, state, at, way, channel, operator)
    order by v.customer_id, v.staff_id
    on conflict (corp_id, customer_id, staff_id) do update set
      state = excluded.state, changed_at = excluded.changed_at, added_at = excluded.added_at,
      add_way = coalesce(excluded.add_way, case when f.state = 'half' then f.add_way end),
      channel = coalesce(excluded.channel, case when f.state = 'half' then f.channel end),
      operator = coalesce(excluded.operator, case when f.state = 'half' then f.operator end)
    where f.changed_at < excluded.changed_at
       or (f.changed_at = excluded.changed_at and f.state = 'half' and excluded.state = 'friend')
    """
)
_END = text(
    """
    insert into follows as f (corp_id, customer_id, staff_id, state, changed_at, added_at)
    select :corp_id, v.customer_id, v.staff_id, v.state, v.at, v.at
    from unnest(cast(:customers as bigint[]), cast(:members as bigint[]),
                cast(:states as text[]), cast(:times as timestamptz[]))
      as v(customer_id, staff_id, state, at)
    order by v.customer_id, v.staff_id
    on conflict (corp_id, customer_id, staff_id) do update set
      state = excluded.state, changed_at = excluded.changed_at
    where f.changed_at < excluded.changed_at and f.state in ('half', 'friend')
    """
)
_DETAILS = text(
    """
    update follows f set remark = v.remark, description = v.description,
      add_way = coalesce(f.add_way, v.way), channel = coalesce(f.channel, v.channel),
      operator = coalesce(f.operator, v.operator)
    from (
      select v.*, o.remark as old_remark
      from unnest(cast(:customers as bigint[]), cast(:members as bigint[]),
                  cast(:remarks as text[]), cast(:descriptions as text[]),
                  cast(:ways as smallint[]), cast(:channels as text[]), cast(:operators as text[]))
        as v(customer_id, staff_id, remark, description, way, channel, operator)
      join follows o on o.corp_id = :corp_id and o.customer_id = v.customer_id
                    and o.staff_id = v.staff_id
    ) v
    where f.corp_id = :corp_id and f.customer_id = v.customer_id and f.staff_id = v.staff_id
      and (f.remark, f.description, f.add_way, f.channel, f.operator) is distinct from
          (v.remark, v.description, coalesce(f.add_way, v.way), coalesce(f.channel, v.channel),
           coalesce(f.operator, v.operator))
    returning f.customer_id, v.old_remark <> v.remark as renamed
    """
)


async def read_relations(
    session: AsyncSession, corp_id: int, customer_ids: Collection[int]
) -> dict[Pair, Before]:
    """How all relations of these persons stand, locked until the caller's transaction ends."""
    rows = await session.execute(
        _READ_RELATIONS, {"corp_id": corp_id, "customers": sorted(set(customer_ids))}
    )
    return {
        (row.customer_id, row.staff_id): Before(row.state, row.changed_at, row.added_at)
        for row in rows
    }


async def begin_relations(session: AsyncSession, corp_id: int, begun: Mapping[Pair, Begun]) -> None:
    """Insert relations or begin them anew; news older than the last change is ignored."""
    if not begun:
        return
    await session.execute(
        _BEGIN,
        {
            "corp_id": corp_id,
            "customers": [customer_id for customer_id, _ in begun],
            "members": [staff_id for _, staff_id in begun],
            "states": [one.state for one in begun.values()],
            "times": [one.at for one in begun.values()],
            "ways": [one.add_way for one in begun.values()],
            "channels": [one.channel for one in begun.values()],
            "operators": [one.operator for one in begun.values()],
        },
    )


async def end_relations(
    session: AsyncSession, corp_id: int, ended: Mapping[Pair, tuple[str, datetime]]
) -> None:
    """End what lives; what had ended already, or began later, stays as it is."""
    if not ended:
        return
    await session.execute(
        _END,
        {
            "corp_id": corp_id,
            "customers": [customer_id for customer_id, _ in ended],
            "members": [staff_id for _, staff_id in ended],
            "states": [state for state, _ in ended.values()],
            "times": [at for _, at in ended.values()],
        },
    )


async def write_details(
    session: AsyncSession, corp_id: int, read: Mapping[Pair, RelationFacts]
) -> set[int]:
    """Write what WeCom shows beside the state where it differs; returns whose remark did.

    How he was added is filled in where the callback's own reading was refused.
    """
    if not read:
        return set()
    rows = await session.execute(
        _DETAILS,
        {
            "corp_id": corp_id,
            "customers": [customer_id for customer_id, _ in read],
            "members": [staff_id for _, staff_id in read],
            "remarks": [facts.remark for facts in read.values()],
            "descriptions": [facts.description for facts in read.values()],
            "ways": [facts.add_way for facts in read.values()],
            "channels": [facts.channel for facts in read.values()],
            "operators": [facts.operator for facts in read.values()],
        },
    )
    return {row.customer_id for row in rows if row.renamed}
