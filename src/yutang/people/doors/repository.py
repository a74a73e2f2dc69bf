"""Claims of mails and of deliveries; each names its corp, or goes over all."""

from sqlalchemy import text

# --- mail ---
MAIL_CORPS = text(
    """
    select distinct corp_id from notices where mail_state = 'waiting' and mail_due_at <= :now
    union
    select distinct corp_id from notice_mails where state = 'sending' and made_at < :lost
    """
)
LOCK = text("select pg_try_advisory_xact_lock(hashtext('notices.mail'), cast(:corp_id as integer))")
# Whoever wrote these down was killed before he knew: nobody can say whether they went.
LOSE = text(
    """
    with lost as (
      update notice_mails set state = 'unknown', reason = 'no_answer', ended_at = :now
      where corp_id = :corp_id and state = 'sending' and made_at < :lost returning id)
    update notices n set mail_state = 'unknown', mail_reason = 'no_answer', mail_due_at = null
    from lost where n.corp_id = :corp_id and n.mail_id = lost.id and n.mail_state = 'sending'
    """
)
REFUSE_ALL = text(
    """
    update notices set mail_state = 'refused', mail_reason = :reason, mail_due_at = null
    where corp_id = :corp_id and mail_state = 'waiting' and mail_due_at <= :now
      and created_at < :before
    """
)
PUT_OFF_QUIET = text(
    """
    update notices set mail_due_at = :until, mail_reason = 'quiet'
    where corp_id = :corp_id and mail_state = 'waiting' and not urgent and mail_due_at < :until
    """
)
DUE = text(
    """
    with persons as (
      select distinct receiver from (
        select receiver from notices
        where corp_id = :corp_id and mail_state = 'waiting' and mail_due_at <= :now
          and (urgent or not :quiet)
        order by mail_due_at limit :persons) n
    ), known as (
      select p.receiver, a.address, a.language,
             (select count(*) from notice_mails m
              where m.corp_id = :corp_id and m.receiver = p.receiver
                and m.made_at > :now - interval '1 hour' and m.purpose = 'notices'
                and m.state in ('sending', 'sent', 'unknown')) as hour
      from persons p
      left join notice_addresses a on a.corp_id = :corp_id and a.receiver = p.receiver
       and a.confirmed_at is not null
    )
    select n.id, n.receiver, n.title, n.title_en, n.body, n.body_en, n.link, n.staff_link,
           n.bundle, n.created_at, k.address, k.language, k.hour,
           coalesce(s.status, 'active') not in ('left', 'disabled')
             and exists (select from users u where u.corp_id = :corp_id and u.disabled_at is null
                           and (u.id = n.user_id or u.staff_id = n.staff_id)) as is_here
    from known k
    join notices n on n.corp_id = :corp_id and n.receiver = k.receiver
     and n.mail_state = 'waiting' and n.mail_due_at <= :soon and (n.urgent or not :quiet)
    left join staff s on s.corp_id = :corp_id and s.id = n.staff_id
    order by n.receiver, n.id
    limit :rows
    for update of n skip locked
    """
)
MAKE = text(
    """
    insert into notice_mails (corp_id, id, receiver, purpose, state, made_at)
    select :corp_id, m.id, m.receiver, 'notices', 'sending', :now
    from unnest(cast(:mails as uuid[]), cast(:receivers as text[])) as m(id, receiver)
    """
)
JOIN = text(
    """
    update notices n set mail_state = 'sending', mail_id = v.mail_id, mail_reason = null
    from unnest(cast(:ids as bigint[]), cast(:mails as uuid[])) as v(id, mail_id)
    where n.corp_id = :corp_id and n.id = v.id
    """
)
REFUSE = text(
    """
    update notices set mail_state = 'refused', mail_reason = :reason, mail_due_at = null
    where corp_id = :corp_id and id = any(cast(:ids as bigint[]))
    """
)
PUT_OFF = text(
    """
    update notices set mail_due_at = :until, mail_reason = :reason
    where corp_id = :corp_id and id = any(cast(:ids as bigint[]))
    """
)
MAIL_ENDED = text(
    """
    with mail as (
      update notice_mails set state = :state, reason = :reason, ended_at = :now
      where corp_id = :corp_id and id = :id and state = 'sending' returning id)
    update notices n set
      mail_state = case when :state = 'failed' then 'waiting' else cast(:state as text) end,
      mail_reason = :reason, mail_due_at = cast(:until as timestamptz)
    from mail where n.corp_id = :corp_id and n.mail_id = mail.id and n.mail_state = 'sending'
    """
)

# --- addresses ---
ADDRESS_LOCK = text(
    "select pg_advisory_xact_lock(hashtext('notices.address'), hashtext(:receiver))"
)
ASKED = text(
    """
    select count(*) from notice_mails where corp_id = :corp_id and receiver = :receiver
      and purpose = 'confirm' and made_at > :now - interval '1 hour'
    """
)
ADDRESS = text(
    "select address, confirmed_at from notice_addresses"
    " where corp_id = :corp_id and receiver = :receiver"
)
KEEP_ADDRESS = text(
    """
    insert into notice_addresses as a
      (corp_id, receiver, address, language, token_hash, token_until)
    values (:corp_id, :receiver, :address, :language, :hash, :until)
    on conflict (corp_id, receiver) do update set
      address = excluded.address, language = excluded.language, token_hash = excluded.token_hash,
      token_until = excluded.token_until, confirmed_at = null
    """
)
KEEP_LANGUAGE = text(
    "update notice_addresses set language = :language"
    " where corp_id = :corp_id and receiver = :receiver"
)
ASK = text(
    """
    insert into notice_mails (corp_id, id, receiver, purpose, state, made_at)
    values (:corp_id, :id, :receiver, 'confirm', 'sending', :now)
    """
)
CONFIRM = text(
    """
    update notice_addresses set confirmed_at = :now, token_hash = null, token_until = null
    where corp_id = :corp_id and receiver = :receiver and token_hash = :hash
      and token_until > :now
    returning address
    """
)
FORGET_ADDRESS = (
    text("delete from notice_addresses where corp_id = :corp_id and receiver = :receiver"),
    text("delete from notice_mail_kinds where corp_id = :corp_id and receiver = :receiver"),
)

# --- webhooks ---
HOOK_CORPS = text(
    "select distinct corp_id from webhook_deliveries where state = 'due' and next_at <= :now"
)
TOO_LATE = text(
    """
    update webhook_deliveries set state = 'failed', next_at = null,
      reason = coalesce(reason, 'the webhook was off for a day')
    where corp_id = :corp_id and state = 'due' and next_at <= :now and made_at < :before
    """
)
# Whoever takes one moves it on by a lease: a killed process lets go of it by itself.
CLAIM = text(
    """
    with mine as (
      select d.id, h.url, h.sealed_secret from webhook_deliveries d
      join notice_webhooks h on h.corp_id = d.corp_id and h.id = d.webhook_id and h.enabled
      where d.corp_id = :corp_id and d.state = 'due' and d.next_at <= :now
      order by d.next_at limit :rows for update of d skip locked)
    update webhook_deliveries d set next_at = :leased, tries = d.tries + 1, tried_at = :now
    from mine where d.corp_id = :corp_id and d.id = mine.id
    returning d.id, d.webhook_id, d.payload, d.tries, d.made_at, mine.url, mine.sealed_secret
    """
)
ENDED = text(
    """
    update webhook_deliveries set state = :state, reason = :reason, status = :status,
      seconds = :seconds, next_at = cast(:next_at as timestamptz)
    where corp_id = :corp_id and id = :id and state = 'due'
    """
)
COUNT_FAILURE = text(
    """
    update notice_webhooks set failures = failures + 1,
      failing_since = coalesce(failing_since, :now)
    where corp_id = :corp_id and id = :webhook_id
    """
)
COUNT_SUCCESS = text(
    """
    update notice_webhooks set failures = 0, failing_since = null
    where corp_id = :corp_id and id = :webhook_id and failures > 0
    """
)
TURN_OFF = text(
    """
    update notice_webhooks set enabled = false, off_reason = :reason
    where corp_id = :corp_id and id = :webhook_id and enabled and failures >= :most
      and failing_since <= :since
    returning id
    """
)
FORGET_ROWS = 5_000
FORGET = (
    text(
        """
        delete from webhook_deliveries where corp_id = :corp_id and id in (
          select id from webhook_deliveries where corp_id = :corp_id and made_at < :before
          limit :rows)
        returning 1
        """
    ),
    text(
        """
        delete from notice_mails where corp_id = :corp_id and id in (
          select id from notice_mails where corp_id = :corp_id and made_at < :before limit :rows)
        returning 1
        """
    ),
)
