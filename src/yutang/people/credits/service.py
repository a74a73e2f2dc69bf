"""Write touches as they are told or read; the first one stays, the last one moves."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.copying import copy_in, moment, number, spelled
from yutang.kernel.runtime import Runtime

from .schemas import CreditRead, Touch

FILL_ROWS = 5000
Add = tuple[int, int, str | None, int | None]
"""A true add on its way into the table: unix seconds, staff id, channel, WeCom's add_way."""

# Older adds that are told late correct the first touch, newer ones move the last; whatever the
# order, the row ends the same. What would change nothing makes no new version of the row.
_MERGE = """
    on conflict (corp_id, customer_id) do update set
      first_at = least(c.first_at, excluded.first_at),
      first_staff_id = case when excluded.first_at < c.first_at
                            then excluded.first_staff_id else c.first_staff_id end,
      first_channel = case when excluded.first_at < c.first_at
                           then excluded.first_channel else c.first_channel end,
      first_way = case when excluded.first_at < c.first_at
                       then excluded.first_way else c.first_way end,
      last_at = greatest(c.last_at, excluded.last_at),
      last_staff_id = case when excluded.last_at > c.last_at
                           then excluded.last_staff_id else c.last_staff_id end,
      last_channel = case when excluded.last_at > c.last_at
                          then excluded.last_channel else c.last_channel end,
      last_way = case when excluded.last_at > c.last_at
                      then excluded.last_way else c.last_way end
    where excluded.first_at < c.first_at or excluded.last_at > c.last_at
"""
_NAMES = (
    "corp_id, customer_id, first_at, first_staff_id, first_channel, first_way,"
    " last_at, last_staff_id, last_channel, last_way"
)
_COLUMNS = f"insert into credits as c ({_NAMES})"
_RECORD = text(
    f"""
    with touches as (
      select * from unnest(cast(:ids as bigint[]), cast(:times as timestamptz[]),
                           cast(:members as bigint[]), cast(:ways as smallint[]),
                           cast(:channels as text[]))
        as t(customer_id, at, staff_id, way, channel)
    ), firsts as (
      select distinct on (customer_id) * from touches order by customer_id, at
    ), lasts as (
      select distinct on (customer_id) * from touches order by customer_id, at desc
    )
    {_COLUMNS}
    select :corp_id, f.customer_id, f.at, f.staff_id, f.channel, f.way,
           l.at, l.staff_id, l.channel, l.way
    from firsts f join lasts l using (customer_id) order by f.customer_id
    {_MERGE}
    """  # noqa: S608 - its parts are constants
)
# The copies on `customers` are the first touch; his newest living true add is the last.
_FOUND = f"""
    {_COLUMNS}
    select p.corp_id, p.id, p.first_added_at, p.first_added_staff_id, p.first_added_channel,
           p.first_added_way, coalesce(l.added_at, p.first_added_at),
           coalesce(l.staff_id, p.first_added_staff_id),
           case when l.added_at is null then p.first_added_channel else l.channel end,
           case when l.added_at is null then p.first_added_way else l.add_way end
    from customers p
    left join lateral (
      select f.added_at, f.staff_id, f.channel, f.add_way from follows f
      where f.corp_id = p.corp_id and f.customer_id = p.id and f.state = 'friend'
        and coalesce(f.add_way, 0) not in (201, 202) and f.added_at >= p.first_added_at
      order by f.added_at desc limit 1) l on true
    where p.corp_id = :corp_id and p.first_added_at is not null
      and p.first_added_staff_id is not null
"""  # noqa: S608 - its parts are constants
_FILL = text(
    f"""
    with chunk as materialized (
      select id from customers where corp_id = :corp_id and id > :after_id
      order by id limit :rows
    ), filled as (
      {_FOUND} and p.id in (select id from chunk)
        and not exists (select from credits k
                        where k.corp_id = :corp_id and k.customer_id = p.id)
      order by p.id {_MERGE} returning 1
    )
    select (select max(id) from chunk), (select count(*) from filled)
    """  # noqa: S608 - its parts are constants
)
_RETURNS = text(
    """
    update credits c set returned_at = coalesce(v.dates, '{}')
    from (
      select t.customer_id, array_agg(t.at order by t.at) filter (where t.at is not null) as dates
      from unnest(cast(:ids as bigint[]), cast(:times as timestamptz[])) as t(customer_id, at)
      group by t.customer_id
    ) as v
    where c.corp_id = :corp_id and c.customer_id = v.customer_id
      and c.returned_at is distinct from coalesce(v.dates, '{}')
    """
)


async def record(session: AsyncSession, corp_id: int, touches: Collection[Touch]) -> None:
    """Keep true adds, told in any order and as often as one likes."""
    if not touches:
        return
    await session.execute(
        _RECORD,
        {
            "corp_id": corp_id,
            "ids": [touch.customer_id for touch in touches],
            "times": [touch.at for touch in touches],
            "members": [touch.staff_id for touch in touches],
            "ways": [touch.way for touch in touches],
            "channels": [touch.channel for touch in touches],
        },
    )


async def record_new(
    session: AsyncSession, corp_id: int, adds: Iterable[tuple[int, Add, Add]]
) -> None:
    """Keep the first and the newest add of persons who are new in this very transaction.

    Raises IntegrityError for who has a credit already.
    """
    rows = (
        f"{corp_id}\t{customer_id}\t{_spelled(first)}\t{_spelled(last)}"
        for customer_id, first, last in adds
    )
    await copy_in(session, "credits", _NAMES, rows)


def _spelled(add: Add) -> str:
    at, staff_id, channel, way = add
    return f"{moment(at)}\t{staff_id}\t{spelled(channel)}\t{number(way)}"


async def fill(
    session: AsyncSession, corp_id: int, after_id: int, limit: int
) -> tuple[int | None, int]:
    """The same for those of the next `limit` customers above `after_id` who have none yet.

    Returns the last customer looked at, None behind the end, and how many credits were written.
    """
    row = await session.execute(_FILL, {"corp_id": corp_id, "after_id": after_id, "rows": limit})
    last, written = row.one()
    return last, written


async def fill_all(runtime: Runtime, corp_id: int) -> int:
    """Fill in the whole corp, a transaction for each chunk; returns how many were written."""
    after_id: int | None = 0
    total = 0
    while after_id is not None:
        async with runtime.database.owner() as session:
            after_id, written = await fill(session, corp_id, after_id, FILL_ROWS)
        total += written
    return total


async def record_returns(
    session: AsyncSession, corp_id: int, returns: Mapping[int, Sequence[datetime]]
) -> None:
    """Write when these persons came back after all had ended: the whole list of each."""
    none: list[datetime | None] = [None]
    rows = [(customer_id, at) for customer_id, times in returns.items() for at in times or none]
    if rows:
        await session.execute(
            _RETURNS,
            {
                "corp_id": corp_id,
                "ids": [customer_id for customer_id, _ in rows],
                "times": [at for _, at in rows],
            },
        )


OF_CUSTOMER_SQL = """
(select json_build_object(
   'first', json_build_object('at', first_at, 'staff_id', first_staff_id,
                              'channel', first_channel, 'way', first_way),
   'last', json_build_object('at', last_at, 'staff_id', last_staff_id,
                             'channel', last_channel, 'way', last_way),
   'inviter_id', inviter_id, 'campaign', campaign, 'returned_at', returned_at)
 from credits where corp_id = :corp_id and customer_id = :customer_id)::text
"""
"""Who brought a person as one column of another query; see `read_column`."""


def read_column(told: str | None) -> CreditRead | None:
    """What `OF_CUSTOMER_SQL` gave; None for who never was truly added, as far as we can see."""
    return CreditRead.model_validate_json(told) if told is not None else None
