"""Visits over sets; each names its corp."""

from sqlalchemy import text

OPEN = text(
    """
    insert into visits (corp_id, token, channel, page_id, short_link_id, at, utm, clicks, referrer)
    values (:corp_id, :token, :channel, :page_id, :short_link_id, :at, cast(:utm as jsonb),
            cast(:clicks as jsonb), :referrer)
    """
)
TAP = text(
    """
    update visits set tapped_at = coalesce(tapped_at, :now)
    where corp_id = :corp_id and token = :token and page_id = :page_id
    returning channel
    """
)
OF_PAGE = text(
    "select 1 from visits where corp_id = :corp_id and token = :token and page_id = :page_id"
)
# The first who adds by a token has it: an address that was passed on counts for its channel only.
ADD = text(
    """
    with told as (
      select distinct on (v.token) v.token, v.channel, v.customer_id, v.staff_id,
             coalesce(v.at, f.added_at) as at
      from unnest(cast(:tokens as text[]), cast(:channels as text[]),
                  cast(:customers as bigint[]), cast(:members as bigint[]),
                  cast(:times as timestamptz[])) as v(token, channel, customer_id, staff_id, at)
      left join follows f on f.corp_id = :corp_id and f.customer_id = v.customer_id
                         and f.staff_id = v.staff_id
      where coalesce(v.at, f.added_at) is not null
      order by v.token, coalesce(v.at, f.added_at), v.customer_id, v.staff_id
    )
    update visits o set added_at = t.at, customer_id = t.customer_id, staff_id = t.staff_id
    from told t
    where o.corp_id = :corp_id and o.token = t.token and o.channel = t.channel
      and o.added_at is null and o.at <= t.at + interval '1 hour'
    returning o.token, o.channel, o.customer_id, o.staff_id, o.added_at
    """
)
STEP = text(
    """
    update visits o set
      profile_at = case when t.step = 'profile' then coalesce(o.profile_at, t.at)
                        else o.profile_at end,
      requested_at = case when t.step = 'request' then coalesce(o.requested_at, t.at)
                          else o.requested_at end
    from unnest(cast(:tokens as text[]), cast(:channels as text[]), cast(:steps as text[]),
                cast(:times as timestamptz[])) as t(token, channel, step, at)
    where o.corp_id = :corp_id and o.token = t.token and o.channel = t.channel
    """
)
FOUND = """
    select token, channel, at, added_at, customer_id, staff_id, utm, clicks, referrer
    from visits
    where corp_id = :corp_id and customer_id is not null and {more}
    order by added_at desc, token limit :limit
"""
OF_CHANNEL = text(FOUND.format(more="channel = :channel and added_at is not null"))
OF_TOKENS = text(FOUND.format(more="token = any(cast(:tokens as text[]))"))
FUNNELS = """
    select {key} as key, count(*) as visits, count(tapped_at) as taps, count(added_at) as adds
    from visits where corp_id = :corp_id and {key} = any(:keys) and at >= :since
    group by 1
"""
BY_CHANNEL = text(FUNNELS.format(key="channel"))
BY_PAGE = text(FUNNELS.format(key="page_id"))
DAYS = """
    select to_char(at at time zone :zone, 'YYYY-MM-DD') as day,
           coalesce(nullif(utm->>'source', ''), nullif(referrer, ''), '') as source,
           count(*) as visits, count(tapped_at) as taps, count(added_at) as adds
    from visits where corp_id = :corp_id and {key} = :key and at >= :start and at < :stop
    group by 1, 2 order by 1, 3 desc, 2
"""
DAYS_OF_PAGE = text(DAYS.format(key="page_id"))
DAYS_OF_CHANNEL = text(DAYS.format(key="channel"))
FORGET_ROWS = 5_000
FORGET = text(
    """
    delete from visits where corp_id = :corp_id and token in (
      select token from visits where corp_id = :corp_id and at < :before limit :rows)
    returning 1
    """
)
