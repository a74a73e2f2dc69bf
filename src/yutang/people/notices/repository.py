"""Claims of what waits and of what is to be sent; each names its corp, or goes over all."""

from sqlalchemy import text

CORPS = text(
    """
    select distinct corp_id from notices where state = 'waiting' and due_at <= :now
    union
    select distinct corp_id from notice_sends where state = 'due' and next_at <= :now
    """
)
# One process makes a corp's messages at a time, so that each counts what the one before made.
LOCK = text("select pg_try_advisory_xact_lock(hashtext('notices.plan'), cast(:corp_id as integer))")
PUT_OFF_QUIET = text(
    """
    update notices set due_at = :until, reason = 'quiet'
    where corp_id = :corp_id and state = 'waiting' and not urgent and due_at < :until
    """
)
DUE = text(
    """
    with members as (
      select distinct staff_id from (
        select staff_id from notices
        where corp_id = :corp_id and state = 'waiting' and due_at <= :now and (urgent or not :quiet)
        order by due_at limit :members) n
    )
    select n.id, n.staff_id, n.kind, n.title, n.body, n.link, n.staff_link,
           n.user_id is not null as has_account, n.urgent, n.bundle, n.buttons
    from members m
    join notices n on n.corp_id = :corp_id and n.staff_id = m.staff_id and n.state = 'waiting'
     and n.due_at <= :soon and (n.urgent or not :quiet)
    order by n.staff_id, n.id
    limit :rows
    for update of n skip locked
    """
)
# A call that has not ended may end now: it counts until a minute and an hour after that.
MEMBERS = text(
    """
    select s.id, s.account, s.status,
           (select count(*) from notice_deliveries d
            where d.corp_id = :corp_id and d.staff_id = s.id
              and coalesce(d.at, :now) > :now - interval '1 minute') as minute,
           (select count(*) from notice_deliveries d
            where d.corp_id = :corp_id and d.staff_id = s.id
              and coalesce(d.at, :now) > :now - interval '1 hour') as hour
    from staff s where s.corp_id = :corp_id and s.id = any(cast(:ids as bigint[]))
    """
)
USED = text(
    """
    select (select count(*) from staff s where s.corp_id = :corp_id and s.status = 'active')
             as members,
           coalesce((select used from notice_days where corp_id = :corp_id
                     and agent_id = :agent_id and day = :day), 0) as used
    """
)
COUNT = text(
    """
    insert into notice_days as d (corp_id, agent_id, day, used)
    values (:corp_id, :agent_id, :day, :more)
    on conflict (corp_id, agent_id, day) do update set used = d.used + excluded.used
    """
)
MAKE = text(
    """
    with made as (
      insert into notice_sends
        (corp_id, id, agent_id, message, urgent, staff_ids, accounts, state, next_at, made_at)
      select :corp_id, s.id, :agent_id, s.message, s.urgent, s.staff_ids, s.accounts, 'due', :now,
             :now
      from jsonb_to_recordset(cast(:sends as jsonb))
           as s(id uuid, message jsonb, urgent boolean, staff_ids bigint[], accounts text[])
      returning id, staff_ids
    )
    insert into notice_deliveries (corp_id, staff_id, send_id)
    select :corp_id, one, made.id from made cross join unnest(made.staff_ids) one
    """
)
JOIN = text(
    """
    update notices n set state = 'sending', send_id = v.send_id, reason = null
    from unnest(cast(:ids as bigint[]), cast(:sends as uuid[])) as v(id, send_id)
    where n.corp_id = :corp_id and n.id = v.id
    """
)
PUT_OFF = text(
    """
    update notices n set due_at = v.until, reason = v.reason
    from unnest(cast(:ids as bigint[]), cast(:moments as timestamptz[]), cast(:reasons as text[]))
         as v(id, until, reason)
    where n.corp_id = :corp_id and n.id = v.id
    """
)
REFUSE = text(
    """
    update notices set state = 'refused', reason = :reason, due_at = null
    where corp_id = :corp_id and id = any(cast(:ids as bigint[]))
    """
)
# Whoever takes a message moves it on by a lease: a killed process lets go of it by itself.
CLAIM = text(
    """
    update notice_sends set next_at = :leased, tries = tries + 1,
                            tried_at = coalesce(tried_at, :now)
    where (corp_id, id) in (
      select corp_id, id from notice_sends
      where corp_id = :corp_id and state = 'due' and next_at <= :now
      order by urgent desc, next_at limit :rows for update skip locked)
    returning *
    """
)
ENDED = text(
    """
    update notice_sends set state = :state, reason = :reason, msgid = :msgid, ended_at = :now
    where corp_id = :corp_id and id = :id and state = 'due'
    """
)
DELIVERED = text(
    "update notice_deliveries set at = :now where corp_id = :corp_id and send_id = :id"
)
TOLD = text(
    """
    update notices set
      state = case when staff_id = any(cast(:unreached as bigint[])) then 'refused'
                   else cast(:state as text) end,
      reason = case when staff_id = any(cast(:unreached as bigint[])) then cast(:why as text)
                    else cast(:reason as text) end,
      sent_at = case when :state = 'sent' and not staff_id = any(cast(:unreached as bigint[]))
                     then :now end,
      due_at = null
    where corp_id = :corp_id and send_id = :id and state = 'sending'
    """
)
AGAIN = text(
    """
    update notice_sends set next_at = :until, reason = :reason,
      tried_at = case when :surely_not and tried_at = :since then null else tried_at end
    where corp_id = :corp_id and id = :id and state = 'due'
    """
)
FORGET = (
    text("delete from notice_deliveries where corp_id = :corp_id and at < :before"),
    text("delete from notice_days where corp_id = :corp_id and day < :day"),
    text(
        "delete from notice_sends where corp_id = :corp_id and made_at < :long_before"
        " and state <> 'due'"
    ),
)
