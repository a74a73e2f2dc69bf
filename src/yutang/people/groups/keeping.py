"""What a reading of the whole corp asks: which groups there are, which to read, which days."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from .days import KEPT_DAYS
from .facts import DayFacts, ListedGroup

# A group that WeCom lists is alive, whatever was thought of it.
_LISTED = text(
    """
    insert into group_chats as g (corp_id, chat_id, created_at, state, listed_at)
    select :corp_id, v.chat_id, :now, v.state, :now
    from unnest(cast(:chat_ids as text[]), cast(:states as text[])) as v(chat_id, state)
    order by v.chat_id
    on conflict (corp_id, chat_id) do update
    set state = excluded.state, listed_at = :now, dismissed_at = null,
        read_at = case when g.dismissed_at is null then g.read_at end
    """
)
_WANTED = """
    from group_chats g
    where g.corp_id = :corp_id and g.state <> 'dismissed'
      and (g.read_at is null or g.read_at < :stale
           or coalesce(g.listed_at, '-infinity') < :listed)
"""
_COUNT = text(f"select count(*) {_WANTED}")
_NEXT = text(f"select g.id, g.chat_id {_WANTED} and g.id > :after order by g.id limit :limit")
_OWNERS = text(
    """
    select s.account from staff s
    where s.corp_id = :corp_id
      and (s.status = 'left' or s.id in (select g.owner_staff_id from group_chats g
                                         where g.corp_id = :corp_id))
    order by s.account
    """
)
_DAYS = text(
    """
    with owners as (
      select g.owner_staff_id as id, min(g.created_at) as since from group_chats g
      where g.corp_id = :corp_id and g.owner_staff_id is not null group by 1
    ), days as (
      select d::date as day
      from generate_series(cast(:first as date), cast(:last as date), interval '1 day') as d
    )
    select d.day, array_agg(s.account order by s.account) as accounts
    from days d
    join owners o on (o.since at time zone 'Asia/Shanghai')::date <= d.day
    join staff s on s.corp_id = :corp_id and s.id = o.id
    where not exists (select from group_days g
                      where g.corp_id = :corp_id and g.staff_id = o.id and g.day = d.day)
    group by d.day order by d.day desc limit :limit
    """
)
_PUT_DAYS = text(
    """
    insert into group_days (corp_id, staff_id, day, new_groups, groups, groups_talking, joined,
                            members, members_talking, messages)
    select :corp_id, v.* from unnest(
      cast(:staff_id as bigint[]), cast(:day as date[]), cast(:new_groups as bigint[]),
      cast(:groups as bigint[]), cast(:groups_talking as bigint[]), cast(:joined as bigint[]),
      cast(:members as bigint[]), cast(:members_talking as bigint[]),
      cast(:messages as bigint[])) as v
    on conflict (corp_id, staff_id, day) do update
    set new_groups = excluded.new_groups, groups = excluded.groups,
        groups_talking = excluded.groups_talking, joined = excluded.joined,
        members = excluded.members, members_talking = excluded.members_talking,
        messages = excluded.messages
    """
)


async def list_owners(session: AsyncSession, corp_id: int) -> list[str]:
    """Accounts of who owns a group here, or left the corp and may have."""
    return list(await session.scalars(_OWNERS, {"corp_id": corp_id}))


async def record_listed(
    session: AsyncSession, corp_id: int, listed: Sequence[ListedGroup], now: datetime
) -> None:
    """Lines of WeCom's list: groups unknown so far, and where the owners of all are."""
    states = {one.chat_id: one.state for one in listed}
    values = {"corp_id": corp_id, "now": now, "chat_ids": list(states)}
    await session.execute(_LISTED, {**values, "states": list(states.values())})


async def count_unread(
    session: AsyncSession, corp_id: int, stale: datetime, listed: datetime
) -> int:
    """How many groups were never read, not since `stale`, or not listed since `listed`."""
    values = {"corp_id": corp_id, "stale": stale, "listed": listed}
    return await session.scalar(_COUNT, values) or 0


async def next_unread(
    session: AsyncSession, corp_id: int, stale: datetime, listed: datetime, after: int, limit: int
) -> list[tuple[int, str]]:
    """(id, chat id) of the next of these groups."""
    values = {"corp_id": corp_id, "stale": stale, "listed": listed}
    rows = await session.execute(_NEXT, {**values, "after": after, "limit": limit})
    return [(row.id, row.chat_id) for row in rows]


async def missing_days(
    session: AsyncSession, corp_id: int, today: date, most: int
) -> list[tuple[date, list[str]]]:
    """The newest days of which WeCom's counts of some owners are not here, with their accounts."""
    values = {
        "corp_id": corp_id,
        "first": today - timedelta(days=KEPT_DAYS - 1),
        "last": today - timedelta(days=1),
        "limit": most,
    }
    return [(row.day, row.accounts) for row in await session.execute(_DAYS, values)]


async def record_days(session: AsyncSession, corp_id: int, days: Sequence[DayFacts]) -> None:
    """Keep WeCom's counts."""
    if days:
        names = DayFacts.__dataclass_fields__
        values = {name: [getattr(one, name) for one in days] for name in names}
        await session.execute(_PUT_DAYS, {"corp_id": corp_id, **values})
