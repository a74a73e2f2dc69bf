"""Adds as a set: made from histories, summed by day. Each statement names its corp."""

from sqlalchemy import text

LOCK = text("select pg_advisory_xact_lock(hashtext('growth'), cast(:corp_id as integer))")

RECKON = text(
    """
    with told as (
      select h.customer_id, h.staff_id, h.id, h.change, h.at,
             h.change in ('added', 'synced', 'shared', 'assigned') as whole,
             h.change in ('deleted_by_staff', 'deleted_by_customer', 'transferred') as ending,
             coalesce(h.props ->> 'channel', r.channel,
                      case when first then k.first_channel when last then k.last_channel end)
               as channel,
             coalesce(r.add_way,
                      case when first then k.first_way when last then k.last_way end) as way
      from follow_history h
      -- What a reading found belongs to the add of its moment, not to one before or after it.
      left join follows r on r.corp_id = h.corp_id and r.customer_id = h.customer_id
        and r.staff_id = h.staff_id and h.change in ('added', 'synced', 'half_added')
        and r.added_at between h.at - interval '60 seconds' and h.at + interval '60 seconds'
      left join credits k on k.corp_id = h.corp_id and k.customer_id = h.customer_id
        and h.change in ('added', 'synced')
      cross join lateral (select
        (k.first_staff_id, k.first_at) = (h.staff_id, h.at) as first,
        (k.last_staff_id, k.last_at) = (h.staff_id, h.at) as last) as same
      where h.corp_id = :corp_id and h.customer_id = any(cast(:ids as bigint[]))
        and h.change <> 'transfer_failed' and not h.idle
    ), firm as (
      select t.*, lag(change) over pair as before, lag(at) over pair as before_at
      from told t where change <> 'half_added'
      window pair as (partition by customer_id, staff_id order by at, id)
    ), marked as (
      select f.customer_id, f.staff_id, f.id, f.change, f.at, f.channel, f.ending,
             coalesce(f.way, known.way) as way,
             coalesce(f.way, known.way, 0) not in (201, 202)
             and case f.change
               -- A callback and a reading of one add lie up to a minute apart.
               when 'added' then f.before is null or f.before in (
                   'deleted_by_staff', 'deleted_by_customer', 'transferred')
                 or f.at - f.before_at > interval '60 seconds'
               when 'synced' then f.before is null or f.before in (
                   'deleted_by_staff', 'deleted_by_customer', 'transferred')
               else false end as is_add
      from firm f
      left join lateral (
        -- Of an add that is neither the person's first nor newest only the log remembers the way.
        select cast(e.props ->> 'add_way' as smallint) as way from events e
        where e.corp_id = :corp_id and e.customer_id = f.customer_id
          and e.kind = 'relation.added' and e.at = f.at
          and cast(e.props ->> 'staff_id' as bigint) = f.staff_id
        order by e.id desc limit 1
      ) known on f.way is null and f.change = 'added'
    ), followed as (
      select m.*,
             (array_agg(change) filter (where ending or is_add) over later)[1] as next_change,
             (array_agg(at) filter (where ending or is_add) over later)[1] as next_at
      from marked m
      window later as (partition by customer_id, staff_id order by at, id
                       rows between 1 following and unbounded following)
    ), lived as (
      select customer_id, at, id, change,
             (not ending)::int - (not lag(ending, 1, true) over pair)::int as more
      from told
      window pair as (partition by customer_id, staff_id order by at, id)
    ), alive as (
      select customer_id, at, change,
             sum(more) over (partition by customer_id order by at, id) as living
      from lived
    ), dead as (
      select customer_id, at from alive
      where living = 0 and change in ('deleted_by_staff', 'deleted_by_customer')
    ), adds as (
      select f.customer_id, f.staff_id, f.id, f.at, false as half, f.channel, f.way,
             row_number() over (partition by f.customer_id order by f.at, f.id) = 1 as first,
             case when f.next_change = 'transferred'
               then (select min(d.at) from dead d
                     where d.customer_id = f.customer_id and d.at >= f.next_at)
               else f.next_at end as ended_at,
             case when f.next_change = 'transferred' then 'lost'
                  when f.next_change in ('added', 'synced') then 'again'
                  else f.next_change end as ending
      from followed f where f.is_add
    ), halves as (
      select customer_id, staff_id, id, at, true as half, channel, way, false as first,
             case when later is not null then later_at end as ended_at, later as ending
      from (
        select t.*, lag(change) over pair as before,
               lead(change) over pair as later, lead(at) over pair as later_at
        from told t
        window pair as (partition by customer_id, staff_id order by at, id)
      ) t
      where change = 'half_added'
        and (before is null or before not in ('added', 'synced', 'shared', 'assigned'))
        and (later is null or later in ('deleted_by_staff', 'deleted_by_customer'))
    ), reckoned as (
      select customer_id, staff_id, id, at, half, channel, way, first, ended_at,
             case when ended_at is not null then ending end as ending,
             (at at time zone cast(:zone as text))::date as day
      from (select * from adds union all select * from halves) t
    ), gone as (
      delete from growth_adds a
      where a.corp_id = :corp_id and a.customer_id = any(cast(:ids as bigint[]))
        and (a.customer_id, a.history_id) not in (select customer_id, id from reckoned)
    )
    insert into growth_adds as a (corp_id, customer_id, history_id, staff_id, at, day, half,
                                  channel, way, first, ended_at, ending)
    select :corp_id, customer_id, id, staff_id, at, day, half, channel, way, first, ended_at,
           ending
    from reckoned
    on conflict (corp_id, customer_id, history_id) do update set
      staff_id = excluded.staff_id, at = excluded.at, day = excluded.day, half = excluded.half,
      channel = coalesce(excluded.channel, a.channel), way = coalesce(excluded.way, a.way),
      first = excluded.first, ended_at = excluded.ended_at, ending = excluded.ending
    where (a.staff_id, a.at, a.day, a.half, a.channel, a.way, a.first, a.ended_at, a.ending)
      is distinct from
          (excluded.staff_id, excluded.at, excluded.day, excluded.half,
           coalesce(excluded.channel, a.channel), coalesce(excluded.way, a.way), excluded.first,
           excluded.ended_at, excluded.ending)
    """
)
"""All adds of these customers anew, from their whole histories; only what differs is written."""

TOUCHED = text(
    """
    select distinct staff_id, day from growth_adds
    where corp_id = :corp_id and customer_id = any(cast(:ids as bigint[]))
    """
)

_SUMS = """
    insert into growth_days (corp_id, day, channel, staff_id, adds, firsts, halves, kept1, kept7,
                             kept30, stayed)
    select :corp_id, a.day, coalesce(a.channel, ''), a.staff_id,
           count(*) filter (where not a.half),
           count(*) filter (where a.first),
           count(*) filter (where a.half),
           count(*) filter (where not a.half
             and (a.ended_at is null or a.ended_at >= a.at + interval '1 day')),
           count(*) filter (where not a.half
             and (a.ended_at is null or a.ended_at >= a.at + interval '7 days')),
           count(*) filter (where not a.half
             and (a.ended_at is null or a.ended_at >= a.at + interval '30 days')),
           count(*) filter (where not a.half and a.ended_at is null)
    from growth_adds a
"""
DROP_CELLS = text(
    """
    delete from growth_days d
    using unnest(cast(:members as bigint[]), cast(:days as date[])) as v(staff_id, day)
    where d.corp_id = :corp_id and d.staff_id = v.staff_id and d.day = v.day
    """
)
SUM_CELLS = text(
    _SUMS
    + """
    join unnest(cast(:members as bigint[]), cast(:days as date[])) as v(staff_id, day)
      on v.staff_id = a.staff_id and v.day = a.day
    where a.corp_id = :corp_id
    group by a.day, coalesce(a.channel, ''), a.staff_id
    """
)
DROP_DAYS = text(
    "delete from growth_days where corp_id = :corp_id and day >= :first and day < :stop"
)
SUM_DAYS = text(
    _SUMS
    + """
    where a.corp_id = :corp_id and a.day >= :first and a.day < :stop
    group by a.day, coalesce(a.channel, ''), a.staff_id
    """
)
SPAN = text(
    """
    select least((select min(day) from growth_adds where corp_id = :corp_id),
                 (select min(day) from growth_days where corp_id = :corp_id)) as first,
           greatest((select max(day) from growth_adds where corp_id = :corp_id),
                    (select max(day) from growth_days where corp_id = :corp_id)) as last
    """
)
CUSTOMERS = text(
    "select id from customers where corp_id = :corp_id and id > :after order by id limit :limit"
)
READ_SINCE = text(
    """
    select c.id from corps c left join growth_places p on p.corp_id = c.id
    where c.synced_at is not null and (p.reckoned_at is null or p.reckoned_at < c.synced_at)
      and not exists (
        select from procrastinate.procrastinate_jobs j
        where j.task_name = :task and j.status in ('todo', 'doing')
          and j.args ->> 'corp_id' = cast(c.id as text))
    """
)
REACHED = text(
    """
    insert into growth_places (corp_id, reckoned_at) values (:corp_id, :now)
    on conflict (corp_id) do update set reckoned_at = excluded.reckoned_at
    """
)

WELCOMES = """
    select (w.received_at at time zone cast(:zone as text))::date as day,
           coalesce(w.channel, '') as channel, s.id as staff_id,
           count(*) filter (where w.outcome = 'sent') as sent,
           count(*) filter (where w.outcome = 'late') as late,
           count(*) filter (where w.outcome = 'impossible') as impossible,
           count(*) filter (where w.outcome = 'failed') as failed,
           count(*) filter (where w.outcome in ('due', 'sending')) as due
    from welcomes w
    join staff s on s.corp_id = :corp_id and s.account = lower(w.account)
    where w.corp_id = :corp_id and w.received_at >= :live_from and w.received_at < :live_to
      and w.outcome <> 'superseded' and not w.owner_change
    group by 1, 2, 3
"""
DROP_WELCOMES = text(
    "delete from growth_welcomes where corp_id = :corp_id and day >= :first and day < :stop"
)
SUM_WELCOMES = text(
    f"""
    insert into growth_welcomes (corp_id, day, channel, staff_id, sent, late, impossible, failed,
                                 due)
    select :corp_id, day, channel, staff_id, sent, late, impossible, failed, due
    from ({WELCOMES}) w
    """  # noqa: S608 - its parts are constants
)
OLDEST_WELCOME = text("select min(received_at) from welcomes where corp_id = :corp_id")
WELCOMES_TO = text(
    """
    insert into growth_places (corp_id, welcomes_to) values (:corp_id, :day)
    on conflict (corp_id) do update set welcomes_to = excluded.welcomes_to
    """
)
