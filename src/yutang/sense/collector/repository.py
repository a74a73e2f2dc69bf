"""SQL of the collector; each statement names its corp, or runs over all on purpose."""

from typing import Final

from sqlalchemy import text

# The door's view: every source that is not deleted, with the keys that are still good.
DOORS: Final = text(
    """
    select s.corp_id, s.id, s.kind, s.origins, s.events_per_second, s.enabled, s.mapping,
           s.sealed_secret,
           coalesce(array_agg(k.hash) filter (where k.hash is not null), '{}') as hashes
    from collect_sources s
    left join collect_keys k on k.corp_id = s.corp_id and k.source_id = s.id
      and (k.ends_at is null or k.ends_at > :now)
    where s.deleted_at is null
    group by s.corp_id, s.id
    """
)
WAITING: Final = text(
    """
    select count(*) as batches, coalesce(sum(events), 0) as events,
           coalesce(sum(bytes), 0) as bytes
    from collect_batches where status = 'waiting'
    """
)
# Of one corp, by source.
BACKLOGS: Final = text(
    """
    select source_id, count(*) filter (where status = 'waiting') as batches,
           coalesce(sum(events) filter (where status = 'waiting'), 0) as events,
           min(received_at) filter (where status = 'waiting') as oldest,
           count(*) filter (where status = 'dead') as dead
    from collect_batches where corp_id = :corp_id and status <> 'known' group by source_id
    """
)
TODAY: Final = text(
    """
    select source_id, coalesce(sum(events) filter (where reason = ''), 0) as taken,
           coalesce(sum(events) filter (where reason <> ''), 0) as refused
    from collect_hours where corp_id = :corp_id and hour >= :since group by source_id
    """
)
HOURS: Final = text(
    """
    select hour, reason, events from collect_hours
    where corp_id = :corp_id and source_id = :source_id and hour >= :since
    order by hour, reason
    """
)
COUNT: Final = text(
    """
    insert into collect_hours as h (corp_id, source_id, hour, reason, events)
    select * from unnest(cast(:corps as bigint[]), cast(:sources as bigint[]),
                         cast(:hours as timestamptz[]), cast(:reasons as text[]),
                         cast(:counts as bigint[]))
    on conflict (corp_id, source_id, hour, reason)
    do update set events = h.events + excluded.events
    """
)
SHOW: Final = text(
    """
    insert into collect_stream (corp_id, source_id, received_at, at, kind, message, customer_id,
                                reason, words, outline, events, sealed)
    select corp_id, source_id, received_at, at, kind, message, customer_id, reason, words,
           cast(outline as jsonb), events, sealed
    from unnest(cast(:corp_ids as bigint[]), cast(:source_ids as bigint[]),
                cast(:received as timestamptz[]), cast(:ats as timestamptz[]),
                cast(:kinds as text[]), cast(:messages as text[]),
                cast(:customer_ids as bigint[]), cast(:reasons as text[]),
                cast(:words as text[]), cast(:outlines as text[]), cast(:counts as bigint[]),
                cast(:sealed as bytea[])) with ordinality
         as t(corp_id, source_id, received_at, at, kind, message, customer_id, reason, words,
              outline, events, sealed, place)
    order by place
    """
)
# Locked until the end of the transaction that handles them: whoever dies gives them back.
CLAIM_ONE: Final = text(
    """
    select id, corp_id, source_id, batch, received_at, shape, coding, body, events, proof, attempts
    from collect_batches where id = :id and status = 'waiting' for update skip locked
    """
)
CLAIM: Final = text(
    """
    select id, corp_id, source_id, batch, received_at, shape, coding, body, events, proof, attempts
    from collect_batches
    where id = any(array(
      select id from (
        select id, sum(events) over (order by id) - events as before
        from (select id, events from collect_batches
              where status = 'waiting' and next_at <= :now
              order by id limit :rows for update skip locked) l) c
      where before < :events))
    order by id
    """
)
MAPPINGS: Final = text(
    "select id, mapping from collect_sources where corp_id = :corp_id and mapping is not null"
)
DONE: Final = text(
    "delete from collect_batches where id = any(cast(:ids as bigint[])) and length(proof) = 0"
)
KNOWN: Final = text(
    "update collect_batches set status = 'known', body = '', reason = null"
    " where id = any(cast(:ids as bigint[])) and length(proof) > 0"
)
PUT_OFF: Final = text(
    """
    update collect_batches set attempts = attempts + 1, reason = :reason, next_at = :next_at,
           status = case when attempts + 1 >= :most then 'dead' else status end
    where id = :id and status = 'waiting'
    """
)
RETRY: Final = text(
    """
    update collect_batches set status = 'waiting', attempts = 0, next_at = :now
    where corp_id = :corp_id and source_id = :source_id and status = 'dead' returning id
    """
)
# Sorted: two workers that meet the same messages must meet them in one order.
SEE: Final = text(
    """
    insert into collect_seen (corp_id, source_id, message, at)
    select :corp_id, t.source_id, t.message, :now
    from unnest(cast(:sources as bigint[]), cast(:messages as uuid[])) as t(source_id, message)
    order by t.source_id, t.message
    on conflict do nothing
    returning source_id, message
    """
)
SEEN_AT: Final = text(
    """
    update collect_sources s set seen_at = greatest(s.seen_at, t.at)
    from unnest(cast(:sources as bigint[]), cast(:moments as timestamptz[])) as t(source_id, at)
    where s.corp_id = :corp_id and s.id = t.source_id
    """
)
NAMES: Final = text("select id, name from collect_sources where corp_id = :corp_id")
CORPS: Final = text("select distinct corp_id from collect_sources")
# Of each corp the newest stay, however many came.
TRIM: Final = text(
    """
    delete from collect_stream where (corp_id, id) in (
      select t.corp_id, t.id from collect_stream t
      where t.corp_id = :corp_id and t.id < (
        select id from collect_stream where corp_id = :corp_id
        order by id desc offset :most limit 1)
      order by t.id limit :rows)
    """
)
FORGET: Final = {
    name: text(
        f"delete from {table} where ctid = any(array(select ctid from {table}"  # noqa: S608
        f" where {where} limit :rows))"
    )
    for name, table, where in (
        ("seen", "collect_seen", "at < :before"),
        ("stream", "collect_stream", "received_at < :before"),
        ("hours", "collect_hours", "hour < :before"),
        ("known", "collect_batches", "status = 'known' and received_at < :before"),
        ("dead", "collect_batches", "status = 'dead' and received_at < :before"),
    )
}
"""Deletes of one chunk each; names are ours, never a caller's."""
