"""Statements of page codes; each names its corp."""

from typing import Final

from sqlalchemy import text

FIND: Final = text(
    """
    select p.corp_id, p.channel_id, p.rule, c.status, c.name
    from page_codes p
    join channels c on c.corp_id = p.corp_id and c.id = p.channel_id
    where p.slug = :slug
    """
)
"""Of whichever corp: an address names none. Needs the owner's session."""

LOCK: Final = text(
    """
    select p.turns from page_codes p
    join channels c on c.corp_id = p.corp_id and c.id = p.channel_id
                   and c.status not in ('deleting', 'deleted')
    where p.corp_id = :corp_id and p.channel_id = :channel_id
    for update of p
    """
)
"""One visitor of a code at a time: who comes next counts the place that this one holds."""

FACTS: Final = text(
    """
    select w.staff_id, s.name, w.qr_content, s.status as standing,
           coalesce(m.weight, 1) as weight, m.daily_cap, coalesce(d.adds, 0) as adds,
           coalesce(h.held, 0) as held,
           coalesce(l.used, 0) as load, l.used is not null as counted,
           exists (select from channel_staff cs where cs.corp_id = w.corp_id
                   and cs.channel_id = w.channel_id and cs.staff_id = w.staff_id) as is_member
    from page_code_ways w
    join staff s on s.corp_id = w.corp_id and s.id = w.staff_id
                and s.status not in ('left', 'disabled')
    left join page_code_members m on m.corp_id = w.corp_id and m.channel_id = w.channel_id
                                 and m.staff_id = w.staff_id
    left join page_code_days d on d.corp_id = w.corp_id and d.channel_id = w.channel_id
                              and d.day = :day and d.staff_id = w.staff_id
    left join (select staff_id, count(*) as held from page_code_assignments
               where corp_id = :corp_id and channel_id = :channel_id
                 and added_at is null and hold_until > :now
               group by staff_id) h on h.staff_id = w.staff_id
    left join staff_loads l on l.corp_id = w.corp_id and l.staff_id = w.staff_id
    where w.corp_id = :corp_id and w.channel_id = :channel_id and w.qr_content is not null
    order by w.staff_id
    """
)
"""A way whose change WeCom refused goes on as it was before."""

LAST: Final = text(
    """
    select a.id, a.staff_id, a.reason, a.city, a.shown_at, a.hold_until, a.added_at
    from page_code_assignments a
    where a.corp_id = :corp_id and a.channel_id = :channel_id and a.visitor = :visitor
    order by a.id desc limit 1
    """
)

SHOWN: Final = text(
    """
    select s.name, w.qr_content from page_code_ways w
    join staff s on s.corp_id = w.corp_id and s.id = w.staff_id
                and s.status not in ('left', 'disabled')
    where w.corp_id = :corp_id and w.channel_id = :channel_id and w.staff_id = :staff_id
      and w.qr_content is not null
    """
)

FRIEND: Final = text(
    """
    select f.staff_id from follows f
    where f.corp_id = :corp_id and f.customer_id = :customer_id and f.state = 'friend'
      and f.staff_id = any(cast(:staff as bigint[]))
    order by f.added_at desc, f.staff_id limit 1
    """
)

SEEN: Final = text(
    """
    insert into page_code_visitors as v (corp_id, channel_id, visitor, seen_at)
    values (:corp_id, :channel_id, :visitor, :now)
    on conflict (corp_id, channel_id, visitor) do update set seen_at = excluded.seen_at
    where v.seen_at <= :again
    returning 1
    """
)
"""A row only where this opening counts as a scan of its own."""

COUNT_SCAN: Final = text(
    """
    insert into page_code_scans as c (corp_id, channel_id, day, scans)
    values (:corp_id, :channel_id, :day, 1)
    on conflict (corp_id, channel_id, day) do update set scans = c.scans + 1
    """
)

COUNT_SHOWN: Final = text(
    """
    insert into page_code_days as d (corp_id, channel_id, day, staff_id, shown)
    values (:corp_id, :channel_id, :day, :staff_id, 1)
    on conflict (corp_id, channel_id, day, staff_id) do update set shown = d.shown + 1
    """
)

GIVE_BACK: Final = text(
    """
    update page_code_assignments set hold_until = :now
    where corp_id = :corp_id and channel_id = :channel_id and visitor = :visitor
      and added_at is null and hold_until > :now
    """
)

ASSIGN: Final = text(
    """
    insert into page_code_assignments
      (corp_id, channel_id, staff_id, visitor, reason, city, shown_at, hold_until)
    values (:corp_id, :channel_id, :staff_id, :visitor, :reason, :city, :now, :hold_until)
    """
)

KEEP_TURNS: Final = text(
    """
    update page_codes set turns = cast(:turns as jsonb)
    where corp_id = :corp_id and channel_id = :channel_id
    """
)

STAFF: Final = text(
    """
    select staff_id from page_code_ways
    where corp_id = :corp_id and channel_id = :channel_id and qr_content is not null
    """
)

PUT_MEMBERS: Final = text(
    """
    with wanted as (
      select * from unnest(cast(:staff as bigint[]), cast(:weights as bigint[]),
                           cast(:caps as bigint[])) as t (staff_id, weight, daily_cap)
    ), others as (
      update page_code_members m set weight = 1, daily_cap = null
      where m.corp_id = :corp_id and m.channel_id = :channel_id
        and m.staff_id <> all (cast(:staff as bigint[]))
        and (m.weight, coalesce(m.daily_cap, 0)) <> (1, 0)
    )
    insert into page_code_members as m (corp_id, channel_id, staff_id, weight, daily_cap)
    select :corp_id, :channel_id, staff_id, weight, nullif(daily_cap, 0) from wanted
    on conflict (corp_id, channel_id, staff_id)
    do update set weight = excluded.weight, daily_cap = excluded.daily_cap
    """
)

ADDS: Final = text(
    """
    insert into page_code_days as d (corp_id, channel_id, day, staff_id, adds)
    select :corp_id, channel_id, day, staff_id, count(*)
    from unnest(cast(:channels as bigint[]), cast(:staff as bigint[]), cast(:days as date[]))
         as t (channel_id, staff_id, day)
    group by channel_id, day, staff_id order by channel_id, day, staff_id
    on conflict (corp_id, channel_id, day, staff_id) do update set adds = d.adds + excluded.adds
    """
)

# WeCom does not tell which opening of the page an add came from: it takes the oldest place that is
# held for the member still, else the newest that was given back within a day.
USE_HOLD: Final = text(
    """
    update page_code_assignments set added_at = :at
    where corp_id = :corp_id and id = (
      select a.id from page_code_assignments a
      where a.corp_id = :corp_id and a.channel_id = :channel_id and a.staff_id = :staff_id
        and a.added_at is null and a.hold_until is not null
        and a.shown_at > cast(:at as timestamptz) - interval '1 day'
      order by (a.hold_until > :at) desc,
               case when a.hold_until > :at then a.id else -a.id end
      limit 1)
    """
)

RULED: Final = text(
    """
    select staff_id, weight, daily_cap from page_code_members
    where corp_id = :corp_id and channel_id = :channel_id
      and (weight <> 1 or daily_cap is not null)
    order by staff_id
    """
)

PAGES: Final = text(
    """
    select c.corp_id, c.id, c.state from channels c
    where c.kind = 'page' and (c.corp_id, c.state) in (
      select * from unnest(cast(:corps as bigint[]), cast(:states as text[])))
    """
)
"""Page codes by (corp, state), deleted ones too: their ways may be scanned until they are gone."""

HALVES: Final = text(
    """
    select distinct h.customer_id, h.staff_id from follow_history h
    where h.corp_id = :corp_id and h.change = 'half_added'
      and (h.customer_id, h.staff_id) in (
        select * from unnest(cast(:customers as bigint[]), cast(:staff as bigint[])))
      and h.at > cast(:since as timestamptz)
    """
)

UNSETTLE: Final = text(
    """
    update channels c
    set status = case when c.status in ('creating', 'deleting') then c.status else 'updating' end
    where c.kind = 'page' and c.status <> 'deleted'
      and ((c.corp_id, c.id) in (
             select w.corp_id, w.channel_id from page_code_ways w
             where (w.corp_id, w.staff_id) in (
               select * from unnest(cast(:corps as bigint[]), cast(:staff as bigint[]))))
           or (c.corp_id, c.id) in (
             select * from unnest(cast(:rota_corps as bigint[]), cast(:channels as bigint[]))))
    returning c.corp_id, c.id
    """
)
"""Page codes whose ways are to be looked at: of members who left, or whose rota changed."""

MEMBERS: Final = text(
    """
    select s.id, s.name, s.account, s.status,
           cs.staff_id is not null as is_member,
           coalesce(m.weight, 1) as weight, m.daily_cap, w.status as way, w.error,
           coalesce(d.shown, 0) as shown, coalesce(d.adds, 0) as adds,
           (select count(*) from page_code_assignments a
            where a.corp_id = s.corp_id and a.channel_id = :channel_id and a.staff_id = s.id
              and a.added_at is null and a.hold_until > :now) as held
    from staff s
    left join channel_staff cs on cs.corp_id = s.corp_id and cs.channel_id = :channel_id
                              and cs.staff_id = s.id
    left join page_code_members m on m.corp_id = s.corp_id and m.channel_id = :channel_id
                                 and m.staff_id = s.id
    left join page_code_ways w on w.corp_id = s.corp_id and w.channel_id = :channel_id
                              and w.staff_id = s.id
    left join page_code_days d on d.corp_id = s.corp_id and d.channel_id = :channel_id
                              and d.day = :day and d.staff_id = s.id
    where s.corp_id = :corp_id
      and (cs.staff_id is not null or s.id = any(cast(:extra as bigint[])))
    order by cs.staff_id is null, s.id
    """
)

DAYS: Final = text(
    """
    select day, sum(scans) as scans, sum(shown) as shown, sum(adds) as adds from (
      select day, scans, 0 as shown, 0 as adds from page_code_scans
      where corp_id = :corp_id and channel_id = :channel_id and day between :start and :stop
      union all
      select day, 0, shown, adds from page_code_days
      where corp_id = :corp_id and channel_id = :channel_id and day between :start and :stop
    ) t group by day
    """
)

SHARES: Final = text(
    """
    select d.staff_id, s.name, s.account, s.status, sum(d.shown) as shown, sum(d.adds) as adds
    from page_code_days d
    join staff s on s.corp_id = d.corp_id and s.id = d.staff_id
    where d.corp_id = :corp_id and d.channel_id = :channel_id and d.day between :start and :stop
    group by 1, 2, 3, 4
    order by sum(d.shown) desc, d.staff_id
    """
)

ASSIGNMENTS: Final = text(
    """
    select a.id, a.reason, a.city, a.shown_at, a.hold_until, a.added_at,
           s.id as staff_id, s.name, s.account
    from page_code_assignments a
    join staff s on s.corp_id = a.corp_id and s.id = a.staff_id
    where a.corp_id = :corp_id and a.channel_id = :channel_id
      and (cast(:after as bigint) is null or a.id < cast(:after as bigint))
    order by a.id desc limit :limit
    """
)

FORGET: Final = text(
    """
    with old as (
      select corp_id, id from page_code_assignments
      where corp_id = :corp_id and shown_at < :before limit 1000
    ), gone as (
      delete from page_code_assignments a using old
      where a.corp_id = old.corp_id and a.id = old.id returning 1
    ), unseen as (
      select corp_id, channel_id, visitor from page_code_visitors
      where corp_id = :corp_id and seen_at < :before limit 1000
    ), away as (
      delete from page_code_visitors v using unseen u
      where (v.corp_id, v.channel_id, v.visitor) = (u.corp_id, u.channel_id, u.visitor) returning 1
    )
    select (select count(*) from gone) + (select count(*) from away)
    """
)

LONGEST_MEMORY: Final = text(
    """
    select coalesce(max((p.rule->>'sticky_days')::int), 0) from page_codes p
    where p.corp_id = :corp_id
    """
)

STUCK: Final = text(
    """
    select p.corp_id, p.channel_id from page_codes p
    join channels c on c.corp_id = p.corp_id and c.id = p.channel_id
    where c.status in ('creating', 'updating', 'deleting')
    """
)
"""Of all corps: what a lost job left half done."""
