"""Numbers for names: given once to each group under its rules, the oldest first; gaps stay."""

from datetime import datetime
from typing import Final

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from .patterns import STORE
from .statements import NUMBER_SQL, RULED, STORES

_LONGEST: Final = 6
"""Digits of a number that is taken over from a name."""


def _part(which: int) -> str:
    """What stands before, or after, the number."""
    part = f"split_part(w.name_pattern, {NUMBER_SQL}, {which})"
    return f"replace({part}, '{STORE}', coalesce(t.store, ''))"


_WANTING: Final = f"""{RULED},{STORES},
    wanting as materialized (
      select g.id, g.set_id, g.name, g.created_at, {_part(1)} as before, {_part(2)} as after
      from ruled g
      join group_rule_sets w
        on w.corp_id = :corp_id and w.id = g.set_id and w.name_pattern <> ''
      left join stores_of t on t.staff_id = g.owner_staff_id and t.stores = 1
      where g.read_at is not null
        and not exists (select from group_name_numbers n
                        where n.corp_id = :corp_id and n.set_id = g.set_id
                          and n.group_id = g.id))"""  # noqa: S608 - constants
# A group that is called so already keeps its number.
_TAKE_OVER = text(
    f"""
    with {_WANTING},
    named as (
      select id, set_id, created_at,
             substr(name, length(before) + 1, length(name) - length(before) - length(after))
               as digits
      from wanting
      where name ^@ before and right(name, length(after)) = after
        and length(name) between length(before) + length(after) + 1
                             and length(before) + length(after) + {_LONGEST}),
    first as (
      select distinct on (set_id, digits::bigint) set_id, id, digits::bigint as number
      from named where digits ~ '^[0-9]+$' and digits::bigint > 0
      order by set_id, digits::bigint, created_at, id)
    insert into group_name_numbers (corp_id, set_id, group_id, number, given_at)
    select :corp_id, set_id, id, number, :now from first
    on conflict do nothing
    """  # noqa: S608 - constants
)
_GIVE = text(
    f"""
    with {_WANTING},
    highest as materialized (
      select set_id, max(number) as number from group_name_numbers
      where corp_id = :corp_id group by 1)
    insert into group_name_numbers (corp_id, set_id, group_id, number, given_at)
    select :corp_id, w.set_id, w.id,
           coalesce(h.number, 0)
             + row_number() over (partition by w.set_id order by w.created_at, w.id), :now
    from wanting w left join highest h on h.set_id = w.set_id
    """  # noqa: S608 - constants
)


async def give_numbers(session: AsyncSession, corp_id: int, now: datetime) -> None:
    """Give every group that lacks one its number. Needs the owner's session, one at a time."""
    asked = {"corp_id": corp_id, "group_id": None, "now": now}
    await session.execute(_TAKE_OVER, asked)
    await session.execute(_GIVE, asked)
