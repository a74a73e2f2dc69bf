"""Losses as a set: made from histories, counted and listed. Each statement names its corp."""

from sqlalchemy import text

LOCK = text("select pg_advisory_xact_lock(hashtext('losses'), cast(:corp_id as integer))")

RECKON = text(
    """
    with told as (
      select h.customer_id, h.staff_id, h.id, h.change, h.at,
             h.change in ('half_added', 'added', 'shared', 'assigned', 'synced') as living,
             row_number() over (partition by h.customer_id, h.staff_id order by h.at, h.id) as n,
             min(h.at) over (partition by h.customer_id) as first_at
      from follow_history h
      where h.corp_id = :corp_id and h.customer_id = any(cast(:ids as bigint[]))
        and h.change <> 'transfer_failed' and not h.idle
    ), steps as (
      select customer_id, staff_id, id, change, at, living from told
      union all
      -- A relation whose first word is its end had begun before anybody told us: when a reading
      -- says so, else before all else we know of him.
      select t.customer_id, t.staff_id, 0,
             case when f.added_at < t.at then 'synced' else 'before' end,
             case when f.added_at < t.at then f.added_at else t.first_at end, true
      from told t
      left join follows f
        on f.corp_id = :corp_id and f.customer_id = t.customer_id and f.staff_id = t.staff_id
      where t.n = 1 and not t.living
    ), lived as (
      select *, coalesce(last_value(living and change <> 'half_added') over (
                  partition by customer_id, staff_id order by at
                  range between unbounded preceding and interval '1 microsecond' preceding),
                false) as friends_before
      from steps
    ), placed as (
      -- Of one second: what lived before ended and began again, else it began and ended.
      select *, case when living = friends_before then 1 else 0 end as place from lived
    ), seated as (
      -- Different members' news of one second stay in the order in which they were handled.
      select *, (array_agg(id) over (partition by customer_id, staff_id, at order by id
                                     rows between unbounded preceding and unbounded following))
                [row_number() over (partition by customer_id, staff_id, at order by place, id)]
             as seat
      from placed
    ), marked as (
      select *, lag(living, 1, false) over pair as was,
             max(at) filter (where living and change <> 'before')
               over (pair rows between unbounded preceding and 1 preceding) as began_at,
             min(at) filter (where living and change not in ('half_added', 'before'))
               over (pair rows between 1 following and unbounded following) as returned_at
      from seated
      window pair as (partition by customer_id, staff_id order by at, seat)
    ), counted as (
      select *, sum(living::int - was::int) over (person rows unbounded preceding) as alive,
             min(at) filter (where living and change not in ('half_added', 'before'))
               over (person rows between 1 following and unbounded following) as back_at
      from marked
      window person as (partition by customer_id order by at, seat)
    ), ended as (
      select *, alive = 0 as person
      from counted
      where change in ('deleted_by_staff', 'deleted_by_customer') and was and id > 0
    ), followed as (
      select *, lead(at) over (partition by customer_id, person order by at, seat) as again_at
      from ended
    ), reckoned as (
      select e.customer_id, e.id as history_id, e.staff_id, e.change as ending, e.at,
             e.began_at, f.channel, e.person, e.returned_at,
             -- Who was lost twice before he came back came back once.
             case when e.person and (e.again_at is null or e.again_at >= e.back_at)
             then e.back_at end as person_returned_at
      from followed e
      left join follows f
        on f.corp_id = :corp_id and f.customer_id = e.customer_id and f.staff_id = e.staff_id
    ), gone as (
      delete from losses l
      where l.corp_id = :corp_id and l.customer_id = any(cast(:ids as bigint[]))
        -- Hashed: as an anti-join the planner, which knows no sizes here, loops over both.
        and (l.customer_id, l.history_id) not in (select customer_id, history_id from reckoned)
    )
    insert into losses as l (corp_id, customer_id, history_id, staff_id, ending, at, began_at,
                             channel, person, returned_at, person_returned_at)
    select :corp_id, customer_id, history_id, staff_id, ending, at, began_at, channel, person,
           returned_at, person_returned_at
    from reckoned
    on conflict (corp_id, customer_id, history_id) do update set
      staff_id = excluded.staff_id, ending = excluded.ending, at = excluded.at,
      began_at = excluded.began_at, channel = excluded.channel, person = excluded.person,
      returned_at = excluded.returned_at, person_returned_at = excluded.person_returned_at
    where (l.staff_id, l.ending, l.at, l.began_at, l.channel, l.person, l.returned_at,
           l.person_returned_at)
      is distinct from
          (excluded.staff_id, excluded.ending, excluded.at, excluded.began_at, excluded.channel,
           excluded.person, excluded.returned_at, excluded.person_returned_at)
    """
)
"""All losses of these customers anew, from their whole histories; only what differs is written."""

ENDED = text(
    """
    select customer_id, at, id from follow_history
    where corp_id = :corp_id and change = :change and (at, id) > (:at, :id)
    order by at, id limit :limit
    """
)

REACHED = text(
    """
    insert into loss_places (corp_id, reckoned_at) values (:corp_id, :now)
    on conflict (corp_id) do update set reckoned_at = excluded.reckoned_at
    """
)

DAYS = """
    select day, coalesce(sum(by_customer), 0) as by_customer,
           coalesce(sum(by_staff), 0) as by_staff, coalesce(sum(persons), 0) as persons,
           coalesce(sum(returned), 0) as returned
    from (
      select (l.at at time zone cast(:zone as text))::date as day,
             count(*) filter (where l.ending = 'deleted_by_customer') as by_customer,
             count(*) filter (where l.ending = 'deleted_by_staff') as by_staff,
             count(*) filter (where l.person) as persons, 0 as returned
      from losses l
      where l.corp_id = :corp_id and l.at >= :start and l.at < :stop {more}
      group by 1
      union all
      select (l.person_returned_at at time zone cast(:zone as text))::date, 0, 0, 0, count(*)
      from losses l
      where l.corp_id = :corp_id and l.person_returned_at >= :start
        and l.person_returned_at < :stop {more}
      group by 1
    ) t
    group by day order by day
"""

ROWS = """
    select l.history_id as id, l.customer_id, c.name as customer_name, c.state as customer_state,
           l.staff_id, s.name as staff_name, s.account, s.status, l.ending, l.at, l.began_at,
           l.channel, l.person, l.returned_at, l.person_returned_at
    from losses l
    join customers c on c.corp_id = l.corp_id and c.id = l.customer_id
    join staff s on s.corp_id = l.corp_id and s.id = l.staff_id
    where l.corp_id = :corp_id and l.{moment} >= :start and l.{moment} < :stop {more}
    order by l.{moment} desc, l.history_id desc
    limit :limit
"""

COUNT = """
    select count(*) from (
      select from losses l
      where l.corp_id = :corp_id and l.{moment} >= :start and l.{moment} < :stop {more}
      limit :limit
    ) found
"""

BY_STAFF = """
    with lost as (
      select l.staff_id, count(*) filter (where l.ending = 'deleted_by_customer') as by_customer,
             count(*) filter (where l.ending = 'deleted_by_staff') as by_staff,
             count(*) filter (where l.person) as persons
      from losses l
      where l.corp_id = :corp_id and l.at >= :start and l.at < :stop {more}
      group by l.staff_id
    ), page as (
      select * from lost {beyond}
      order by by_customer desc, staff_id desc limit :limit
    )
    select p.*, s.name, s.account,
           (select count(*) from follow_history h
            where h.corp_id = :corp_id and h.change = 'added' and h.at >= :start and h.at < :stop
              and h.staff_id = p.staff_id and not h.idle) as adds
    from page p
    join staff s on s.corp_id = :corp_id and s.id = p.staff_id
    order by p.by_customer desc, p.staff_id desc
"""
