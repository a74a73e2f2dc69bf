"""Statements on tasks; each names its corp."""

from typing import Final

from sqlalchemy import text

COUNTED: Final = 100_000
SHOWN: Final = 50
DAY_TASKS: Final = 200
DAY_ESCALATIONS: Final = 50

TODAY = text(
    """
    with day as (
      select o.id, (date_trunc('day', cast(:now as timestamptz) at time zone o.timezone)
                    + interval '1 day') at time zone o.timezone as stop
      from corps o where o.id = :corp_id
    ), found as (
      (select t.*, true as mine
       from day d
       join tasks t on t.corp_id = d.id and t.staff_id = :staff_id and t.state = 'open'
                   and t.due_at < d.stop
       order by t.due_at < :now desc, t.priority desc, t.due_at, t.id
       limit :limit)
      union all
      -- What waits in his pool is his to hand out, whenever it is due.
      (select t.*, true
       from day d
       join tasks t on t.corp_id = d.id and t.staff_id = :staff_id and t.state = 'open'
                   and t.pooled and t.due_at >= d.stop
       order by t.due_at, t.id
       limit :limit)
      union all
      (select t.*, false
       from tasks t
       where t.corp_id = :corp_id and t.escalated_to = :staff_id and t.state = 'open'
         and t.staff_id <> :staff_id and t.due_at < :now
       order by t.due_at, t.id
       limit :escalations)
    )
    select t.*, s.name as staff_name, s.status = 'left' as staff_left,
           t.due_at < :now as overdue, c.name as customer_name,
           (select i.value from customer_identities i
            where i.corp_id = t.corp_id and i.customer_id = t.customer_id and i.kind = 'external'
            limit 1) as external_id
    from found t
    cross join lateral (select name, status from staff s
                        where s.corp_id = t.corp_id and s.id = t.staff_id limit 1) s
    left join customers c on (c.corp_id, c.id) = (t.corp_id, t.customer_id)
    order by t.mine desc, t.due_at < :now desc, t.priority desc, t.due_at, t.id
    """
)
"""A member's day: his own, his pool's, and what his members are late with."""

# Open ones first, the next due on top; then what was closed, newest first.
OF_CUSTOMER_SQL = f"""
(select json_agg(told) from (
   select t.*, s.name as staff_name, s.status = 'left' as staff_left,
          t.state = 'open' and t.due_at < :now as overdue
   from tasks t join staff s on (s.corp_id, s.id) = (t.corp_id, t.staff_id)
   where t.corp_id = :corp_id and t.customer_id = :customer_id
   order by t.state <> 'open', case when t.state = 'open' then t.due_at end, t.done_at desc, t.id
   limit {SHOWN}
 ) told)::text
"""  # noqa: S608 - a number of this file

TREE: Final = """
    with recursive tree as (
      select id from departments where corp_id = :corp_id and id {of}
      union
      select d.id from departments d join tree t on d.parent_id = t.id
      where d.corp_id = :corp_id
    )
    select d.staff_id from staff_departments d
    where d.corp_id = :corp_id and d.department_id in (select id from tree)
"""
OF_DEPARTMENT: Final = TREE.format(of="= :department_id")
OF_STORE: Final = f"""
    select m.staff_id from store_staff m where m.corp_id = :corp_id and m.store_id = :store_id
    union all ({
    TREE.format(
        of="in (select department_id from stores where corp_id = :corp_id and id = :store_id)"
    )
})
"""  # noqa: S608 - of this file's own texts

# Names one by one, for the few rows of a page: joined, whole tables of members would be read.
_NAMED = """(select name, account, status from staff s
                          where s.corp_id = t.corp_id and s.id = t.{column} limit 1) {name}"""
ROWS: Final = f"""
    select t.*, s.name as staff_name, s.status = 'left' as staff_left,
           t.state = 'open' and t.due_at < :now as overdue, c.name as customer_name,
           e.name as leader_name, e.account as leader_account,
           f.name as from_name, f.account as from_account
    from (
      select * from tasks t
      where t.corp_id = :corp_id {{more}}
      order by {{order}}
      limit :limit
    ) t
    cross join lateral {_NAMED.format(column="staff_id", name="s")}
    left join lateral {_NAMED.format(column="escalated_to", name="e")} on true
    left join lateral {_NAMED.format(column="from_staff_id", name="f")} on true
    left join customers c on (c.corp_id, c.id) = (t.corp_id, t.customer_id)
    order by {{order}}
"""  # noqa: S608 - of this file's own texts

COUNT: Final = """
    select count(*) from (select from tasks t where t.corp_id = :corp_id {more} limit :limit) found
"""

IDS: Final = """
    select t.id from tasks t where t.corp_id = :corp_id {more} order by {order} limit :limit
"""

COUNTS: Final = """
    select t.kind, count(*) as open, count(*) filter (where t.due_at < :now) as overdue,
           count(*) filter (where t.due_at >= :day and t.due_at < :next_day) as due_today,
           0 as escalated, 0 as pooled, 0 as done, 0 as dropped
    from tasks t where t.corp_id = :corp_id and t.state = 'open' {more} group by t.kind
    union all
    select '', 0, 0, 0, count(*), 0, 0, 0
    from tasks t
    where t.corp_id = :corp_id and t.state = 'open' and t.escalated_to is not null {more}
    union all
    select '', 0, 0, 0, 0, count(*), 0, 0
    from tasks t where t.corp_id = :corp_id and t.state = 'open' and t.pooled {more}
    union all
    select '', 0, 0, 0, 0, 0, count(*) filter (where t.state = 'done'),
           count(*) filter (where t.state = 'dropped')
    from tasks t
    where t.corp_id = :corp_id and t.state <> 'open' and t.state = any('{{done,dropped}}')
      and t.done_at >= :week {more}
"""

MEMBERS: Final = """
    with living as (
      select t.staff_id, count(*) as open, count(*) filter (where t.due_at < :now) as overdue
      from tasks t where t.corp_id = :corp_id and t.state = 'open' {more} group by t.staff_id
    ), finished as (
      select t.staff_id, count(*) as done
      from tasks t
      where t.corp_id = :corp_id and t.state <> 'open' and t.state = 'done'
        and t.done_at >= :week {more}
      group by t.staff_id
    )
    select s.id, s.name, s.account, s.status, coalesce(l.open, 0) as open,
           coalesce(l.overdue, 0) as overdue, coalesce(f.done, 0) as done
    from living l
    full join finished f on f.staff_id = l.staff_id
    join staff s on s.corp_id = :corp_id and s.id = coalesce(l.staff_id, f.staff_id)
    order by overdue desc, open desc, s.id
"""

INSERT = text(
    """
    insert into tasks (corp_id, kind, staff_id, customer_id, title, due_at, created_by, created_at,
                       priority, link, proof, source, source_key, pooled, words)
    select :corp_id, n.kind, n.staff_id, n.customer_id, n.title, n.due_at, :by, :now, n.priority,
           n.link, n.proof, n.source, n.source_key, n.pooled, cast(n.words as jsonb)
    from unnest(cast(:kinds as text[]), cast(:members as bigint[]), cast(:customers as bigint[]),
                cast(:titles as text[]), cast(:dues as timestamptz[]),
                cast(:priorities as smallint[]), cast(:links as text[]), cast(:proofs as text[]),
                cast(:sources as text[]), cast(:keys as text[]), cast(:pools as boolean[]),
                cast(:words as text[]))
         with ordinality as n(kind, staff_id, customer_id, title, due_at, priority, link, proof,
                              source, source_key, pooled, words, place)
    order by n.place
    on conflict (corp_id, source, source_key) where source_key is not null do nothing
    returning id, kind, staff_id, customer_id, due_at, source, source_key
    """
)

CHOSEN = """
    select t.id, t.state, t.staff_id, t.pooled, t.proof, t.proof_text, t.proof_file_id
    from tasks t
    where t.corp_id = :corp_id and t.id = any(cast(:ids as bigint[])) {more}
    order by t.id {lock}
"""

REASSIGN = text(
    """
    update tasks t
    set staff_id = :staff_id, pooled = :pooled, snoozes = 0, escalated_at = null,
        escalated_to = null,
        from_staff_id = case when cast(:pooled as boolean) and t.staff_id <> :staff_id
                             then t.staff_id end
    where t.corp_id = :corp_id and t.id = any(cast(:ids as bigint[])) and t.state = 'open'
    """
)

CLOSE = text(
    """
    update tasks t
    set state = :state, done_at = :now, done_by = :by, result = :result
    where t.corp_id = :corp_id and t.id = any(cast(:ids as bigint[])) and t.state = 'open'
    returning t.id, t.kind, t.staff_id, t.customer_id
    """
)

LATE = text(
    """
    select id, staff_id from tasks
    where corp_id = :corp_id and state = 'open' and escalated_at is null and due_at < :before
    order by due_at, id
    limit :limit
    for update skip locked
    """
)

LEFT = text(
    """
    select s.id from staff s
    where s.corp_id = :corp_id and s.status = 'left'
      and exists (select from tasks t
                  where t.corp_id = :corp_id and t.staff_id = s.id and t.state = 'open')
    """
)

# The manager of his store before whoever leads a department of his, the nearest up the tree; what
# he leads himself has no leader above him but the next.
LEADERS = text(
    """
    with recursive wanted as (
      select unnest(cast(:members as bigint[])) as staff_id
    ), up as (
      select w.staff_id, d.department_id, 0 as steps
      from wanted w join staff_departments d on d.corp_id = :corp_id and d.staff_id = w.staff_id
      union
      select u.staff_id, d.parent_id, u.steps + 1
      from up u join departments d on d.corp_id = :corp_id and d.id = u.department_id
      where d.parent_id is not null and u.steps < 30
    ), shops as (
      select w.staff_id, m.store_id, 0 as steps
      from wanted w join store_staff m on m.corp_id = :corp_id and m.staff_id = w.staff_id
      union
      select u.staff_id, s.id, u.steps
      from up u join stores s on s.corp_id = :corp_id and s.department_id = u.department_id
    ), found as (
      select h.staff_id, m.staff_id as leader_id, 0 as place, h.steps
      from shops h
      join stores s on s.corp_id = :corp_id and s.id = h.store_id and s.closed_at is null
      join store_staff m on m.corp_id = :corp_id and m.store_id = h.store_id and m.is_manager
      where not exists (select from store_staff o
                        where o.corp_id = :corp_id and o.store_id = h.store_id
                          and o.staff_id = h.staff_id and o.is_manager)
      union all
      select u.staff_id, l.staff_id, 1, u.steps
      from up u
      join staff_departments l
        on l.corp_id = :corp_id and l.department_id = u.department_id and l.is_leader
      where not exists (select from staff_departments o
                        where o.corp_id = :corp_id and o.department_id = u.department_id
                          and o.staff_id = u.staff_id and o.is_leader)
    )
    select distinct on (f.staff_id) f.staff_id, f.leader_id
    from found f
    join staff s on s.corp_id = :corp_id and s.id = f.leader_id and s.status = 'active'
    where f.leader_id <> f.staff_id
    order by f.staff_id, f.place, f.steps, f.leader_id
    """
)

ESCALATE = text(
    """
    update tasks t
    set escalated_at = :now, escalated_to = e.leader_id
    from unnest(cast(:ids as bigint[]), cast(:leaders as bigint[])) as e(id, leader_id)
    where t.corp_id = :corp_id and t.id = e.id and t.state = 'open' and t.escalated_at is null
    returning t.id, t.escalated_to
    """
)

POOL = text(
    """
    with led as (
      select * from unnest(cast(:members as bigint[]), cast(:leaders as bigint[]))
                    as l(staff_id, leader_id)
    ), chosen as (
      select t.id, l.leader_id
      from led l
      join tasks t on t.corp_id = :corp_id and t.staff_id = l.staff_id and t.state = 'open'
      limit :limit
      for update of t skip locked
    )
    update tasks t
    set from_staff_id = coalesce(t.from_staff_id, t.staff_id), staff_id = c.leader_id,
        pooled = true, snoozes = 0, escalated_at = null, escalated_to = null
    from chosen c
    where t.corp_id = :corp_id and t.id = c.id
    returning t.id, t.staff_id, t.from_staff_id
    """
)
