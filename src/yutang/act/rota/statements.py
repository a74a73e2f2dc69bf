"""Questions over many codes at once; each names its corp."""

from typing import Final

from sqlalchemy import text

_PLACE: Final = """
    place as materialized (
      select c.timezone as zone, cast(:now as timestamptz) at time zone c.timezone as here,
             date_trunc('day', cast(:now as timestamptz) at time zone c.timezone)
               at time zone c.timezone as day_start,
             (date_trunc('day', cast(:now as timestamptz) at time zone c.timezone)
               + interval '1 day') at time zone c.timezone as day_stop
      from corps c where c.id = :corp_id
    ), minute as materialized (
      select cast((extract(isodow from here) - 1) * 1440 + extract(hour from here) * 60
                  + extract(minute from here) as integer) as now
      from place
    )
"""

# A half add and its completion, and one who comes again on the same day, are one person.
# Callbacks name members as WeCom's console writes them, `staff` in lower case.
_ADDS: Final = """
    adds as materialized (
      select channel_id, account, count(*) as adds
      from (select c.id as channel_id, lower(w.account) as account, w.external_id
            from codes c
            join welcomes w on w.corp_id = :corp_id and w.channel = c.state
            where w.received_at >= (select day_start from place)
              and w.received_at < (select day_stop from place) and not w.owner_change
            group by 1, 2, 3) persons
      group by 1, 2
    )
"""

WHO_IS_ON: Final = text(
    f"""
    with {_PLACE}, codes as materialized (
      select c.id, c.state, r.day_cap
      from channels c
      left join rotas r on r.corp_id = c.corp_id and r.channel_id = c.id
      where c.corp_id = :corp_id and c.id = any(cast(:channels as bigint[]))
        and c.status <> 'deleted'
    ), {_ADDS}, hours as materialized (
      select h.channel_id, h.staff_id,
             bool_or(mod(m.now - ((h.weekday - 1) * 1440 + h.start) + 10080, 10080)
                     < h.stop - h.start) as open
      from codes c
      join rota_hours h on h.corp_id = :corp_id and h.channel_id = c.id
      cross join minute m
      group by 1, 2
    ), people as (
      select m.channel_id, m.staff_id, cast(null as smallint) as place
      from codes c
      join channel_staff m on m.corp_id = :corp_id and m.channel_id = c.id
      union all
      select i.channel_id, i.staff_id, i.place
      from codes c
      join rota_stand_ins i on i.corp_id = :corp_id and i.channel_id = c.id
    )
    select c.id as channel_id, p.place, s.id as staff_id, s.name, s.account, s.status,
           d.staff_id is not null as off_duty, d.off_until,
           coalesce(own.open, everyone.open, true) as in_hours,
           coalesce(a.adds, 0) as adds_today,
           case when p.place is null then coalesce(k.day_cap, c.day_cap) else k.day_cap end
             as day_cap,
           case when l.used is not null then
             greatest(0, (select coalesce(max(cast(v.value #>> '{{}}' as bigint)), :staff_limit)
                          from corp_preferences v
                          where v.corp_id = :corp_id and v.name = 'staff_customer_limit') - l.used)
           end as room_left
    from codes c
    left join people p on p.channel_id = c.id
    left join staff s on s.corp_id = :corp_id and s.id = p.staff_id
    left join staff_duties d on d.corp_id = :corp_id and d.staff_id = p.staff_id
                            and (d.off_until is null or d.off_until > :now)
    left join hours own on own.channel_id = c.id and own.staff_id = p.staff_id
    left join hours everyone on everyone.channel_id = c.id and everyone.staff_id is null
    left join rota_caps k on k.corp_id = :corp_id and k.channel_id = c.id
                         and k.staff_id = p.staff_id
    left join staff_loads l on l.corp_id = :corp_id and l.staff_id = p.staff_id
    left join adds a on a.channel_id = c.id and a.account = s.account
    """  # noqa: S608 - made of this file's own words
)
"""Every member of these codes and every stand-in, with what the rules ask for.

Needs a session that sees the whole corp: others' adds count, and others' duty.
"""

SPANS: Final = text(
    """
    select h.channel_id, h.staff_id, h.weekday, h.start, h.stop
    from rota_hours h
    where h.corp_id = :corp_id and h.channel_id = any(cast(:channels as bigint[]))
    order by h.channel_id, h.staff_id nulls first, h.weekday, h.start
    """
)

TURNS: Final = text(
    """
    select c.id as channel_id,
           exists (select from rotas r where r.corp_id = :corp_id and r.channel_id = c.id
                   and r.day_cap is not null)
           or exists (select from rota_caps k where k.corp_id = :corp_id and k.channel_id = c.id)
             as capped,
           (select min(d.off_until)
            from staff_duties d
            where d.corp_id = :corp_id and d.off_until > :now
              and (exists (select from channel_staff m where m.corp_id = :corp_id
                           and m.channel_id = c.id and m.staff_id = d.staff_id)
                   or exists (select from rota_stand_ins i where i.corp_id = :corp_id
                              and i.channel_id = c.id and i.staff_id = d.staff_id))) as back_at
    from unnest(cast(:channels as bigint[])) as c (id)
    """
)

KEPT: Final = text(
    """
    select c.id as channel_id, t.staff_ids, t.asked_at
    from channels c
    left join rota_told t on t.corp_id = c.corp_id and t.channel_id = c.id
    where c.corp_id = :corp_id and c.id = any(cast(:channels as bigint[]))
      and c.kind = 'direct' and c.config_id is not null and c.status = 'active'
    """
)
"""Codes of which WeCom holds a list that is ours to keep, with the one it was last told.

One whose edit was refused goes on with the list before it until somebody tries again.
"""

MARK: Final = text(
    """
    insert into rota_told as t (corp_id, channel_id, asked_at, next_at)
    select :corp_id, m.channel_id, case when m.asked then cast(:now as timestamptz) end, m.next_at
    from unnest(cast(:channels as bigint[]), cast(:asked as boolean[]),
                cast(:moments as timestamptz[])) as m (channel_id, asked, next_at)
    order by m.channel_id
    on conflict (corp_id, channel_id) do update
      set next_at = excluded.next_at, asked_at = coalesce(excluded.asked_at, t.asked_at)
    where (t.next_at, t.asked_at) is distinct from
          (excluded.next_at, coalesce(excluded.asked_at, t.asked_at))
    """
)

DUE: Final = text(
    """
    select channel_id from rota_told
    where corp_id = :corp_id and next_at <= :now
    order by channel_id limit :limit
    """
)

DUE_CORPS: Final = text("select distinct corp_id from rota_told where next_at <= :now")

BACK: Final = text("delete from staff_duties where off_until <= :now returning corp_id, staff_id")

FULL: Final = text(
    """
    select distinct on (t.corp_id, t.channel_id) t.corp_id, t.channel_id
    from staff_loads l
    join channel_staff m on m.corp_id = l.corp_id and m.staff_id = l.staff_id
    join rota_told t on t.corp_id = m.corp_id and t.channel_id = m.channel_id
                    and l.staff_id = any(t.staff_ids)
    where l.corp_id = :corp_id
      and l.used >= (select coalesce(max(cast(v.value #>> '{}' as bigint)), :staff_limit)
                     from corp_preferences v
                     where v.corp_id = :corp_id and v.name = 'staff_customer_limit')
      and l.as_of > :since
    """
)
"""Codes that still send people to members whose lists became full."""

BECOME_DUE: Final = text(
    """
    insert into rota_told as t (corp_id, channel_id, next_at)
    select distinct :corp_id, found.channel_id, cast(:now as timestamptz)
    from (select channel_id from channel_staff
          where corp_id = :corp_id and staff_id = any(cast(:staff as bigint[]))
          union
          select channel_id from rota_stand_ins
          where corp_id = :corp_id and staff_id = any(cast(:staff as bigint[]))
          union
          select unnest(cast(:channels as bigint[]))) found
    join channels c on c.corp_id = :corp_id and c.id = found.channel_id
                   and c.status not in ('deleting', 'deleted')
    order by 2
    on conflict (corp_id, channel_id) do update set next_at = excluded.next_at
    """
)
"""The codes of these members, and these codes, are to be looked at."""

OF_STATES: Final = text(
    """
    select corp_id, id from channels
    where (corp_id, state) in (select * from unnest(cast(:corps as bigint[]),
                                                    cast(:states as text[])))
      and kind = 'direct' and status = 'active'
    """
)

CAPPED_LATELY: Final = text(
    """
    select w.corp_id, c.id
    from corps o
    cross join lateral (
      select distinct l.corp_id, l.channel from welcomes l
      where l.corp_id = o.id and l.received_at > :since and l.channel is not null
    ) w
    join channels c on c.corp_id = w.corp_id and c.state = w.channel and c.kind = 'direct'
                   and c.status = 'active'
    where exists (select from rotas r where r.corp_id = c.corp_id and r.channel_id = c.id
                  and r.day_cap is not null)
       or exists (select from rota_caps k where k.corp_id = c.corp_id and k.channel_id = c.id)
    """
)
"""Codes with caps through which somebody came since then, as callbacks say."""

TO_TELL: Final = text(
    """
    select c.id, c.config_id, c.agent_id, c.state, c.status, t.staff_ids
    from channels c
    left join rota_told t on t.corp_id = c.corp_id and t.channel_id = c.id
    where c.corp_id = :corp_id and c.id = :channel_id and c.kind = 'direct'
      and c.config_id is not null and c.status = 'active'
    """
)

BEGIN: Final = text(
    "update rota_told set asked_at = null where corp_id = :corp_id and channel_id = :channel_id"
)

TOLD: Final = text(
    """
    insert into rota_told as t (corp_id, channel_id, staff_ids, told_at, next_at)
    values (:corp_id, :channel_id, cast(:staff as bigint[]), :now, :now)
    on conflict (corp_id, channel_id) do update
      set staff_ids = excluded.staff_ids, told_at = excluded.told_at,
          refused = null, refused_at = null
    """
)

REFUSED: Final = text(
    """
    insert into rota_told as t (corp_id, channel_id, refused, refused_at, next_at)
    values (:corp_id, :channel_id, :refused, :now, :again)
    on conflict (corp_id, channel_id) do update
      set refused = excluded.refused, refused_at = excluded.refused_at,
          next_at = least(t.next_at, excluded.next_at)
    """
)

HITS: Final = text(
    f"""
    with {_PLACE}, codes as (
      select c.id, c.state from channels c
      where c.corp_id = :corp_id and c.id = :channel_id
    ), persons as (
      select s.id as staff_id, w.external_id, min(w.received_at) as at
      from codes c
      join welcomes w on w.corp_id = :corp_id and w.channel = c.state
      join unnest(cast(:staff as bigint[]), cast(:caps as bigint[])) as k (staff_id, day_cap)
        on true
      join staff s on s.corp_id = :corp_id and s.id = k.staff_id
                  and s.account = lower(w.account)
      where w.received_at >= (select day_start from place)
        and w.received_at < (select day_stop from place) and not w.owner_change
      group by 1, 2
    ), ranked as (
      select staff_id, at, row_number() over (partition by staff_id order by at, external_id) as n
      from persons
    )
    insert into rota_cap_hits (corp_id, channel_id, day, staff_id, day_cap, reached_at, told_at,
                               over)
    select :corp_id, :channel_id, (select cast(here as date) from place), k.staff_id, k.day_cap,
           min(r.at) filter (where r.n = k.day_cap), :now,
           count(*) filter (where r.n > k.day_cap)
    from unnest(cast(:staff as bigint[]), cast(:caps as bigint[])) as k (staff_id, day_cap)
    join ranked r on r.staff_id = k.staff_id
    group by k.staff_id, k.day_cap
    having count(*) filter (where r.n = k.day_cap) > 0
    on conflict do nothing
    """  # noqa: S608 - made of this file's own words
)
"""Who of these is over his cap, and by how much, at the moment WeCom has the list without him."""

OVERSHOOT: Final = text(
    """
    select day, count(*) as hits,
           percentile_disc(0.5) within group (order by over) as median,
           percentile_disc(0.99) within group (order by over) as p99,
           max(over) as most,
           percentile_disc(0.5) within group (
             order by extract(epoch from told_at - reached_at)) as median_seconds,
           percentile_disc(0.99) within group (
             order by extract(epoch from told_at - reached_at)) as p99_seconds
    from rota_cap_hits
    where corp_id = :corp_id and channel_id = :channel_id and day between :start and :stop
    group by grouping sets ((day), ())
    order by day nulls first
    """
)
