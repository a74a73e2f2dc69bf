"""Kinds over sets; each statement names its corp."""

from sqlalchemy import text

_DAY = """(cast(:now as timestamptz) at time zone
       (select timezone from corps where id = :corp_id))::date"""
TODAY = text(f"select {_DAY}")

# All that a batch leaves behind, in one statement. Counts are of slots by connection, so that
# workers beside each other do not wait for one row until the other's transaction ends.
KEEP = text(
    f"""
    with properties as (
      insert into event_properties (corp_id, kind, name, since, type, handling, example, source_id)
      select :corp_id, v.kind, v.name, v.since, v.type, v.handling, v.example, v.source_id
      from unnest(cast(:kinds as text[]), cast(:names as text[]), cast(:since as bigint[]),
                  cast(:types as text[]), cast(:handlings as text[]), cast(:examples as text[]),
                  cast(:sources as bigint[]))
           as v(kind, name, since, type, handling, example, source_id)
    ), names as (
      insert into event_names (corp_id, said, source_id)
      select :corp_id, v.said, v.source_id
      from unnest(cast(:unknown as text[]), cast(:unknown_sources as bigint[]))
           as v(said, source_id)
      on conflict (corp_id, said) do nothing
    ), held as (
      insert into event_quarantine (corp_id, source_id, message, customer_id, said, kind, reason,
                                    property, detail, at, received_at, sealed)
      select :corp_id, v.source_id, v.message, v.customer_id, v.said, v.kind, v.reason, v.property,
             v.detail, v.at, :now, v.sealed
      from unnest(cast(:held_sources as bigint[]), cast(:messages as text[]),
                  cast(:customers as bigint[]), cast(:saids as text[]),
                  cast(:held_kinds as text[]), cast(:reasons as text[]),
                  cast(:held_properties as text[]), cast(:details as text[]),
                  cast(:moments as timestamptz[]), cast(:sealed as bytea[])) with ordinality
           as v(source_id, message, customer_id, said, kind, reason, property, detail, at, sealed,
                place)
      order by v.place
    ), days as (
      insert into event_kind_days as d
        (corp_id, day, kind, outcome, property, slot, events, last_at)
      select :corp_id, {_DAY}, v.kind, v.outcome, v.property, pg_backend_pid() % 64, v.events, :now
      from unnest(cast(:counted as text[]), cast(:outcomes as text[]),
                  cast(:of_properties as text[]), cast(:events as bigint[]))
           as v(kind, outcome, property, events)
      order by 3, 4, 5
      on conflict (corp_id, day, kind, outcome, property, slot) do update
        set events = d.events + excluded.events, last_at = greatest(d.last_at, excluded.last_at)
    )
    update event_registers set version = nextval('event_register_versions')
    where corp_id = :corp_id and cast(:learnt as boolean)
    """  # noqa: S608 - its parts are constants
)
BUMP = text(
    "update event_registers set version = nextval('event_register_versions')"
    " where corp_id = :corp_id"
)
COUNT = text(
    f"""
    insert into event_kind_days as d (corp_id, day, kind, outcome, property, slot, events, last_at)
    select :corp_id, {_DAY}, v.kind, :outcome, '', pg_backend_pid() % 64, v.events, :now
    from unnest(cast(:kinds as text[]), cast(:events as bigint[])) as v(kind, events)
    order by 3
    on conflict (corp_id, day, kind, outcome, property, slot) do update
      set events = d.events + excluded.events, last_at = greatest(d.last_at, excluded.last_at)
    """  # noqa: S608 - its parts are constants
)
AGREED = text(
    """
    select customer_id, purpose from consents
    where corp_id = :corp_id and customer_id = any(cast(:customers as bigint[]))
      and purpose = any(cast(:purposes as text[])) and withdrawn_at is null
    """
)
READY = text(
    """
    select id, source_id, message, customer_id, ready_kind, ready_props, at
    from event_quarantine
    where corp_id = :corp_id and state = 'ready'
    order by id limit :limit for update skip locked
    """
)
# By the index of customers: one has few events there.
HELD_AMONG = text(
    """
    select v.customer_id, v.digest
    from unnest(cast(:customers as bigint[]), cast(:digests as text[])) as v(customer_id, digest)
    cross join lateral (
      select from event_quarantine q
      where q.corp_id = :corp_id and q.customer_id = v.customer_id and q.source_id = :source_id
        and split_part(q.message, ':', 3) = v.digest
      offset 0 limit 1) q
    """
)
CORPS_READY = text("select distinct corp_id from event_quarantine where state = 'ready'")
FORGET = text(
    "delete from event_quarantine"
    " where corp_id = :corp_id and id = any(cast(:ids as bigint[])) and state = 'ready'"
)
HEAP = """state = 'waiting' and reason = :reason
    and (cast(:said as text) is null or said = :said)
    and (cast(:kind as text) is null or kind = :kind)
    and (cast(:property as text) is null or property = :property)"""
OF_HEAP = text(
    f"select count(*) from event_quarantine where corp_id = :corp_id and {HEAP}"  # noqa: S608
)
NEXT = text(
    f"""
    select id, source_id, message, customer_id, said, at, sealed from event_quarantine
    where corp_id = :corp_id and id > :after and {HEAP}
    order by id limit :limit for update
    """  # noqa: S608 - its parts are constants
)
# What was judged again: into the log, or back into quarantine for another reason.
JUDGED = text(
    """
    update event_quarantine q
    set state = v.state, ready_kind = v.ready_kind, ready_props = cast(v.ready_props as jsonb),
        kind = v.kind, reason = coalesce(v.reason, q.reason),
        property = coalesce(v.property, q.property), detail = coalesce(v.detail, q.detail)
    from unnest(cast(:ids as bigint[]), cast(:states as text[]), cast(:ready_kinds as text[]),
                cast(:ready_props as text[]), cast(:kinds as text[]), cast(:reasons as text[]),
                cast(:properties as text[]), cast(:details as text[]))
         as v(id, state, ready_kind, ready_props, kind, reason, property, detail)
    where q.corp_id = :corp_id and q.id = v.id
    """
)
TELL = text("select pg_notify(:signal, '')")
DELETE = text(
    "delete from event_quarantine where corp_id = :corp_id and id = any(cast(:ids as bigint[]))"
)
DELETE_HEAP = text(
    f"""
    with gone as (
      delete from event_quarantine where corp_id = :corp_id and id in (
        select id from event_quarantine where corp_id = :corp_id and {HEAP}
        order by id limit :limit)
      returning said
    )
    select said, count(*) as events from gone group by said
    """  # noqa: S608 - its parts are constants
)
HELD = text("select count(*) from event_quarantine where corp_id = :corp_id")
# Of one corp's rows the oldest, or those that grew too old, some at a time.
DROP = text(
    """
    with gone as (
      delete from event_quarantine where corp_id = :corp_id and id in (
        select id from event_quarantine
        where corp_id = :corp_id and (cast(:before as timestamptz) is null
                                      or received_at < :before)
        order by id limit :limit)
      returning said
    )
    select said, count(*) as events from gone group by said
    """
)
FORGET_DAYS = text("delete from event_kind_days where corp_id = :corp_id and day < :before")
HEAPS = text(
    """
    select said, max(kind) as kind, reason, property, max(detail) as detail, count(*) as events,
           min(received_at) as first_at, max(received_at) as last_at,
           (array_agg(distinct source_id))[1:20] as sources, (array_agg(id order by id desc))[1:3]
             as ids
    from (select * from event_quarantine where corp_id = :corp_id and state = 'waiting'
          order by id desc limit :looked) q
    group by said, reason, property order by count(*) desc, said, reason, property limit 200
    """
)
EXAMPLES = text(
    "select id, sealed from event_quarantine"
    " where corp_id = :corp_id and id = any(cast(:ids as bigint[]))"
)
STATES = text(
    "select count(*) filter (where state = 'waiting') as waiting,"
    " count(*) filter (where state = 'ready') as released"
    " from event_quarantine where corp_id = :corp_id"
)
VOLUME = text(
    """
    select kind, outcome, property, day, sum(events) as events, max(last_at) as last_at
    from event_kind_days where corp_id = :corp_id and day >= :since
    group by 1, 2, 3, 4
    """
)
PROPERTIES = text(
    """
    select kind, name, since, type, handling, purpose, converts, plain, example, first_at
    from event_properties where corp_id = :corp_id and (cast(:kind as text) is null
                                                       or kind = :kind)
    order by name, since
    """
)
NAMES = text(
    "select said, kind from event_names where corp_id = :corp_id and state = 'accepted'"
    " order by said"
)
ADD_KIND = text(
    """
    insert into event_kinds (corp_id, name, label, main, purpose, closed, created_by)
    values (:corp_id, :name, :label, :main, :purpose, :closed, :by)
    on conflict (corp_id, name) do update
      set label = excluded.label, main = excluded.main, purpose = excluded.purpose,
          closed = excluded.closed
    """
)
OPEN_VERSION = text(
    """
    insert into event_kinds (corp_id, name, version, created_by)
    values (:corp_id, :name, 2, :by)
    on conflict (corp_id, name) do update set version = event_kinds.version + 1
    returning version
    """
)
DECIDE_NAME = text(
    """
    insert into event_names (corp_id, said, state, kind, decided_by, decided_at)
    values (:corp_id, :said, :state, :kind, :by, :now)
    on conflict (corp_id, said) do update
      set state = excluded.state, kind = excluded.kind, decided_by = excluded.decided_by,
          decided_at = excluded.decided_at
    """
)
SET_PROPERTY = text(
    """
    insert into event_properties (corp_id, kind, name, since, type, handling, purpose, converts,
                                  plain)
    values (:corp_id, :kind, :name, :since, :type, :handling, :purpose, :converts, :plain)
    on conflict (corp_id, kind, name, since) do update
      set type = excluded.type, handling = excluded.handling, purpose = excluded.purpose,
          converts = excluded.converts, plain = excluded.plain,
          example = case when excluded.handling in ('personal', 'sensitive') then null
                         else event_properties.example end
    """
)
