"""Who was merged into whom (people/persons does that): numbers of his that are others' no more."""

from collections.abc import Collection

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

_CURRENT = text(
    """
    with recursive now as (
      select v.id as asked, v.id from unnest(cast(:ids as bigint[])) as v(id)
      union
      select n.asked, m.into_id from now n
      join person_merges m on m.corp_id = :corp_id and m.from_id = n.id and m.undone_at is null
    )
    select n.asked, n.id from now n
    where n.asked <> n.id
      and not exists (select from person_merges m where m.corp_id = :corp_id and m.from_id = n.id
                      and m.undone_at is null)
    """
)
_FORMER = text(
    """
    with recursive parts as (
      select v.id, v.id as number from unnest(cast(:ids as bigint[])) as v(id)
      union
      select p.id, m.from_id from parts p
      join person_merges m on m.corp_id = :corp_id and m.into_id = p.number and m.undone_at is null
    )
    select id, number from parts where id <> number
    """
)
_PARTS = text("select person_ids(:corp_id, :customer_id)")
_WHOLE = text(
    """
    select n.id, person_ids(:corp_id, n.id) as parts
    from (select person_now(:corp_id, :customer_id) as id) n
    """
)


async def current_ids(
    session: AsyncSession, corp_id: int, customer_ids: Collection[int]
) -> dict[int, int]:
    """Who they are now: a person merged away by who he is a part of, all others by themselves."""
    found = {one: one for one in customer_ids}
    if found:
        asked = {"corp_id": corp_id, "ids": sorted(found)}
        found |= {row.asked: row.id for row in await session.execute(_CURRENT, asked)}
    return found


async def former_ids(
    session: AsyncSession, corp_id: int, customer_ids: Collection[int]
) -> dict[int, list[int]]:
    """Of those into whom others were merged: the others' numbers."""
    found: dict[int, list[int]] = {}
    if customer_ids:
        asked = {"corp_id": corp_id, "ids": sorted(customer_ids)}
        for row in await session.execute(_FORMER, asked):
            found.setdefault(row.id, []).append(row.number)
    return found


async def parts_of(session: AsyncSession, corp_id: int, customer_id: int) -> list[int]:
    """His number and those of all who were merged into him: the event log speaks of each."""
    asked = {"corp_id": corp_id, "customer_id": customer_id}
    found: list[int] = await session.scalar(_PARTS, asked) or [customer_id]
    return found


async def whole_of(session: AsyncSession, corp_id: int, customer_id: int) -> tuple[int, list[int]]:
    """Who somebody is now, and all his numbers."""
    asked = {"corp_id": corp_id, "customer_id": customer_id}
    row = (await (await session.connection()).execute(_WHOLE, asked)).one()
    return row.id, row.parts or [row.id]
