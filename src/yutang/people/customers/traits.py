"""What a customer is found by in bulk: facets, the days and letters that lists are walked along.

The names of facets are made in the database (migration 0012), by triggers and here alike.
"""

from collections.abc import Collection
from datetime import UTC, datetime, timedelta

from pyroaring import BitMap
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.people.facets.service import unpacked

DAY_SECONDS = 86_400
OFFSET_SECONDS = 28_800
NEVER_ADDED = "none"
NEVER_ACTIVE = ""
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

_TRUTH = """
select facet, string_agg(int4send(id::integer), ''::bytea) from (
  select c.id, f.facet
  from customers c
  cross join lateral unnest(customer_traits(c.state, c.stage, c.silent_since,
    c.marketing_refused_at, c.first_added_at, c.last_active_at, c.name_sort)) f(facet)
  where c.corp_id = :corp_id and {c.id}
  union all
  select r.customer_id, f.facet
  from follows r
  cross join lateral unnest(relation_traits(r.staff_id, r.channel, r.add_way)) f(facet)
  where r.corp_id = :corp_id and {r.customer_id} and lives(r.state) and f.facet <> 'many'
  union all
  select r.customer_id, 'many' from follows r
  where r.corp_id = :corp_id and {r.customer_id} and lives(r.state)
  group by r.customer_id having count(*) > 1
  union all
  select t.customer_id, f.facet
  from follow_tags t
  join follows r on r.corp_id = t.corp_id and r.customer_id = t.customer_id
                and r.staff_id = t.staff_id
  cross join lateral (values ('tagged'), ('tag:' || t.tag_id)) f(facet)
  where t.corp_id = :corp_id and {t.customer_id} and r.corp_id = :corp_id and {r.customer_id}
    and lives(r.state)
  union all
  select t.customer_id, f.facet
  from customer_tags t
  cross join lateral (values ('tagged'), ('tag:' || t.tag_id)) f(facet)
  where t.corp_id = :corp_id and {t.customer_id}
) facets
"""


def _truth(condition: str, *, named: bool) -> str:
    found = _TRUTH
    for column in ("c.id", "r.customer_id", "t.customer_id"):
        found = found.replace("{" + column + "}", condition.format(column))
    return (
        found + ("where facet = any(cast(:names as text[]))" if named else "") + " group by facet"
    )


_OF_IDS = _truth("{} = any(cast(:ids as bigint[]))", named=True)
_OF_RANGE = _truth("{} between :first and :last", named=False)


async def facets_of(
    session: AsyncSession, corp_id: int, ids: BitMap, facets: Collection[str]
) -> dict[str, BitMap]:
    """Which of these customers have which of these facets now, as the rows say."""
    rows = await session.execute(
        text(_OF_IDS), {"corp_id": corp_id, "ids": list(ids), "names": list(facets)}
    )
    return {facet: unpacked(found) for facet, found in rows}


async def facets_between(
    session: AsyncSession, corp_id: int, first: int, last: int
) -> dict[str, BitMap]:
    """All facets of the customers with these ids, both included."""
    rows = await session.execute(
        text(_OF_RANGE), {"corp_id": corp_id, "first": first, "last": last}
    )
    return {facet: unpacked(found) for facet, found in rows}


def day_of(moment: datetime) -> int:
    """The number of the day a moment falls on, in WeCom's own zone."""
    return int((moment.timestamp() + OFFSET_SECONDS) // DAY_SECONDS)


def day_facet(kind: str, day: int) -> str:
    """The facet of a day; their names sort as the days do."""
    return f"{kind}:{day:06d}"


def start_of(day: int) -> datetime:
    """When a day begins."""
    return _EPOCH + timedelta(seconds=day * DAY_SECONDS - OFFSET_SECONDS)
