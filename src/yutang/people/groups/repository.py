"""Statements on groups; each names its corp."""

from typing import Any, Final

from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.db import staff_in_scope

# By the member the database finds at once what the policy would ask of each group of the corp.
_SCOPE: Final = """ and {group} in (
      select o.id from group_chats o
      where o.corp_id = :corp_id and o.owner_staff_id = any(cast(:scope as bigint[]))
      union
      select n.group_id from group_members n
      where n.corp_id = :corp_id and n.staff_id = any(cast(:scope as bigint[]))
        and n.left_at is null)"""
TREE: Final = """(
    with recursive tree as (
      select cast(:department_id as bigint) as id
      union
      select d.id from departments d join tree t on d.parent_id = t.id
      where d.corp_id = :corp_id
    )
    select d.staff_id from staff_departments d
    where d.corp_id = :corp_id and d.department_id in (select id from tree))"""

_OWNER: Final = """case when s.id is not null then json_build_object(
      'id', s.id, 'name', s.name, 'left', s.status = 'left') end"""
FRIEND: Final = """exists (select from follows w
      where w.corp_id = m.corp_id and w.customer_id = m.customer_id and w.state = 'friend')"""
OWNED: Final = "left join staff s on (s.corp_id, s.id) = (g.corp_id, g.owner_staff_id)"
# Who moved within a week, of the whole corp by time: to sort by.
RECENT: Final = """
    select m.group_id, count(*) filter (where m.joined_at > :week) as joined,
           count(*) filter (where m.left_at > :week) as gone
    from group_members m
    where m.corp_id = :corp_id and m.customer_id is not null
      and (m.joined_at > :week or m.left_at > :week)
    group by m.group_id"""
_ROW: Final = f"""
    g.id, g.name, {_OWNER} as owner, g.state, g.kind, g.tier, g.aim,
    array(select l.label from group_labels l
          where l.corp_id = g.corp_id and l.group_id = g.id order by l.label) as labels,
    g.created_at, g.people, g.staff, r.joined as joined_7, r.gone as left_7, g.last_joined_at,
    greatest(g.last_joined_at, g.last_left_at) as quiet_since, g.read_at,
    (select json_build_object(
       'phase', case when g.state <> 'dismissed' then h.phase end,
       'why_null', case when g.state = 'dismissed' then 'dismissed'
                        when h.reckoned_at is null then 'not_reckoned' else h.why_null end,
       'since', case when g.state <> 'dismissed' then h.since end,
       'reasons', case when g.state <> 'dismissed' and h.phase is not null
                       then h.reasons else '[]' end,
       'known_from', h.known_from, 'reckoned_at', h.reckoned_at)
     from (select) one
     left join group_phases h on h.corp_id = g.corp_id and h.group_id = g.id) as phase"""  # noqa: S608 - of this file's own texts
_COUNTED: Final = f"""
    {OWNED}
    cross join lateral (
      select count(*) filter (where m.joined_at > :week) as joined,
             count(*) filter (where m.left_at > :week) as gone
      from group_members m
      where m.corp_id = g.corp_id and m.group_id = g.id and m.customer_id is not null
        and (m.joined_at > :week or m.left_at > :week)) r"""  # noqa: S608 - of this file's own texts

PHASED: Final = """coalesce((select h.phase from group_phases h
      where h.corp_id = g.corp_id and h.group_id = g.id and g.state <> 'dismissed'), 'none')
    = any(cast(:phases as text[]))"""
"""Groups of these phases; `none` are those without."""

PAGE: Final = """
    with recent as materialized ({recent})
    select g.id, {key} as key
    from group_chats g left join recent r on r.group_id = g.id
    where g.corp_id = :corp_id {more}
    order by {key} {way}, g.id {way}
    limit :limit
"""
ROWS: Final = f"""
    select {_ROW} from group_chats g {_COUNTED}
    where g.corp_id = :corp_id and g.id = any(cast(:ids as bigint[]))
"""  # noqa: S608 - of this file's own texts
COUNT: Final = "select count(*) from group_chats g where g.corp_id = :corp_id {more}"
DETAIL: Final = f"""
    select {_ROW}, g.notice, g.chat_id, g.profile_version, g.dismissed_at, p.*,
      array(select json_build_object('id', a.id, 'name', a.name)
            from group_members m
            join staff a on (a.corp_id, a.id) = (m.corp_id, m.staff_id)
            where m.corp_id = g.corp_id and m.group_id = g.id and m.is_admin
              and m.left_at is null
            order by a.name, a.id) as admins
    from group_chats g {_COUNTED}
    cross join lateral (
      select count(*) filter (where f.friend) as friends,
             count(*) filter (where not f.friend) as strangers,
             json_build_object(
               'invited', count(*) filter (where m.scene = 1),
               'link', count(*) filter (where m.scene = 2),
               'code', count(*) filter (where m.scene = 3),
               'unknown', count(*) filter (where coalesce(m.scene, 0) not in (1, 2, 3))) as scenes
      from group_members m
      cross join lateral (
        select {FRIEND} as friend) f
      where m.corp_id = g.corp_id and m.group_id = g.id and m.customer_id is not null
        and m.left_at is null) p
    where g.corp_id = :corp_id and g.id = :group_id
"""  # noqa: S608 - of this file's own texts
SUMMARY: Final = """
    with living as materialized (
      select * from group_chats g where g.corp_id = :corp_id and g.state <> 'dismissed' {more}
    ), recent as materialized ({recent}), persons as (
      select m.customer_id, count(*) as seats
      from group_members m
      where m.corp_id = :corp_id and m.customer_id is not null and m.left_at is null {mine}
      group by m.customer_id
    ), met as (
      select count(*) as persons, count(*) filter (where seats > 1) as in_several from persons
    )
    select count(*) as groups, coalesce(sum(g.people), 0) as seats, max(met.persons) as persons,
           max(met.in_several) as in_several, coalesce(sum(r.joined), 0) as joined_7,
           coalesce(sum(r.gone), 0) as left_7,
           count(*) filter (where g.state in ('owner_left', 'in_handover')) as owner_left,
           count(*) filter (where g.people + g.staff >= :full) as nearly_full,
           count(*) filter (where g.kind is null or g.tier is null) as without_profile,
           min(g.read_at) as read_at
    from living g cross join met left join recent r on r.group_id = g.id
"""
LABELS: Final = """
    select l.label, count(*) as count from group_labels l
    join group_chats g on (g.corp_id, g.id) = (l.corp_id, l.group_id) and g.state <> 'dismissed'
    where l.corp_id = :corp_id group by l.label order by count(*) desc, l.label limit 500
"""

RANK: Final = """
    case when m.staff_id is null then 3 when m.staff_id = g.owner_staff_id then 0
         when m.is_admin then 1 else 2 end"""
STAYS: Final = f"""
    select m.member, m.name, m.nickname, m.joined_at, m.scene, m.code_state, m.left_at,
           m.left_how, k.rank, r.role as own_role,
           case when n.id is not null then json_build_object('id', n.id, 'name', n.name) end
             as insider,
           case when m.staff_id is not null
                then json_build_object('id', m.staff_id, 'name', coalesce(s.name, '')) end as staff,
           case when c.id is not null
                then json_build_object('id', c.id, 'name', c.name, 'state', c.state) end
             as customer,
           case when i.id is not null then json_build_object('id', i.id, 'name', i.name) end
             as inviter
    from group_members m
    join group_chats g on (g.corp_id, g.id) = (m.corp_id, m.group_id)
    cross join lateral (select {RANK} as rank) k
    left join staff s on (s.corp_id, s.id) = (m.corp_id, m.staff_id)
    left join staff i on (i.corp_id, i.id) = (m.corp_id, m.inviter_staff_id)
    left join customers c on (c.corp_id, c.id) = (m.corp_id, m.customer_id)
    left join group_roles r
      on r.corp_id = m.corp_id and r.group_id = m.group_id and r.member = m.member
    left join group_insiders o on o.corp_id = m.corp_id and o.customer_id = m.customer_id
    left join staff n on n.corp_id = o.corp_id and n.id = o.staff_id
    where m.corp_id = :corp_id and m.group_id = :group_id {{more}}
    order by {{order}} limit :limit
"""  # noqa: S608 - of this file's own texts

# Joins and leaves of one minute are one line; of one alone it says who.
LIFE: Final = """
    with lines as (
      select h.at, 0 as source, h.id, 'group.' || h.kind as kind, h.actor, h.props,
             null::bigint as count, null::text as member, null::smallint as scene,
             null::text as left_how
      from group_happenings h
      where h.corp_id = :corp_id and h.group_id = :group_id
        and (cast(:at as timestamptz) is null or h.at <= :at)
      union all
      select date_trunc('minute', m.joined_at), 1, 0, 'member.joined', null, '{}', count(*),
             case when count(*) = 1 then min(m.member) end,
             case when count(distinct m.scene) = 1 then min(m.scene) end, null
      from group_members m
      where m.corp_id = :corp_id and m.group_id = :group_id
        and (cast(:at as timestamptz) is null
             or m.joined_at < date_trunc('minute', cast(:at as timestamptz)) + interval '1 minute')
      group by 1
      union all
      select date_trunc('minute', m.left_at), 2,
             case m.left_how when 'left' then 0 when 'put_out' then 1 when 'unseen' then 2
                             else 3 end,
             'member.left', null, '{}', count(*),
             case when count(*) = 1 then min(m.member) end, null, m.left_how
      from group_members m
      where m.corp_id = :corp_id and m.group_id = :group_id and m.left_at is not null
        and (cast(:at as timestamptz) is null
             or m.left_at < date_trunc('minute', cast(:at as timestamptz)) + interval '1 minute')
      group by 1, m.left_how
    ), page as (
      select * from lines
      where cast(:at as timestamptz) is null or (at, source, id) < (:at, :source, :id)
      order by at desc, source desc, id desc limit :limit
    )
    select p.*, w.name,
           case when s.id is not null then json_build_object('id', s.id, 'name', s.name) end
             as staff,
           case when c.id is not null
                then json_build_object('id', c.id, 'name', c.name, 'state', c.state) end as person
    from page p
    left join lateral (
      select m.name, m.staff_id, m.customer_id from group_members m
      where m.corp_id = :corp_id and m.group_id = :group_id and m.member = p.member
      order by m.joined_at desc limit 1) w on true
    left join staff s on s.corp_id = :corp_id and s.id = w.staff_id
    left join customers c on c.corp_id = :corp_id and c.id = w.customer_id
    order by p.at desc, p.source desc, p.id desc
"""

_SEVERAL: Final = """
      select m.customer_id, count(*) as count
      from group_members m
      where m.corp_id = :corp_id and m.customer_id is not null and m.left_at is null {mine}
      group by m.customer_id
      having count(*) >= :least {having}"""
DUPLICATES: Final = f"""
    with several as ({_SEVERAL}), page as (
      select v.*, c.name, c.state from several v
      join customers c on c.corp_id = :corp_id and c.id = v.customer_id
      where true {{more}}
      order by v.count desc, v.customer_id limit :limit
    )
    select p.*, array(
      select json_build_object('id', g.id, 'name', g.name, 'owner', {_OWNER})
      from group_members m
      join group_chats g on (g.corp_id, g.id) = (m.corp_id, m.group_id)
      {OWNED}
      where m.corp_id = :corp_id and m.customer_id = p.customer_id and m.left_at is null
      order by g.name_sort, g.id limit 20) as groups
    from page p order by p.count desc, p.customer_id
"""  # noqa: S608 - of this file's own texts
COUNT_DUPLICATES: Final = f"""
    select count(*) from ({_SEVERAL}) v
    join customers c on c.corp_id = :corp_id and c.id = v.customer_id
    where true {{more}}
"""  # noqa: S608 - of this file's own texts

OF_CUSTOMER: Final = f"""
    select g.id, g.name, {_OWNER} as owner, m.joined_at, m.left_at, m.left_how, m.scene,
           case when i.id is not null then json_build_object('id', i.id, 'name', i.name) end
             as inviter
    from group_members m
    join group_chats g on (g.corp_id, g.id) = (m.corp_id, m.group_id)
    {OWNED}
    left join staff i on (i.corp_id, i.id) = (m.corp_id, m.inviter_staff_id)
    where m.corp_id = :corp_id and m.customer_id = :customer_id
    order by m.left_at is not null, m.joined_at desc, g.id limit 500
"""  # noqa: S608 - of this file's own texts


def seen(session: AsyncSession, asked: dict[str, Any], group: str = "g.id") -> str:
    """Keeps to the groups of the members of who asks."""
    scope = staff_in_scope(session)
    if scope is None:
        return ""
    asked["scope"] = list(scope)
    return _SCOPE.format(group=group)
