"""How many wear each tag, counted in the background: who reads the library never counts.

A walk over the people in chunks of ids, of which each reads two tables in the order they lie in;
the sums are kept in the process and written together, so that all counts are of one moment.
"""

import json
from collections import defaultdict
from datetime import datetime
from typing import Any, Final

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.runtime import Runtime

CHUNK: Final = 50_000
SMALL: Final = 50_000
"""A corp of so many people is counted every few minutes, a larger one at night."""

_CHUNK = text(
    """
    with places as (
      select t.customer_id, t.tag_id, t.added_at, split_part(t.added_by, ':', 1) as source
      from follow_tags t
      join follows f on (f.corp_id, f.customer_id, f.staff_id)
                      = (t.corp_id, t.customer_id, t.staff_id)
      where t.corp_id = :corp_id and t.customer_id > :after and t.customer_id <= :upto
        and f.corp_id = :corp_id and f.customer_id > :after and f.customer_id <= :upto
        and f.state in ('half', 'friend')
      union all
      select customer_id, tag_id, added_at, split_part(added_by, ':', 1) from customer_tags
      where corp_id = :corp_id and customer_id > :after and customer_id <= :upto
    ), worn as (
      select distinct on (customer_id, tag_id) tag_id, source, added_at from places
      order by customer_id, tag_id, added_at desc
    )
    select tag_id, source, count(*) as people, max(added_at) as last_at from worn
    group by tag_id, source
    """
)
_WRITE = text(
    """
    with counted as (
      select * from unnest(cast(:tags as bigint[]), cast(:people as bigint[]),
                           cast(:sources as jsonb[])) as v(tag_id, customers, sources)
    )
    insert into tag_counts as c (corp_id, tag_id, customers, sources, as_of)
    select t.corp_id, t.id, coalesce(v.customers, 0), coalesce(v.sources, '{}'),
           cast(:now as timestamptz)
    from tags t left join counted v on v.tag_id = t.id
    where t.corp_id = :corp_id and t.deleted_at is null
    on conflict (corp_id, tag_id) do update
      set customers = excluded.customers, sources = excluded.sources, as_of = excluded.as_of
    """
)
_LAST = text("select coalesce(max(next_id), 1) - 1 from customer_ordinals where corp_id = :corp_id")
_DUE = text(
    """
    select c.id from corps c left join customer_ordinals o on o.corp_id = c.id
    where (coalesce(o.next_id, 1) <= :small) = :is_small
    """
)


async def count_tags(runtime: Runtime, corp_id: int) -> int:
    """Count who wears what; returns how many (person, tag) were found.

    Killed, it begins anew; nothing is half written. Each chunk is a transaction of its own.
    """
    began = runtime.clock()
    async with runtime.database.owner() as session:
        last = int(await session.scalar(_LAST, {"corp_id": corp_id}) or 0)
    sums: dict[int, dict[str, dict[str, Any]]] = defaultdict(dict)
    for after in range(0, last, CHUNK):
        async with runtime.database.owner() as session:
            rows = await session.execute(
                _CHUNK, {"corp_id": corp_id, "after": after, "upto": after + CHUNK}
            )
            for row in rows:
                _add(sums[row.tag_id], row.source, row.people, row.last_at)
    async with runtime.database.owner() as session:
        await _write(session, corp_id, sums, began)
    return sum(one["count"] for of_tag in sums.values() for one in of_tag.values())


def _add(of_tag: dict[str, dict[str, Any]], source: str, people: int, last_at: datetime) -> None:
    kept = of_tag.setdefault(source, {"count": 0, "last_at": last_at})
    kept["count"] += people
    kept["last_at"] = max(kept["last_at"], last_at)


async def _write(
    session: AsyncSession,
    corp_id: int,
    sums: dict[int, dict[str, dict[str, Any]]],
    began: datetime,
) -> None:
    await session.execute(
        _WRITE,
        {
            "corp_id": corp_id,
            "now": began,
            "tags": list(sums),
            "people": [sum(one["count"] for one in of_tag.values()) for of_tag in sums.values()],
            "sources": [_json(of_tag) for of_tag in sums.values()],
        },
    )


def _json(of_tag: dict[str, dict[str, Any]]) -> str:
    return json.dumps(
        {
            source: {"count": one["count"], "last_at": one["last_at"].isoformat()}
            for source, one in of_tag.items()
        }
    )


async def corps_to_count(session: AsyncSession, *, small: bool) -> list[int]:
    """Corps of up to 50,000 people, or the larger ones. Needs the owner's session."""
    return list(await session.scalars(_DUE, {"small": SMALL, "is_small": small}))
