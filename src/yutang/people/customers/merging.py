"""The statements that merge what is staged with what is here; used by absorbing only.

Each says for itself which rows differ: a row that is as WeCom shows it gets no new version. They
tell the same as `recording` does; a property test compares the two.
"""

from sqlalchemy import text

FRESH_CUSTOMERS = text(
    """
    insert into customers (corp_id, id, state, name, name_sort, grams, avatar, gender, platform,
      company, first_added_at, first_added_staff_id, first_added_way, first_added_channel)
    select :corp_id, customer_id, 'friend', name, name_sort, grams, avatar, gender, platform,
           company, to_timestamp(first_at), first_staff_id, first_way, first_channel
    from seen_persons where fresh
    """
)
FRESH_IDENTITIES = text(
    """
    insert into customer_identities (corp_id, kind, value, customer_id)
    select :corp_id, 'external', v.external_id, v.customer_id
    from unnest(cast(:external_ids as text[]), cast(:customer_ids as bigint[]))
         as v(external_id, customer_id)
    """
)
UNIONIDS = text(
    """
    insert into customer_identities (corp_id, kind, value, customer_id)
    select :corp_id, 'unionid', p.unionid, p.customer_id from seen_persons p
    where p.unionid is not null
      and not exists (select from customer_identities i
                      where i.corp_id = :corp_id and i.kind = 'unionid' and i.value = p.unionid)
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
    where not p.fresh and (
      c.name <> p.name
      or exists (
        select from seen_relations r
        left join follows f on f.corp_id = :corp_id and f.customer_id = r.customer_id
                           and f.staff_id = r.staff_id
        where r.customer_id = p.customer_id and coalesce(f.remark, '') <> r.remark))
    """
)
# Three cases are settled here, and they are nearly all: a relation that is new to us, one that
# stands here as it was shown, and one that has ended since it began, though WeCom goes on showing
# it. Whatever else there is, `record_arrivals` settles by the relation's whole history.
RELATIONS = text(
    """
    with told as materialized (
      select r.customer_id, r.staff_id, to_timestamp(r.at) as at, r.add_way, r.channel, r.remark,
             r.description, r.operator, f.state as was,
             f.customer_id is not null and not (
               (abs(extract(epoch from f.added_at) - r.at) <= 60
                 and (f.state = 'friend'
                      or f.state <> 'half' and extract(epoch from f.changed_at) > r.at + 60))
               and (r.add_way is null or f.add_way is not distinct from r.add_way)
               and (r.channel is null or f.channel is not distinct from r.channel)
               and (r.operator is null or f.operator is not distinct from r.operator)
             ) as unsettled,
             coalesce(f.remark, '') <> r.remark as remarked,
             coalesce(f.description, '') <> r.description as described
      from seen_relations r
      left join follows f on not r.fresh and f.corp_id = :corp_id
                         and f.customer_id = r.customer_id and f.staff_id = r.staff_id
    ), begun as (
      insert into follows (corp_id, customer_id, staff_id, state, changed_at, added_at, add_way,
        channel, remark, description, operator)
      select :corp_id, customer_id, staff_id, 'friend', at, at, add_way, channel, remark,
             description, operator
      from told where was is null
      on conflict do nothing
      returning customer_id, staff_id
    ), kept as (
      insert into follow_history (corp_id, customer_id, staff_id, change, at, source, props)
      select :corp_id, customer_id, staff_id, 'synced', at, :source,
             case when channel is null then '{}'::jsonb
                  else jsonb_build_object('channel', channel) end
      from told where was is null
    ), edited as (
      update follows f set remark = t.remark, description = t.description
      from told t
      where t.was is not null and not t.unsettled and (t.remarked or t.described)
        and f.corp_id = :corp_id and f.customer_id = t.customer_id and f.staff_id = t.staff_id
    )
    select customer_id, staff_id, was, was is null as begun, unsettled, remarked, described
    from told
    where unsettled or (cast(:telling as boolean) and (was is null or remarked or described))
    order by customer_id, staff_id
    """
)
# What a member or we put there since WeCom was asked it need not show; what is on its way to it,
# or was taken off here, neither.
TAGS = text(
    """
    with gone as (
      delete from follow_tags f using seen_relations r
      where not r.fresh and f.corp_id = :corp_id and f.customer_id = r.customer_id
        and f.staff_id = r.staff_id and f.mirrored_at < r.asked_at and f.tag_id <> all(r.tags)
      returning f.customer_id, f.staff_id, f.tag_id
    ), wrote as (
      insert into follow_tags as f (corp_id, customer_id, staff_id, tag_id, added_by, mirrored_at)
      select :corp_id, r.customer_id, r.staff_id, t.tag_id, 'wecom', r.asked_at
      from seen_relations r cross join unnest(r.tags) as t(tag_id)
      where r.fresh or not exists (
        select from follow_tags k
        where k.corp_id = :corp_id and k.customer_id = r.customer_id and k.staff_id = r.staff_id
          and k.tag_id = t.tag_id
          and k.mirrored_at is not null and k.push_at is null and k.push_error is null)
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
    where not p.fresh and c.corp_id = :corp_id and c.id = p.customer_id
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
    where not p.fresh and ({_CHANGED})
    order by p.customer_id
    """  # noqa: S608 - the condition is a constant of this module
)
