"""Statements that look after all codes of a corp at once. They need the owner's session."""

from typing import Final

from sqlalchemy import text

from yutang.wecom.join_ways import MAX_GROUPS

LOCK: Final = text("select pg_advisory_xact_lock(hashtext('groupcodes'), cast(:corp_id as int))")
"""The reader of events and the clock's look come one after the other."""
HOLD: Final = text(
    "select id from group_codes where corp_id = :corp_id"
    " and status not in ('deleting', 'deleted') order by id for update"
)
"""Who changes a queue holds its code first: the look must not do it the other way about."""
CORPS: Final = text(
    "select distinct corp_id from group_codes where status not in ('deleting', 'deleted')"
    " order by corp_id"
)
CORPS_OF: Final = text(
    "select distinct corp_id from group_codes where status not in ('deleting', 'deleted')"
    " and corp_id = any(cast(:corps as bigint[])) order by corp_id"
)
_CODES: Final = """
    codes as materialized (
      select * from group_codes
      where corp_id = :corp_id and status not in ('deleting', 'deleted')
    )
"""
# Groups of which something was learned since the last look, or that an event names.
_FRESH: Final = """
    fresh as materialized (
      select g.* from group_chats g
      where g.corp_id = :corp_id
        and (greatest(g.read_at, g.last_joined_at, g.last_left_at, g.dismissed_at)
               >= (select min(tended_at) - cast(:overlap as interval) from codes)
             or g.id = any(cast(:groups as bigint[])))
    )
"""
RECOGNISE: Final = text(
    f"""
    with {_CODES}, {_FRESH}, named as (
      select c.id as code_id, c.opener_staff_id, c.created_at as since, f.id as group_id,
             f.owner_staff_id, f.created_at,
             cast(substring(f.name from '[0-9]+$') as bigint) as number
      from codes c
      join fresh f on c.opens <> 'nobody' and c.room_base_name <> ''
        and f.state <> 'dismissed' and f.name ^@ c.room_base_name
        and substr(f.name, length(c.room_base_name) + 1) ~ '^[1-9][0-9]{{0,5}}$'
    ), found as (
      select n.* from named n
      where n.created_at >= n.since - interval '1 hour'
        and not exists (select from group_code_groups q
                        where (q.corp_id, q.code_id, q.group_id)
                            = (:corp_id, n.code_id, n.group_id))
        and (n.owner_staff_id = n.opener_staff_id
             or exists (select from group_code_groups q
                        join group_chats g on (g.corp_id, g.id) = (q.corp_id, q.group_id)
                        where q.corp_id = :corp_id and q.code_id = n.code_id
                          and g.owner_staff_id = n.owner_staff_id))
    ), counted as (
      update group_codes c set next_number = greatest(c.next_number, f.number + 1)
      from (select code_id, max(number) as number from found group by 1) f
      where c.corp_id = :corp_id and c.id = f.code_id
    )
    insert into group_code_groups (corp_id, code_id, group_id, place, added_by, added_at)
    select :corp_id, f.code_id, f.group_id,
           coalesce((select max(q.place) from group_code_groups q
                     where q.corp_id = :corp_id and q.code_id = f.code_id), 0)
             + row_number() over (partition by f.code_id order by f.number, f.group_id),
           'system', :now
    from found f
    returning code_id, group_id
    """  # noqa: S608 - of this file's own texts
)
"""Groups that are called as the next one was to be, by who was to open it, join the queue."""
JOINS: Final = text(
    f"""
    with {_CODES}, {_FRESH}, came as materialized (
      select c.id as code_id, m.group_id, m.customer_id, min(m.joined_at) as joined_at,
             -- Who left and was invited back is there, whatever he came by.
             case when not bool_or(m.left_at is null) and not exists (
               select from group_members p
               where p.corp_id = :corp_id and p.group_id = m.group_id and p.member = min(m.member)
                 and p.left_at is null) then max(m.left_at) end as left_at
      from fresh f
      join group_members m on m.corp_id = :corp_id and m.group_id = f.id
      join codes c on c.state = m.code_state
      where m.customer_id is not null
      group by c.id, m.group_id, m.customer_id
    ), news as (
      select n.code_id, n.group_id, n.customer_id, least(j.joined_at, n.joined_at) as joined_at,
             n.left_at
      from came n
      left join group_code_joins j
        on (j.corp_id, j.code_id, j.group_id, j.customer_id)
         = (:corp_id, n.code_id, n.group_id, n.customer_id)
      where j.corp_id is null
         or (j.joined_at, j.left_at) is distinct from
            (least(j.joined_at, n.joined_at), n.left_at)
      limit :most
    )
    insert into group_code_joins
      (corp_id, code_id, group_id, customer_id, joined_at, left_at)
    select :corp_id, code_id, group_id, customer_id, joined_at, left_at from news
    on conflict (corp_id, code_id, group_id, customer_id) do update
      set joined_at = excluded.joined_at, left_at = excluded.left_at
    returning code_id, customer_id, xmax = 0 as is_new
    """  # noqa: S608 - of this file's own texts
)
"""Who came by which code, from the stays, so many at once; new ones are said, to be tagged."""
COUNT: Final = text(
    f"""
    with {_CODES}, {_FRESH}, told as (
      select q.code_id, q.group_id, c.scan_size, c.total_size, q.full_at, q.counted_at,
             coalesce(g.people + g.staff, 0) as present,
             case when g.state = 'dismissed' then 'gone'
                  when g.state in ('owner_left', 'in_handover') then 'paused' end as unfit,
             case when q.counted_at is null or f.id is not null then
               (select count(*) from group_code_joins j
                where (j.corp_id, j.code_id, j.group_id) = (:corp_id, q.code_id, q.group_id))
             else q.scanned end as scanned
      from group_code_groups q
      join codes c on c.id = q.code_id
      join group_chats g on g.corp_id = q.corp_id and g.id = q.group_id
      left join fresh f on f.id = q.group_id
      where q.corp_id = :corp_id and q.removed_at is null
    ), filled as (
      -- One that was full stays so, until somebody changes the sizes.
      select t.*, case when t.scanned >= t.scan_size or t.present >= t.total_size
                         then coalesce(t.full_at, :now)
                       when t.counted_at is not null then t.full_at end as now_full_at
      from told t
    )
    update group_code_groups q
    set scanned = f.scanned, present = f.present, full_at = f.now_full_at, counted_at = :now,
        standing = coalesce(f.unfit, case when f.now_full_at is null then 'open' else 'full' end)
    from filled f
    where q.corp_id = :corp_id and q.code_id = f.code_id and q.group_id = f.group_id
      and (q.counted_at is null
           or (q.scanned, q.present, q.full_at, q.standing) is distinct from
              (f.scanned, f.present, f.now_full_at,
               coalesce(f.unfit, case when f.now_full_at is null then 'open' else 'full' end)))
    """  # noqa: S608 - of this file's own texts
)
"""How full the groups of all queues are, and whether they may be led into."""
PICTURES: Final = text(
    f"""
    with {_CODES}, {_FRESH}
    update group_code_pictures p set joined = n.joined
    from (
      select p.id, count(distinct m.customer_id) as joined
      from group_code_pictures p
      join fresh f on f.id = p.group_id
      join group_members m on m.corp_id = :corp_id and m.group_id = f.id and m.scene = 3
        and m.code_state is null and m.customer_id is not null and m.joined_at >= p.created_at
      where p.corp_id = :corp_id and p.removed_at is null and p.expires_at > :now
      group by 1
    ) n
    where p.corp_id = :corp_id and p.id = n.id and p.joined <> n.joined
    """  # noqa: S608 - of this file's own texts
)
WINDOWS: Final = text(
    f"""
    with {_CODES}, placed as (
      select q.code_id, q.group_id, q.place, q.standing,
             row_number() over (partition by q.code_id, q.standing = 'open'
                                order by q.place, q.group_id) as n,
             -- The other way about: the newest first, those with an owner before others.
             row_number() over (partition by q.code_id
                                order by q.standing = 'paused', q.place desc, q.group_id) as back
      from group_code_groups q
      join codes c on c.id = q.code_id
      where q.corp_id = :corp_id and q.removed_at is null and q.standing <> 'gone'
    ), chosen as (
      select c.id,
             array_agg(p.group_id order by p.n) filter (
               where p.standing = 'open' and p.n <= {MAX_GROUPS}) as open,
             array_agg(p.group_id order by p.back) filter (where p.back <= {MAX_GROUPS}) as last,
             c.opens
      from codes c join placed p on p.code_id = c.id
      group by c.id, c.opens
    ), wanted as (
      -- Where none is open and WeCom makes the next one, it needs some to follow.
      select id, coalesce(open, case when opens = 'wecom' then last end) as groups from chosen
    )
    update group_codes c
    set wanted_groups = w.groups, problem = null, said = '',
        status = case when c.config_id is null then 'making' else 'updating' end
    from wanted w
    where c.corp_id = :corp_id and c.id = w.id and w.groups is not null
      and c.wanted_groups is distinct from w.groups
    returning c.id, c.wanted_groups
    """  # noqa: S608 - of this file's own texts
)
"""The first five open groups of each queue; where none is left the code stays as it is."""
LEVELS: Final = text(
    f"""
    with {_CODES}, sums as (
      select c.id, c.opens, c.warned, count(*) filter (where q.standing = 'open') as open_groups,
             coalesce(sum(greatest(0, least(c.scan_size - q.scanned, c.total_size - q.present)))
                        filter (where q.standing = 'open'), 0) as places,
             c.scan_size * count(q.group_id) filter (where q.standing <> 'gone') as all_places,
             count(q.group_id) as queued
      from codes c
      left join group_code_groups q
        on q.corp_id = :corp_id and q.code_id = c.id and q.removed_at is null
      group by c.id, c.opens, c.warned, c.scan_size
    ), judged as (
      select s.*, case when s.opens = 'wecom' or s.queued = 0 then null
                       when s.open_groups = 0 then 'out'
                       when s.open_groups = 1 or s.places * 5 <= s.all_places then 'low' end
                  as level
      from sums s
    )
    update group_codes c
    set warned = j.level,
        warned_round = c.warned_round
          + (j.level is not null and (c.warned is null or j.level = 'out'))::int
    from judged j
    where c.corp_id = :corp_id and c.id = j.id and c.warned is distinct from j.level
    returning c.id, c.name, j.warned as before, j.level, c.warned_round as round,
              j.open_groups, j.places, c.opens
    """  # noqa: S608 - of this file's own texts
)
"""Codes that stand worse or better than was told last."""
WAITING_FOR_NEXT: Final = text(
    """
    select c.id, c.name, c.room_base_name, c.next_number, c.opener_staff_id
    from group_codes c
    where c.corp_id = :corp_id and c.opens = 'member' and c.opener_staff_id is not null
      and c.status not in ('deleting', 'deleted')
      and (c.warned is not null
           or not exists (select from group_code_groups q
                          where q.corp_id = c.corp_id and q.code_id = c.id
                            and q.removed_at is null))
      and not exists (select from tasks t
                      where t.corp_id = c.corp_id and t.source = :source
                        and t.source_key = c.id || ':' || c.next_number)
    order by c.id
    """
)
"""Codes whose next group nobody was asked for yet."""
OPENED: Final = text(
    """
    select t.id from tasks t
    join group_codes c on c.corp_id = t.corp_id
      and c.id = cast(split_part(t.source_key, ':', 1) as bigint)
    where t.corp_id = :corp_id and t.source = :source and t.state = 'open'
      and (cast(split_part(t.source_key, ':', 2) as bigint) < c.next_number
           or c.status in ('deleting', 'deleted') or c.opens <> 'member')
    order by t.id
    """
)
"""Tasks to open a group that is there, or that nobody wants any more."""
EXPIRING: Final = text(
    """
    update group_code_pictures p set warned_at = :now
    from group_codes c
    where p.corp_id = :corp_id and c.corp_id = p.corp_id and c.id = p.code_id
      and c.status not in ('deleting', 'deleted')
      and p.removed_at is null and p.warned_at is null
      and p.expires_at > :now and p.expires_at <= :soon
    returning p.id, p.code_id, c.name, p.expires_at
    """
)
TENDED: Final = text(
    "update group_codes set tended_at = :now"
    " where corp_id = :corp_id and status not in ('deleting', 'deleted')"
)
TAGS: Final = text(
    "select id, tag_ids from group_codes where corp_id = :corp_id"
    " and id = any(cast(:ids as bigint[])) and tag_ids <> '{}'"
)
