"""What is true now of people and orders: one statement for many, a line of JSON for each.

PostgreSQL writes the lines and ClickHouse reads them: nothing here walks over rows.
"""

from typing import Final

from sqlalchemy import text


def _moment(column: str) -> str:
    return f"to_char({column} at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US')"


_PERSON: Final = f"""
with rel as (
  select f.customer_id,
         array_agg(f.staff_id order by f.staff_id) as rel_staff,
         array_agg(f.state order by f.staff_id) as rel_state,
         array_agg({_moment("f.added_at")} order by f.staff_id) as rel_added,
         array_agg({_moment("f.changed_at")} order by f.staff_id) as rel_changed,
         array_agg(coalesce(f.add_way, -1) order by f.staff_id) as rel_way,
         array_agg(coalesce(f.channel, '') order by f.staff_id) as rel_channel
  from follows f where f.corp_id = :corp_id and f.customer_id = any(:ids) group by 1
), worn as (
  select t.customer_id, array_agg(distinct t.tag_id order by t.tag_id) as tags
  from (
    select c.customer_id, c.tag_id from customer_tags c
    where c.corp_id = :corp_id and c.customer_id = any(:ids)
    union all
    select w.customer_id, w.tag_id
    from follow_tags w
    join follows f on f.corp_id = w.corp_id and f.customer_id = w.customer_id
                  and f.staff_id = w.staff_id and lives(f.state)
    where w.corp_id = :corp_id and w.customer_id = any(:ids)
  ) t group by 1
), grp as (
  select m.customer_id,
         array_agg(m.group_id order by m.joined_at, m.group_id) as grp_id,
         array_agg({_moment("m.joined_at")} order by m.joined_at, m.group_id) as grp_joined,
         array_agg({_moment("m.left_at")} order by m.joined_at, m.group_id) as grp_left
  from group_members m where m.corp_id = :corp_id and m.customer_id = any(:ids) group by 1
), lost as (
  select l.customer_id,
         array_agg({_moment("l.at")} order by l.at, l.history_id) as loss_at,
         array_agg(case l.ending when 'deleted_by_staff' then 'staff' else 'customer' end
                   order by l.at, l.history_id) as loss_by,
         array_agg(l.person::int order by l.at, l.history_id) as loss_person
  from losses l where l.corp_id = :corp_id and l.customer_id = any(:ids) group by 1
), said as (
  select a.customer_id, max(a.messages) as messages
  from activations a where a.corp_id = :corp_id and a.customer_id = any(:ids) group by 1
), own as (
  select v.customer_id,
         json_object_agg(v.field_id, v.word) filter (where v.word is not null) as f_word,
         json_object_agg(v.field_id, v.number) filter (where v.number is not null) as f_number,
         json_object_agg(v.field_id, v.day) filter (where v.day is not null) as f_day,
         json_object_agg(v.field_id, v.choices) filter (where v.choices is not null) as f_choices,
         array_agg(v.field_id order by v.field_id) filter (where v.prose is not null) as f_prose
  from field_values v
  join fields f on f.corp_id = v.corp_id and f.id = v.field_id
  where v.corp_id = :corp_id and v.customer_id = any(:ids)
    and (not f.is_sensitive or exists (
      select from consents c where c.corp_id = v.corp_id and c.customer_id = v.customer_id
                               and c.purpose = 'sensitive' and c.withdrawn_at is null))
  group by 1
)
select row_to_json(t)::text
from (
  select cast(:corp_id as bigint) as corp_id, w.id, cast(:ver as bigint) as ver,
         (c.id is null)::int as gone, c.state, c.stage,
         {_moment("c.stage_changed_at")} as stage_changed_at, c.gender, c.platform, c.company,
         {_moment("c.first_added_at")} as first_added_at,
         c.first_added_staff_id as first_added_staff,
         coalesce(c.first_added_way, -1) as first_added_way, c.first_added_channel,
         {_moment("c.last_active_at")} as last_active_at,
         {_moment("c.silent_since")} as silent_since, c.birthday,
         {_moment("c.marketing_refused_at")} as refused_at,
         {_moment("c.consented_at")} as consented_at, {_moment("c.created_at")} as created_at,
         said.messages, worn.tags,
         rel.rel_staff, rel.rel_state, rel.rel_added, rel.rel_changed, rel.rel_way, rel.rel_channel,
         grp.grp_id, grp.grp_joined, grp.grp_left,
         lost.loss_at, lost.loss_by, lost.loss_person,
         own.f_word, own.f_number, own.f_day, own.f_choices, own.f_prose
  from unnest(cast(:ids as bigint[])) as w(id)
  left join customers c on c.corp_id = :corp_id and c.id = w.id
  left join rel on rel.customer_id = c.id
  left join worn on worn.customer_id = c.id
  left join grp on grp.customer_id = c.id
  left join lost on lost.customer_id = c.id
  left join said on said.customer_id = c.id
  left join own on own.customer_id = c.id
) t
"""  # noqa: S608 - built of constants

# Who has no row is a part of another now, or was erased; whose row came back is his own again.
_WHOLE: Final = """
select w.id, c.id is null as gone, person_now(:corp_id, w.id) as now
from unnest(cast(:ids as bigint[])) as w(id)
left join customers c on c.corp_id = :corp_id and c.id = w.id
where c.id is null or exists (
  select from person_merges m where m.corp_id = :corp_id and m.from_id = w.id)
"""
# A part of a part: when the middle one is joined to a third, all of them are his.
_PARTS: Final = """
select distinct p.id
from unnest(cast(:ids as bigint[])) as w(id)
cross join lateral unnest(person_ids(:corp_id, w.id)) as p(id)
where exists (select from person_merges m where m.corp_id = :corp_id and m.into_id = w.id)
"""

_ORDER: Final = f"""
with goods as (
  select i.order_id, array_agg(i.sku order by i.place) as skus,
         array_agg(i.category order by i.place) as categories,
         array_agg(i.quantity order by i.place) as quantities
  from order_items i where i.corp_id = :corp_id and i.order_id = any(:ids) group by 1
)
select row_to_json(t)::text
from (
  select cast(:corp_id as bigint) as corp_id, w.id, cast(:ver as bigint) as ver,
         (o.id is null)::int as gone, o.customer_id, o.status, o.source,
         {_moment("o.placed_at")} as placed_at, {_moment("o.paid_at")} as paid_at,
         {_moment("o.bought_at")} as bought_at, o.amount_fen, o.refunded_fen, o.store_id,
         o.staff_id, o.channel, g.skus, g.categories, g.quantities
  from unnest(cast(:ids as bigint[])) as w(id)
  left join orders o on o.corp_id = :corp_id and o.id = w.id and o.customer_id is not null
  left join goods g on g.order_id = o.id
) t
"""  # noqa: S608 - built of constants

_EVENT: Final = f"""
row_to_json((select t from (select e.corp_id, e.kind, {_moment("e.at")} as at, e.customer_id, e.id,
  cast(:batch as bigint) as batch, e.props::text as props) t))::text
"""  # noqa: S608 - built of constants

PERSON = text(_PERSON)
WHOLE = text(_WHOLE)
PARTS = text(_PARTS)
ORDER = text(_ORDER)
EVENTS_AFTER = text(
    f"""
    select e.corp_id, e.kind, e.era, e.xid::text as xid, e.id,
           cast(e.at at time zone 'UTC' as date) as day,
           case when e.customer_id is not null then {_EVENT} end as line
    from events e
    where (e.era, e.xid, e.id) > (:era, cast(:xid as xid8), :id)
      and (e.era < (select era from installation)
           or e.xid < pg_snapshot_xmin(pg_current_snapshot()))
    order by e.era, e.xid, e.id limit :rows
    """  # noqa: S608 - built of constants
)
# Along the primary key: the cursor's index knows no corp.
NEXT_STOP = text(
    "select at, id from events where corp_id = :corp_id and (at, id) > (:at, :id)"
    " order by at, id offset :rows limit 1"
)
# COPY's text and ClickHouse's TabSeparated are written alike: the bytes pass through as they are.
COPY_OF_CORP: Final = f"""
copy (
  select e.corp_id, e.kind, {_moment("e.at")}, e.customer_id, e.id, 0, e.props::text
  from events e
  where e.corp_id = %(corp_id)s and (e.at, e.id) > (%(at)s, %(id)s)
    and (e.at, e.id) <= (%(stop_at)s, %(stop_id)s) and e.customer_id is not null
    and (e.era, e.xid, e.id) <= (%(era)s, %(xid)s::xid8, %(last_id)s)
) to stdout
"""  # noqa: S608 - built of constants
HEAD = text(
    """
    select era, xid::text as xid, id from events
    where era < (select era from installation) or xid < pg_snapshot_xmin(pg_current_snapshot())
    order by events.era desc, events.xid desc, events.id desc limit 1
    """
)
UNREAD = text(
    "select exists (select from events where (era, xid, id) > (:era, cast(:xid as xid8), :id))"
    " or exists (select from audience_marks)"
)
