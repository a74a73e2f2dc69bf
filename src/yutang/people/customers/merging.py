"""The statements that merge what is staged with what is here; used by absorbing only.

Each says for itself which rows differ: a row that is as WeCom shows it gets no new version. They
tell the same as `recording` does; a property test compares the two.
"""

from sqlalchemy import text

KNOWN = text(
    """
    select i.value, i.customer_id from unnest(cast(:values as text[])) as v(value)
    cross join lateral (
      select k.value, k.customer_id from customer_identities k
      where k.corp_id = :corp_id and k.kind = 'external' and k.value = v.value
      offset 0) i
    """
)
# A tag put on or to be taken off counts as well, though no relation should be without its own row.
UNRELATED = text(
    """
    select v.customer_id, v.staff_id
    from unnest(cast(:customers as bigint[]), cast(:members as bigint[]))
      as v(customer_id, staff_id)
    where not exists (select from follows f where f.corp_id = :corp_id
                      and f.customer_id = v.customer_id and f.staff_id = v.staff_id)
      and not exists (select from follow_tags t where t.corp_id = :corp_id
                      and t.customer_id = v.customer_id and t.staff_id = v.staff_id)
      and not exists (select from follow_untags u where u.corp_id = :corp_id
                      and u.customer_id = v.customer_id and u.staff_id = v.staff_id)
    """
)
UNIONIDS = text(
    """
    with told as materialized (
      select p.unionid, p.customer_id, i.holder from seen_persons p
      left join lateral (
        select k.customer_id as holder from customer_identities k
        where k.corp_id = :corp_id and k.kind = 'unionid' and k.value = p.unionid
        offset 0) i on true
      where p.unionid is not null and i.holder is distinct from p.customer_id
    ), wrote as (
      insert into customer_identities (corp_id, kind, value, customer_id)
      select :corp_id, 'unionid', unionid, customer_id from told where holder is null
      on conflict do nothing
    )
    select unionid, customer_id from told
    """
)
PHONES = text(
    """
    insert into customer_identities (corp_id, kind, value, customer_id, sealed)
    select :corp_id, 'phone', v.value, v.customer_id, v.sealed
    from unnest(cast(:values as text[]), cast(:customers as bigint[]), cast(:sealed as bytea[]))
         as v(value, customer_id, sealed)
    on conflict do nothing
    """
)
# Whose name, or whose remark by one of those who were read, differs from what is here; with the
# remarks of his other members, for he is found by them as well.
RENAMED = text(
    """
    select p.customer_id,
           array(select f.remark from follows f
                 where f.corp_id = :corp_id and f.customer_id = p.customer_id and f.remark <> ''
                   and not exists (select from seen_relations r
                                   where r.customer_id = f.customer_id
                                     and r.staff_id = f.staff_id)) as remarks
    from seen_persons p
    join customers c on c.corp_id = :corp_id and c.id = p.customer_id
    where c.name <> p.name
       or exists (
        select from seen_relations r
        left join follows f on f.corp_id = :corp_id and f.customer_id = r.customer_id
                           and f.staff_id = r.staff_id
        where r.customer_id = p.customer_id and coalesce(f.remark, '') <> r.remark)
    """
)
# A reading changes a relation only where it began later than all we know of it; the rules are
# those of `truth`, and of `relating`, which writes the same for callbacks.
RELATIONS = text(
    """
    with told as materialized (
      select r.customer_id, r.staff_id, r.remark, r.description,
             to_timestamp(r.at) as at, r.add_way as way, r.channel, r.operator,
             f.state as was, f.changed_at as was_at, f.add_way as was_way,
             f.channel as was_channel, f.operator as was_operator, l.later,
             case when l.later then 'friend' else f.state end as to_state,
             case when l.later then to_timestamp(r.at) else f.changed_at end as to_changed_at,
             case when l.later then to_timestamp(r.at) else f.added_at end as to_added_at,
             case when not l.later then coalesce(f.add_way, r.add_way)
                  else coalesce(r.add_way, case when f.state = 'half' then f.add_way end)
             end as to_way,
             case when not l.later then coalesce(f.channel, r.channel)
                  else coalesce(r.channel, case when f.state = 'half' then f.channel end)
             end as to_channel,
             case when not l.later then coalesce(f.operator, r.operator)
                  else coalesce(r.operator, case when f.state = 'half' then f.operator end)
             end as to_operator,
             coalesce(f.remark, '') <> r.remark as remarked,
             coalesce(f.description, '') <> r.description as described
      from seen_relations r
      left join lateral (
        select k.* from follows k
        where k.corp_id = :corp_id and k.customer_id = r.customer_id
          and k.staff_id = r.staff_id
        offset 0) f on true
      cross join lateral (
        select f.changed_at < to_timestamp(r.at)
            or (f.changed_at = to_timestamp(r.at) and f.state = 'half') as later) l
      where not r.fresh
    ), begun as (
      insert into follows (corp_id, customer_id, staff_id, state, changed_at, added_at, add_way,
        channel, remark, description, operator)
      select :corp_id, customer_id, staff_id, 'friend', at, at, way, channel, remark, description,
             operator
      from told where was is null
      on conflict do nothing
    ), moving as materialized (
      select * from told
      where was is not null
        and (remarked or described or later or to_way is distinct from was_way
             or to_channel is distinct from was_channel
             or to_operator is distinct from was_operator)
    ), moved as (
      update follows f set state = t.to_state, changed_at = t.to_changed_at,
        added_at = t.to_added_at, add_way = t.to_way, channel = t.to_channel,
        operator = t.to_operator, remark = t.remark, description = t.description
      from moving t
      where f.corp_id = :corp_id and f.customer_id = t.customer_id and f.staff_id = t.staff_id
        and f.changed_at = t.was_at
    ), kept as (
      insert into follow_history (corp_id, customer_id, staff_id, change, at, source, props)
      select :corp_id, customer_id, staff_id, 'synced', at, :source,
             case when channel is null then '{}'::jsonb
                  else jsonb_build_object('channel', channel) end
      from told where was is null or (later and was <> 'friend')
    )
    select customer_id, staff_id, was, remarked, described,
           was is null or (later and was <> 'friend') as begun
    from told
    where was is null or (later and was <> 'friend')
       or (cast(:telling as boolean) and (was is null or remarked or described))
    order by customer_id, staff_id
    """
)
# The rules are those of `tags.record_seen`.
TAGS = text(
    """
    with unshown as materialized (
      select k.customer_id, k.staff_id, k.tag_id
      from seen_relations r
      cross join lateral (
        select f.customer_id, f.staff_id, f.tag_id from follow_tags f
        where f.corp_id = :corp_id and f.customer_id = r.customer_id and f.staff_id = r.staff_id
          and f.mirrored_at < r.asked_at and f.tag_id <> all(r.tags)
        offset 0) k
      where not r.fresh
    ), gone as (
      delete from follow_tags f using unshown u
      where f.corp_id = :corp_id and f.customer_id = u.customer_id and f.staff_id = u.staff_id
        and f.tag_id = u.tag_id
      returning f.customer_id, f.staff_id, f.tag_id
    ), wrote as (
      insert into follow_tags as f (corp_id, customer_id, staff_id, tag_id, added_by, mirrored_at)
      select :corp_id, r.customer_id, r.staff_id, t.tag_id, 'wecom', r.asked_at
      from seen_relations r
      cross join unnest(r.tags) as t(tag_id)
      left join lateral (
        select true as kept from follow_tags k
        where k.corp_id = :corp_id and k.customer_id = r.customer_id
          and k.staff_id = r.staff_id and k.tag_id = t.tag_id
          and k.mirrored_at is not null and k.push_at is null and k.push_error is null
        offset 0) k on true
      where not r.fresh and k.kept is null
        and not exists (
          select from follow_untags u
          where u.corp_id = :corp_id and u.customer_id = r.customer_id
            and u.staff_id = r.staff_id and u.tag_id = t.tag_id
            and (u.done_at is null or u.done_at >= r.asked_at))
      on conflict (corp_id, customer_id, staff_id, tag_id) do update set
        mirrored_at = coalesce(f.mirrored_at, excluded.mirrored_at),
        push_at = null, push_error = null
      returning f.customer_id, f.staff_id, f.tag_id, f.xmax = 0 as is_new
    )
    select customer_id, staff_id,
           coalesce(array_agg(tag_id) filter (where lost), '{}') as lost,
           coalesce(array_agg(tag_id) filter (where not lost), '{}') as got
    from (select customer_id, staff_id, tag_id, true as lost from gone
          union all
          select customer_id, staff_id, tag_id, false from wrote where is_new) as changed
    where cast(:telling as boolean)
    group by customer_id, staff_id order by customer_id, staff_id
    """
)
_CHANGED = """
    p.name <> c.name or p.avatar <> c.avatar or p.gender <> c.gender
      or p.platform <> c.platform or p.company <> c.company
"""
_EARLIER = """
    coalesce(p.first_at < extract(epoch from c.first_added_at), p.first_at is not null)
"""
CUSTOMERS = text(
    f"""
    update customers c set
      name = p.name, avatar = p.avatar, gender = p.gender, platform = p.platform,
      company = p.company,
      name_sort = coalesce(n.name_sort, c.name_sort), grams = coalesce(n.grams, c.grams),
      state = s.state,
      first_added_at = case when {_EARLIER} then to_timestamp(p.first_at)
                            else c.first_added_at end,
      first_added_staff_id = case when {_EARLIER} then p.first_staff_id
                                  else c.first_added_staff_id end,
      first_added_way = case when {_EARLIER} then p.first_way else c.first_added_way end,
      first_added_channel = case when {_EARLIER} then p.first_channel
                                 else c.first_added_channel end,
      updated_at = now()
    from seen_persons p
    left join seen_names n on n.customer_id = p.customer_id
    cross join lateral (
      select case when bool_or(f.state = 'friend') then 'friend'
                  when bool_or(f.state = 'half') then 'half' else 'lost' end as state
      from follows f where f.corp_id = :corp_id and f.customer_id = p.customer_id
    ) s
    where c.corp_id = :corp_id and c.id = p.customer_id
      and (c.state <> s.state or n.customer_id is not null or {_EARLIER} or {_CHANGED})
    returning c.id
    """  # noqa: S608 - the condition is a constant of this module
)
DIFFERING = text(
    f"""
    select p.customer_id,
           array_remove(array[
             case when p.name <> c.name then 'name' end,
             case when p.avatar <> c.avatar then 'avatar' end,
             case when p.gender <> c.gender then 'gender' end,
             case when p.platform <> c.platform then 'platform' end,
             case when p.company <> c.company then 'company' end], null) as fields
    from seen_persons p join customers c on c.corp_id = :corp_id and c.id = p.customer_id
    where {_CHANGED}
    order by p.customer_id
    """  # noqa: S608 - the condition is a constant of this module
)
# True adds that say something new of who brought a person known before.
TOUCHES = text(
    """
    select r.customer_id, r.staff_id, to_timestamp(r.at) as at, r.add_way as way, r.channel
    from seen_relations r
    left join lateral (
      select c.first_at, c.last_at from credits c
      where c.corp_id = :corp_id and c.customer_id = r.customer_id offset 0) c on true
    where coalesce(r.add_way, 0) not in (201, 202)
      and (c.first_at is null or to_timestamp(r.at) < c.first_at
           or to_timestamp(r.at) > c.last_at)
    """
)
