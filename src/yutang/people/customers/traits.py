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
  where c.corp_id = :corp_id and c.id = {}
  union all
  select r.customer_id, f.facet
  from follows r
  cross join lateral unnest(relation_traits(r.staff_id, r.channel, r.add_way)) f(facet)
  where r.corp_id = :corp_id and r.customer_id = {} and lives(r.state) and f.facet <> 'many'
  union all
  select r.customer_id, 'many' from follows r
  where r.corp_id = :corp_id and r.customer_id = {} and lives(r.state)
  group by r.customer_id having count(*) > 1
  union all
  select t.customer_id, f.facet
  from follow_tags t
  join follows r on r.corp_id = t.corp_id and r.customer_id = t.customer_id
                and r.staff_id = t.staff_id
  cross join lateral (values ('tagged'), ('tag:' || t.tag_id)) f(facet)
  where t.corp_id = :corp_id and t.customer_id = {} and r.corp_id = :corp_id and r.customer_id = {}
    and lives(r.state)
  union all
  select t.customer_id, f.facet
  from customer_tags t
  cross join lateral (values ('tagged'), ('tag:' || t.tag_id)) f(facet)
  where t.corp_id = :corp_id and t.customer_id = {}
) facets
"""


_OF_IDS = text(
    _TRUTH.replace("{}", "any(cast(:ids as bigint[]))")
    + "where facet = any(cast(:names as text[])) group by facet"
)

# Of whole ranges every facet is asked: grouped by what it is made of, a fourth of the work.
_OF_RANGE = text(
    """
with c as materialized (
  select int4send(id::integer) as id, state, stage, silent_since is not null as silent,
         marketing_refused_at is not null as refused, day_bucket(first_added_at) as added,
         day_bucket(last_active_at) as active, left(name_sort, 2) as name
  from customers where corp_id = :corp_id and id between :first and :last
), r as materialized (
  select customer_id, staff_id, int4send(customer_id::integer) as id, channel, add_way
  from follows
  where corp_id = :corp_id and customer_id between :first and :last and lives(state)
), t as (
  select tag_id, customer_id from follow_tags join r using (customer_id, staff_id)
  where corp_id = :corp_id and customer_id between :first and :last
  union all
  select tag_id, customer_id from customer_tags
  where corp_id = :corp_id and customer_id between :first and :last
)
select 'all' as facet, string_agg(id, ''::bytea) from c
union all select 'state:' || state, string_agg(id, ''::bytea) from c group by state
union all select 'stage:' || stage, string_agg(id, ''::bytea) from c group by stage
union all select 'silent', string_agg(id, ''::bytea) from c where silent
union all select 'refused', string_agg(id, ''::bytea) from c where refused
union all
select 'added:' || coalesce(added, 'none'), string_agg(id, ''::bytea) from c group by added
union all
select 'active:' || coalesce(active, ''), string_agg(id, ''::bytea) from c group by active
union all select 'name:' || name, string_agg(id, ''::bytea) from c group by name
union all select 'owned', string_agg(id, ''::bytea) from r
union all select 'staff:' || staff_id, string_agg(id, ''::bytea) from r group by staff_id
union all select 'channel:' || channel, string_agg(id, ''::bytea) from r group by channel
union all select 'way:' || add_way, string_agg(id, ''::bytea) from r group by add_way
union all
select 'many', string_agg(id, ''::bytea) from (
  select id from r group by id having count(*) > 1
) several
union all
select 'tag:' || tag_id, string_agg(int4send(customer_id::integer), ''::bytea)
from t group by tag_id
"""
)


async def facets_of(
    session: AsyncSession, corp_id: int, ids: BitMap, facets: Collection[str]
) -> dict[str, BitMap]:
    """Which of these customers have which of these facets now, as the rows say."""
    rows = await session.execute(
        _OF_IDS, {"corp_id": corp_id, "ids": list(ids), "names": list(facets)}
    )
    return {facet: unpacked(found) for facet, found in rows}


async def facets_between(
    session: AsyncSession, corp_id: int, first: int, last: int
) -> dict[str, BitMap]:
    """All facets of the customers with these ids, both included."""
    rows = await session.execute(_OF_RANGE, {"corp_id": corp_id, "first": first, "last": last})
    # Nobody has the facet whose parts are null, such as a channel or a stage.
    found = {facet: unpacked(ids) for facet, ids in rows if facet is not None and ids is not None}
    if tagged := [ids for facet, ids in found.items() if facet.startswith("tag:")]:
        found["tagged"] = BitMap.union(*tagged)
    return found


def day_of(moment: datetime) -> int:
    """The number of the day a moment falls on, in WeCom's own zone."""
    return int((moment.timestamp() + OFFSET_SECONDS) // DAY_SECONDS)


def day_facet(kind: str, day: int) -> str:
    """The facet of a day; their names sort as the days do."""
    return f"{kind}:{day:06d}"


def start_of(day: int) -> datetime:
    """When a day begins."""
    return _EPOCH + timedelta(seconds=day * DAY_SECONDS - OFFSET_SECONDS)
