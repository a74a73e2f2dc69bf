"""Sends of conversions; each names its corp."""

from sqlalchemy import text

KEEP = text(
    """
    insert into conversion_hooks
      (corp_id, url, sealed_secret, fields, only_clicks, enabled, changed_by, changed_at)
    values (:corp_id, :url, :sealed, cast(:fields as jsonb), :only_clicks, :enabled, :by, :now)
    on conflict (corp_id) do update set
      url = excluded.url, fields = excluded.fields, only_clicks = excluded.only_clicks,
      enabled = excluded.enabled, changed_by = excluded.changed_by,
      changed_at = excluded.changed_at
    """
)
SECRET = text("select sealed_secret from conversion_hooks where corp_id = :corp_id")
RENEW = text("update conversion_hooks set sealed_secret = :sealed where corp_id = :corp_id")
MAKE = text(
    """
    insert into conversion_sends
      (corp_id, id, visit, customer_id, event, payload, state, made_at, next_at)
    select :corp_id, v.id, v.visit, v.customer_id, :event, v.payload, 'due', :now, :now
    from unnest(cast(:ids as uuid[]), cast(:visits as text[]), cast(:customers as bigint[]),
                cast(:payloads as jsonb[])) as v(id, visit, customer_id, payload)
    on conflict (corp_id, visit, event) do nothing
    returning id
    """
)
TAKE = text(
    """
    update conversion_sends set tries = tries + 1, tried_at = :now
    where corp_id = :corp_id and id = :id and state = 'due'
    returning payload, tries, made_at
    """
)
ENDED = text(
    """
    update conversion_sends set state = :state, reason = :reason, status = :status,
      seconds = :seconds, next_at = cast(:next_at as timestamptz)
    where corp_id = :corp_id and id = :id
    """
)
SHOWN = text(
    """
    select id, event, state, reason, status, tries, seconds, made_at, tried_at, next_at
    from conversion_sends where corp_id = :corp_id order by made_at desc, id limit 20
    """
)
FORGET = text(
    """
    delete from conversion_sends where corp_id = :corp_id and id in (
      select id from conversion_sends where corp_id = :corp_id and made_at < :before limit :rows)
    returning 1
    """
)
