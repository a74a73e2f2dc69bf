"""Statements over many customers; each names its corp."""

from sqlalchemy import text

RECORD_HEARD = text(
    """
    insert into activations as a (corp_id, customer_id, staff_id, source, messages, reached_1_at,
                                  reached_3_at, reached_5_at, reached_10_at, as_of)
    select :corp_id, t.customer_id, t.staff_id, :source, max(t.messages) as messages,
           min(t.at) filter (where t.messages >= 1) as one,
           min(t.at) filter (where t.messages >= 3) as three,
           min(t.at) filter (where t.messages >= 5) as five,
           min(t.at) filter (where t.messages >= 10) as ten,
           max(t.at) as at
    from unnest(cast(:customers as bigint[]), cast(:staff as bigint[]),
                cast(:messages as bigint[]), cast(:moments as timestamptz[]))
         as t (customer_id, staff_id, messages, at)
    group by t.customer_id, t.staff_id
    order by t.customer_id, t.staff_id
    on conflict (corp_id, customer_id, staff_id, source) do update set
      messages = greatest(a.messages, excluded.messages),
      reached_1_at = least(a.reached_1_at, excluded.reached_1_at),
      reached_3_at = least(a.reached_3_at, excluded.reached_3_at),
      reached_5_at = least(a.reached_5_at, excluded.reached_5_at),
      reached_10_at = least(a.reached_10_at, excluded.reached_10_at),
      as_of = greatest(a.as_of, excluded.as_of)
    """
)
"""In whatever order and however often news comes, the row ends the same."""

SAW_SIGNS = text(
    """
    with signs as (
      select t.customer_id, max(t.at) as at
      from unnest(cast(:customers as bigint[]), cast(:moments as timestamptz[]))
           as t (customer_id, at)
      group by t.customer_id
    ), ended as (
      update silences s set ended_at = signs.at, why_ended = 'sign'
      from signs
      where s.corp_id = :corp_id and s.customer_id = signs.customer_id and s.ended_at is null
        and signs.at > s.last_sign_at
      returning s.customer_id
    )
    update customers c
       set last_active_at = greatest(c.last_active_at, signs.at),
           silent_since = case when signs.at > c.silent_since then null else c.silent_since end
    from signs
    where c.corp_id = :corp_id and c.id = signs.customer_id
      and (c.last_active_at is null or c.last_active_at < signs.at)
    """
)

TAKE_TURNS = text(
    """
    select c.id from customers c
    join (select customer_id, max(at) as at
          from unnest(cast(:customers as bigint[]), cast(:moments as timestamptz[]))
               as t (customer_id, at)
          group by customer_id) s on s.customer_id = c.id
    where c.corp_id = :corp_id and (c.last_active_at is null or c.last_active_at < s.at)
    order by c.id
    for no key update of c
    """
)

RECORD_READ = text(
    """
    with seen as (
      select i.customer_id, s.id as staff_id, max(t.spoke::int) as messages
      from unnest(cast(:external_ids as text[]), cast(:accounts as text[]),
                  cast(:spoke as boolean[])) as t (external_id, account, spoke)
      join customer_identities i
        on i.corp_id = :corp_id and i.kind = 'external' and i.value = t.external_id
      join staff s on s.corp_id = :corp_id and s.account = t.account
      group by i.customer_id, s.id
    )
    insert into activations as a (corp_id, customer_id, staff_id, source, messages, reached_1_at,
                                  as_of)
    select :corp_id, customer_id, staff_id, :source, messages,
           case when messages > 0 then cast(:at as timestamptz) end, :at
    from seen
    order by customer_id, staff_id
    on conflict (corp_id, customer_id, staff_id, source) do update set
      messages = greatest(a.messages, excluded.messages),
      reached_1_at = coalesce(a.reached_1_at, excluded.reached_1_at),
      as_of = greatest(a.as_of, excluded.as_of)
    where a.messages = 0
    """
)
"""Reading shows only whether he ever wrote: who did stays as he is."""

NOTE_SOURCE = text(
    """
    insert into activity_sources as s (corp_id, source, since, last_at)
    values (:corp_id, :source, :at, :at)
    on conflict (corp_id, source) do update set
      since = least(s.since, excluded.since), last_at = greatest(s.last_at, excluded.last_at)
    where s.since is null or excluded.since < s.since or excluded.last_at > s.last_at
    """
)

NOTE_READING = text(
    """
    insert into activity_sources as s (corp_id, source, read_at, reason)
    values (:corp_id, :source, case when cast(:reason as text) is null
                                    then cast(:at as timestamptz) end, :reason)
    on conflict (corp_id, source) do update set
      read_at = coalesce(excluded.read_at, s.read_at), reason = excluded.reason
    """
)

OF_CUSTOMERS = text(
    """
    select a.customer_id, max(a.messages) as messages, max(a.as_of) as as_of,
           min(case cast(:needed as int) when 1 then a.reached_1_at when 3 then a.reached_3_at
                    when 5 then a.reached_5_at else a.reached_10_at end) as at,
           coalesce(bool_and(f.added_at >= s.since), false) as counted
    from activations a
    left join follows f
      on f.corp_id = a.corp_id and f.customer_id = a.customer_id and f.staff_id = a.staff_id
    left join activity_sources s on s.corp_id = a.corp_id and s.source = a.source
    where a.corp_id = :corp_id and a.customer_id = any(cast(:ids as bigint[]))
    group by a.customer_id
    """
)

_REPORT = """
    select {key}, count(*) as adds,
           count(*) filter (where a.messages >= :needed) as activated,
           count(*) filter (where a.messages >= :needed or a.messages = 0
                                  or f.added_at >= s.since and a.messages is not null) as known
    from follow_history h
    left join follows f
      on f.corp_id = h.corp_id and f.customer_id = h.customer_id and f.staff_id = h.staff_id
    left join activations a
      on a.corp_id = h.corp_id and a.customer_id = h.customer_id and a.staff_id = h.staff_id
     and a.source = 'links'
    left join activity_sources s on s.corp_id = h.corp_id and s.source = 'links'
    where h.corp_id = :corp_id and h.change = 'added' and h.at >= :start and h.at < :stop
      and not h.idle
    group by 1 order by {order}
"""

REPORT = {
    "day": text(
        _REPORT.format(key="(h.at at time zone cast(:zone as text))::date as day", order="1")
    ),
    "staff": text(_REPORT.format(key="h.staff_id", order="adds desc, 1")),
    "channel": text(_REPORT.format(key="f.channel", order="adds desc, 1")),
}
"""Per relation that was added in the span: each member's add is a chance of his own."""

JUDGE = text(
    """
    with people as materialized (
      select c.id, c.last_active_at, c.silent_since
      from customers c
      where c.corp_id = :corp_id and c.id > :after and c.id <= :upto
    ), relations as (
      select f.customer_id, max(f.added_at) as since, count(*) as living,
             count(*) filter (where a.messages = 0 and a.as_of >= :fresh) as mute,
             coalesce(max(a.messages), 0) as messages
      from follows f
      left join activations a
        on a.corp_id = f.corp_id and a.customer_id = f.customer_id and a.staff_id = f.staff_id
       and a.source = 'links'
      where f.corp_id = :corp_id and f.customer_id > :after and f.customer_id <= :upto
        and f.state = 'friend'
      group by f.customer_id
    ), looked as (
      select p.id, p.silent_since, r.customer_id is not null as friend,
             coalesce(r.messages, 0) as messages,
             greatest(r.since, p.last_active_at) as sign,
             coalesce(r.living = r.mute, false) as mute,
             coalesce(p.last_active_at >= :edge, false) as lively
      from people p left join relations r on r.customer_id = p.id
    ), judged as (
      select *, friend and (mute or lively) as told,
             friend and mute and not lively and sign < :edge as silent
      from looked
    ), begun as (
      insert into silences (corp_id, customer_id, last_sign_at, began_at, source)
      select :corp_id, id, sign, sign + make_interval(days => :days), 'links'
      from judged where silent
      on conflict (corp_id, customer_id) where ended_at is null do update
        set last_sign_at = excluded.last_sign_at, began_at = excluded.began_at
        where silences.last_sign_at <> excluded.last_sign_at
      returning customer_id
    ), ended as (
      update silences s set ended_at = :now, why_ended = case
          when not j.friend then 'left'
          when j.messages > 0 or j.sign > s.last_sign_at then 'sign'
          when j.told then 'patience' else 'unknown' end
      from judged j
      where s.corp_id = :corp_id and s.customer_id = j.id and s.ended_at is null and not j.silent
      returning s.customer_id
    ), written as (
      update customers c set silent_since = case when j.silent then j.sign end
      from judged j
      where c.corp_id = :corp_id and c.id = j.id
        and c.silent_since is distinct from case when j.silent then j.sign end
      returning c.id
    )
    select count(*) filter (where friend) as friends, count(*) filter (where told) as judged,
           count(*) filter (where silent) as silent, coalesce(max(id), :upto) as last_id
    from judged
    """
)
"""One chunk of customers by id.

Links tell of the first messages only. So nothing can be said of who wrote once and then no more;
who never wrote to anybody he follows is silent since he was added.
"""

SILENCES = """
    select s.id, s.customer_id, c.name as customer_name, s.last_sign_at, s.began_at, s.ended_at,
           s.why_ended
    from silences s
    join customers c on c.corp_id = s.corp_id and c.id = s.customer_id
    where s.corp_id = :corp_id {more}
    order by s.began_at desc, s.id desc
    limit :limit
"""
