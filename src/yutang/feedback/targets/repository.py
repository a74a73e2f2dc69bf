"""How far targets are, as one set. Each statement names its corp."""

from sqlalchemy import text

PROGRESS = text(
    """
    with recursive wanted as (
      select * from targets t
      where t.corp_id = :corp_id and :on between t.first and t.last
        and (cast(:kind as text) is null or t.kind = :kind)
    ), tree as (
      select distinct ref_id as root, ref_id as id from wanted where kind = 'department'
      union
      select t.root, d.id from departments d join tree t on d.parent_id = t.id
      where d.corp_id = :corp_id
    ), shops as (
      select distinct s.id as root, s.department_id as id from stores s
      join wanted w on w.kind = 'store' and w.ref_id = s.id
      where s.corp_id = :corp_id and s.department_id is not null
      union
      select t.root, d.id from departments d join shops t on d.parent_id = t.id
      where d.corp_id = :corp_id
    ), crews as (
      select 'staff' as kind, ref_id, ref_id as staff_id from wanted where kind = 'staff'
      union
      select 'department', t.root, p.staff_id from tree t
      join staff_departments p on p.corp_id = :corp_id and p.department_id = t.id
      union
      select 'store', t.root, p.staff_id from shops t
      join staff_departments p on p.corp_id = :corp_id and p.department_id = t.id
      union
      select 'store', m.store_id, m.staff_id from store_staff m
      join wanted w on w.kind = 'store' and w.ref_id = m.store_id
      where m.corp_id = :corp_id
    ), persons as (
      select w.id, a.customer_id,
             bool_or(case when w.kept_days = 0 then a.ended_at is null
               else (a.ended_at is null
                     or a.ended_at >= a.at + make_interval(days => w.kept_days))
                 and a.at + make_interval(days => w.kept_days) <= :now end) as kept,
             bool_or(w.kept_days > 0 and a.ended_at is null
               and a.at + make_interval(days => w.kept_days) > :now) as waits
      from wanted w
      join crews c on c.kind = w.kind and c.ref_id = w.ref_id
      join growth_adds a on a.corp_id = :corp_id and a.staff_id = c.staff_id
        and a.day between w.first and w.last and not a.half
      group by w.id, a.customer_id
    ), counted as (
      select id, count(*) as added, count(*) filter (where kept) as kept,
             count(*) filter (where waits and not kept) as pending
      from persons group by id
    )
    select w.id, w.kind, w.ref_id, w.first, w.last, w.aim, w.kept_days, w.set_by,
           coalesce(s.name, d.name, o.name, '') as name,
           coalesce(c.added, 0) as added, coalesce(c.kept, 0) as kept,
           coalesce(c.pending, 0) as pending,
           rank() over (partition by w.kind, w.first, w.last
                        order by coalesce(c.kept, 0) desc) as rank,
           count(*) over (partition by w.kind, w.first, w.last) as of
    from wanted w
    left join counted c on c.id = w.id
    left join staff s on s.corp_id = :corp_id and w.kind = 'staff' and s.id = w.ref_id
    left join departments d on d.corp_id = :corp_id and w.kind = 'department' and d.id = w.ref_id
    left join stores o on o.corp_id = :corp_id and w.kind = 'store' and o.id = w.ref_id
    order by w.kind, coalesce(c.kept, 0)::float / w.aim desc, w.id
    """
)
SEEN = text(
    """
    select id from targets
    where corp_id = :corp_id and :on between first and last
      and (cast(:kind as text) is null or kind = :kind)
    """
)
HOLDERS = {
    "staff": (
        "select id, array[account, name] as names from staff"
        " where corp_id = :corp_id and status <> 'left'"
        " and (id = any(cast(:ids as bigint[])) or lower(account) = any(cast(:who as text[]))"
        " or lower(name) = any(cast(:who as text[])))"
        " and (not cast(:scoped as boolean) or id = any(cast(:seen as bigint[])))"
    ),
    "department": (
        "select id, array[name] as names from departments where corp_id = :corp_id"
        " and (id = any(cast(:ids as bigint[])) or lower(name) = any(cast(:who as text[])))"
        " and (not cast(:scoped as boolean) or sees_department(corp_id, id))"
        " and cast(:seen as bigint[]) is not null"
    ),
    "store": (
        "select id, array[number, name] as names from stores where corp_id = :corp_id"
        " and (id = any(cast(:ids as bigint[])) or lower(number) = any(cast(:who as text[]))"
        " or lower(name) = any(cast(:who as text[])))"
        " and (not cast(:scoped as boolean) or sees_crew(corp_id, id))"
        " and cast(:seen as bigint[]) is not null"
    ),
}
PUT = text(
    """
    insert into targets as t (corp_id, kind, ref_id, first, last, aim, kept_days, set_by)
    select :corp_id, :kind, v.ref_id, :first, :last, v.aim, :kept_days, :actor
    from unnest(cast(:ids as bigint[]), cast(:aims as bigint[])) as v(ref_id, aim)
    on conflict (corp_id, kind, ref_id, first, last) do update
    set aim = excluded.aim, kept_days = excluded.kept_days, set_by = excluded.set_by,
        set_at = now()
    """
)
LEADERS = text(
    """
    with recursive led as (
      select p.staff_id as leader, p.department_id as id from staff_departments p
      join staff s on s.corp_id = :corp_id and s.id = p.staff_id and s.status = 'active'
      where p.corp_id = :corp_id and p.is_leader
      union
      select l.leader, d.id from departments d join led l on d.parent_id = l.id
      where d.corp_id = :corp_id
    ), manages as (
      select m.staff_id as leader, m.store_id from store_staff m
      join staff s on s.corp_id = :corp_id and s.id = m.staff_id and s.status = 'active'
      where m.corp_id = :corp_id and m.is_manager
    ), leads as (
      select l.leader, 'department' as kind, l.id as ref_id from led l
      union
      select l.leader, 'staff', p.staff_id from led l
      join staff_departments p on p.corp_id = :corp_id and p.department_id = l.id
      union
      select m.leader, 'store', m.store_id from manages m
      union
      select m.leader, 'staff', w.staff_id from manages m
      join store_staff w on w.corp_id = :corp_id and w.store_id = m.store_id
    )
    select l.leader, array_agg(t.id order by t.id) as ids
    from leads l
    join targets t on t.corp_id = :corp_id and t.kind = l.kind and t.ref_id = l.ref_id
      and :on between t.first and t.last
    group by l.leader
    """
)
DUE = text(
    """
    insert into target_rules (corp_id, told_on) values (:corp_id, :on)
    on conflict (corp_id) do update set told_on = excluded.told_on
    """
)
