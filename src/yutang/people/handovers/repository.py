"""Statements over handovers; each names its corp."""

from typing import Final

from sqlalchemy import text

LOCK_GIVER = text(
    "select pg_advisory_xact_lock(hashtextextended('handover:' || :corp_id || ':' || :giver, 0))"
)
"""Plans of one giver are made one after the other: each sees who is on his way already."""

GIVER = text(
    """
    select s.id, s.name, s.account, s.status, l.left_at
    from staff s
    left join handover_leavers l on l.corp_id = s.corp_id and l.staff_id = s.id
    where s.corp_id = :corp_id and s.id = :giver
    """
)

WHO_CANNOT = text(
    """
    select v.id,
           case when i.customer_id is null then 'erased'
                when v.state = 'half' then 'half_added'
                when o.customer_id is not null then 'under_way'
                when t.times >= 2 then 'twice_in_90_days' end as reason
    from unnest(cast(:ids as bigint[]), cast(:states as text[])) as v(id, state)
    left join (select distinct customer_id from customer_identities
               where corp_id = :corp_id and kind = 'external'
                 and customer_id = any(cast(:ids as bigint[]))) i on i.customer_id = v.id
    left join handover_people o
      on o.corp_id = :corp_id and o.from_staff_id = :giver and o.customer_id = v.id
     and o.state in ('planned', 'asking', 'asked', 'waiting')
    left join (select customer_id, count(*) as times from handover_people
               where cast(:on_job as boolean) and corp_id = :corp_id
                 and customer_id = any(cast(:ids as bigint[]))
                 and on_job and state in ('asked', 'waiting', 'accepted') and asked_at >= :since
               group by customer_id) t on t.customer_id = v.id
    order by v.id
    """
)

GROUPS = text(
    """
    select g.id,
           case when o.group_id is not null or g.state = 'in_handover' then 'under_way'
                when t.times >= 2 then 'twice_in_90_days' end as reason
    from group_chats g
    left join handover_groups o
      on o.corp_id = :corp_id and o.group_id = g.id
     and o.state in ('planned', 'asking', 'asked', 'waiting')
    left join (select group_id, count(*) as times from handover_groups
               where cast(:on_job as boolean) and corp_id = :corp_id and from_staff_id = :giver
                 and on_job and state = 'done' and asked_at >= :since
               group by group_id) t on t.group_id = g.id
    where g.corp_id = :corp_id and g.owner_staff_id = :giver and g.state <> 'dismissed'
      and (cast(:ids as bigint[]) is null or g.id = any(cast(:ids as bigint[])))
    order by g.id
    """
)

TAKERS = text(
    """
    select s.id, s.name, s.account, s.status,
           (select count(*) from follows f
            where f.corp_id = :corp_id and f.staff_id = s.id
              and f.state in ('friend', 'deleted_by_customer')) as has,
           (select count(*) from handover_people p
            where p.corp_id = :corp_id and p.taker_staff_id = s.id
              and p.state in ('planned', 'asking', 'asked', 'waiting')) as coming,
           (select count(*) from group_chats g
            where g.corp_id = :corp_id and g.owner_staff_id = s.id
              and g.state <> 'dismissed') as groups
    from staff s
    where s.corp_id = :corp_id and s.id = any(cast(:ids as bigint[]))
    """
)
"""`has` counts as WeCom does: who deleted him stays in his list. Needs the owner's session."""

WHERE_THEY_WORK = text(
    """
    with recursive up as (
      select p.staff_id, p.department_id, 0 as steps from staff_departments p
      where p.corp_id = :corp_id and p.staff_id = any(cast(:ids as bigint[]))
      union
      select u.staff_id, d.parent_id, u.steps + 1
      from up u join departments d on d.corp_id = :corp_id and d.id = u.department_id
      where d.parent_id is not null and u.steps < 30
    ), shops as (
      select m.staff_id, m.store_id from store_staff m
      where m.corp_id = :corp_id and m.staff_id = any(cast(:ids as bigint[]))
      union
      select u.staff_id, s.id from up u
      join stores s on s.corp_id = :corp_id and s.department_id = u.department_id
    )
    select w.id as staff_id,
           coalesce((select array_agg(s.id) from shops h
                     join stores s on s.corp_id = :corp_id and s.id = h.store_id
                                  and s.closed_at is null
                     where h.staff_id = w.id), '{}') as stores,
           coalesce((select array_agg(distinct s.city) from shops h
                     join stores s on s.corp_id = :corp_id and s.id = h.store_id
                                  and s.closed_at is null
                     where h.staff_id = w.id and s.city <> ''), '{}') as cities,
           coalesce((select array_agg(u.department_id) from up u
                     where u.staff_id = w.id and u.steps = 0), '{}') as departments
    from unnest(cast(:ids as bigint[])) as w(id)
    """
)

INSERT_PEOPLE = text(
    """
    insert into handover_people (corp_id, handover_id, customer_id, from_staff_id, taker_staff_id,
                                 on_job, state, reason)
    select :corp_id, :handover_id, v.id, :giver, v.taker, :on_job,
           case when v.reason = '' then 'planned' else 'excluded' end, v.reason
    from unnest(cast(:ids as bigint[]), cast(:takers as bigint[]), cast(:reasons as text[]))
      as v(id, taker, reason)
    order by v.id
    """
)

INSERT_GROUPS = text(
    """
    insert into handover_groups (corp_id, handover_id, group_id, from_staff_id, taker_staff_id,
                                 on_job, state, reason)
    select :corp_id, :handover_id, v.id, :giver, v.taker, :on_job,
           case when v.reason = '' then 'planned' else 'excluded' end, v.reason
    from unnest(cast(:ids as bigint[]), cast(:takers as bigint[]), cast(:reasons as text[]))
      as v(id, taker, reason)
    order by v.id
    """
)

GROUPS_TODAY = text(
    """
    select count(*) from handover_groups
    where corp_id = :corp_id and from_staff_id = :giver and asked_at >= :midnight
      and state in ('asking', 'asked', 'waiting', 'done')
    """
)

PEOPLE_BY_TAKER = text(
    """
    select handover_id, taker_staff_id, state, count(*) as number from handover_people
    where corp_id = :corp_id and handover_id = any(cast(:ids as bigint[]))
    group by 1, 2, 3
    """
)

GROUPS_BY_TAKER = text(
    """
    select handover_id, taker_staff_id, state, count(*) as number from handover_groups
    where corp_id = :corp_id and handover_id = any(cast(:ids as bigint[]))
    group by 1, 2, 3
    """
)

TAKERS_OF = text(
    """
    select t.handover_id, t.staff_id, t.share, t.blocked, s.name, s.account
    from handover_takers t
    join staff s on s.corp_id = t.corp_id and s.id = t.staff_id
    where t.corp_id = :corp_id and t.handover_id = any(cast(:ids as bigint[]))
    order by t.handover_id, t.place
    """
)

LAST_SETTLES = text(
    """
    select handover_id, max(settles_at) as at from handover_people
    where corp_id = :corp_id and handover_id = any(cast(:ids as bigint[]))
      and state in ('asked', 'waiting')
    group by 1
    """
)

PEOPLE_PAGE: Final = """
    select p.customer_id, c.name, p.taker_staff_id, s.name as taker_name, s.account, p.state,
           p.reason, p.errcode, p.asked_at, p.settles_at, p.settled_at, p.task_id
    from handover_people p
    left join customers c on c.corp_id = p.corp_id and c.id = p.customer_id
    left join staff s on s.corp_id = p.corp_id and s.id = p.taker_staff_id
    where p.corp_id = :corp_id and p.handover_id = :handover_id and p.customer_id > :after {more}
    order by p.customer_id
    limit :limit
"""

GROUP_PAGE: Final = """
    select p.group_id, g.name, p.taker_staff_id, s.name as taker_name, s.account, p.state,
           p.reason, p.errcode, p.asked_at, p.settled_at
    from handover_groups p
    left join group_chats g on g.corp_id = p.corp_id and g.id = p.group_id
    left join staff s on s.corp_id = p.corp_id and s.id = p.taker_staff_id
    where p.corp_id = :corp_id and p.handover_id = :handover_id and p.group_id > :after {more}
    order by p.group_id
    limit :limit
"""

RETRIED_PEOPLE = text(
    """
    select customer_id from handover_people
    where corp_id = :corp_id and handover_id = :handover_id
      and (state in ('failed', 'full')
           or (state = 'excluded' and reason in ('no_room', 'no_taker_in_region',
                                                 'no_taker_in_store', 'taker_not_ready',
                                                 'stopped')))
    order by customer_id
    """
)

RETRIED_GROUPS = text(
    """
    select group_id from handover_groups
    where corp_id = :corp_id and handover_id = :handover_id
      and (state = 'failed'
           or (state = 'excluded' and reason in ('no_taker_in_region', 'no_taker_in_store',
                                                 'taker_not_ready', 'stopped')))
    order by group_id
    """
)

STOP_PEOPLE = text(
    """
    update handover_people set state = 'excluded', reason = 'stopped', settled_at = :now
    where corp_id = :corp_id and handover_id = :handover_id and state = 'planned'
    """
)

STOP_GROUPS = text(
    """
    update handover_groups set state = 'excluded', reason = 'stopped', settled_at = :now
    where corp_id = :corp_id and handover_id = :handover_id and state = 'planned'
    """
)

HAS = text(
    """
    select (select count(*) from follows f
            where f.corp_id = :corp_id and f.staff_id = :giver
              and f.state in ('friend', 'half')) as customers,
           (select count(*) from group_chats g
            where g.corp_id = :corp_id and g.owner_staff_id = :giver
              and g.state <> 'dismissed') as groups,
           (select count(*) from tasks t
            where t.corp_id = :corp_id and t.state = 'open'
              and (t.staff_id = :giver or (t.pooled and t.from_staff_id = :giver))) as open_tasks
    """
)

STAGES = text(
    """
    select c.stage as key, count(*) as number
    from follows f
    join customers c on c.corp_id = f.corp_id and c.id = f.customer_id
    where f.corp_id = :corp_id and f.staff_id = :giver and f.state in ('friend', 'half')
    group by 1 order by 2 desc, 1
    """
)

TAGS = text(
    """
    with mine as (
      select customer_id from follows
      where corp_id = :corp_id and staff_id = :giver and state in ('friend', 'half')
    ), worn as (
      select m.customer_id, t.tag_id from mine m
      join customer_tags t on t.corp_id = :corp_id and t.customer_id = m.customer_id
      union
      select m.customer_id, t.tag_id from mine m
      join follow_tags t on t.corp_id = :corp_id and t.customer_id = m.customer_id
                        and t.staff_id = :giver
    )
    select t.id, t.name, count(*) as number
    from worn w join tags t on t.corp_id = :corp_id and t.id = w.tag_id and t.deleted_at is null
    group by 1, 2 order by 3 desc, 1 limit 20
    """
)
