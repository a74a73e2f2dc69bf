"""What came of an invitation: sent, joined by its code or otherwise, left again, run out."""

from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.jobs import enqueue
from yutang.kernel.runtime import Runtime
from yutang.people.tasks import service as tasks

from .jobs import DeleteJoinWays
from .models import GroupInvitation
from .schemas import FOLLOWED_DAYS, TASK_SOURCE

CHUNK: Final = 2_000

# A join by the code counts whoever showed it to him; another one since the round began. Written so
# that it goes along indexes also while the planner knows nothing yet of rows that are minutes old.
_FOLLOW = text(
    """
    with mine as materialized (
      select i.customer_id, i.state, i.asked_at, i.sent_at, t.id as task_id,
             t.state as task_state, t.done_at
      from (
        select * from group_invitees
        where corp_id = :corp_id and invitation_id = :id and customer_id > :after
          and state <> 'expired' and (asked_at is not null or joined_at is not null)
        order by customer_id limit :limit
      ) i
      left join lateral (
        select * from tasks t
        where t.corp_id = :corp_id and t.source = :source
          and t.source_key = :id || ':' || i.customer_id
        limit 1
      ) t on true
    ), seats as (
      select i.customer_id,
             min(m.joined_at) filter (where w.part is not null) as coded_at,
             (array_agg(m.group_id order by m.joined_at)
              filter (where w.part is not null))[1] as coded_in,
             min(m.joined_at) as joined_at,
             (array_agg(m.group_id order by m.joined_at))[1] as joined_in,
             bool_or(m.left_at is null) as there, max(m.left_at) as left_at
      from mine i
      join group_members m on m.corp_id = :corp_id and m.customer_id = i.customer_id
                          and (m.left_at is null or m.left_at > m.joined_at)
      join group_chats g on g.corp_id = m.corp_id and g.id = m.group_id
      left join group_invitation_ways w on w.corp_id = :corp_id and w.invitation_id = :id
                                       and w.code_state = m.code_state
      where (w.part is not null
             or (m.joined_at >= :since
                 and (g.tier = cast(:tier as text) or g.id = any(cast(:groups as bigint[])))))
        and m.joined_at <= i.asked_at + cast(:span as interval)
      group by 1
    ), told as (
      select i.customer_id, i.task_id, i.task_state,
             case when s.there and s.coded_at is not null then 'joined'
                  when s.there then 'joined_otherwise'
                  when s.customer_id is not null then 'left_again'
                  when i.state in ('joined', 'joined_otherwise', 'left_again') then i.state
                  when i.asked_at < cast(:now as timestamptz) - cast(:span as interval)
                    then 'expired'
                  when i.task_state = 'done' then 'sent'
                  when i.task_state = 'dropped' then 'skipped'
                  when i.state = 'skipped' then 'asked'
                  else i.state end as state,
             coalesce(s.coded_at, s.joined_at) as joined_at,
             coalesce(s.coded_in, s.joined_in) as joined_in,
             case when not s.there then s.left_at end as left_at,
             case when i.task_state = 'done' then i.done_at end as sent_at
      from mine i left join seats s on s.customer_id = i.customer_id
    ), written as (
      update group_invitees i
      set state = t.state, reason = case when t.state = 'skipped' then 'dropped' end,
          sent_at = coalesce(t.sent_at, i.sent_at), joined_at = coalesce(t.joined_at, i.joined_at),
          group_id = coalesce(t.joined_in, i.group_id), left_at = t.left_at
      from told t
      where i.corp_id = :corp_id and i.invitation_id = :id and i.customer_id = t.customer_id
        and (i.state, i.sent_at, i.joined_at, i.group_id, i.left_at) is distinct from
            (t.state, coalesce(t.sent_at, i.sent_at), coalesce(t.joined_at, i.joined_at),
             coalesce(t.joined_in, i.group_id), t.left_at)
    )
    select count(*) as seen, max(customer_id) as last,
           array_agg(task_id) filter (
             where task_state = 'open'
               and state in ('joined', 'joined_otherwise', 'left_again', 'expired')) as stale
    from told
    """
)
_OPEN = text(
    """
    select exists (select from group_invitees
                   where corp_id = :corp_id and invitation_id = :id
                     and state in ('waiting', 'asked', 'sent'))
    """
)


async def follow(
    runtime: Runtime, corp_id: int, invitation_id: int, due_at: datetime | None = None
) -> None:
    """Bring every asked person's state up to date; a repeat changes nothing.

    Nothing is done where a look that ended after `due_at` has seen it all: looks that take longer
    than their interval do not pile up.
    """
    after: int | None = 0
    stale: list[int] = []
    while after is not None:
        async with runtime.database.owner() as session:
            invitation = await session.get(
                GroupInvitation, (corp_id, invitation_id), with_for_update=True
            )
            if invitation is None or _is_seen(invitation, due_at, after):
                return
            after, more = await _follow_some(session, invitation, after, runtime.clock())
            stale += more
            if after is None:
                invitation.followed_at = runtime.clock()
                await finish(session, invitation, runtime.clock())
    # Nobody need send it any more.
    await tasks.end_tasks(runtime, corp_id, "drop", stale, "客户已进群，或邀请已过期")


def _is_seen(invitation: GroupInvitation, due_at: datetime | None, after: int) -> bool:
    seen = invitation.followed_at
    return after == 0 and due_at is not None and seen is not None and seen > due_at


async def _follow_some(
    session: AsyncSession, invitation: GroupInvitation, after: int, now: datetime
) -> tuple[int | None, list[int]]:
    row = (
        await session.execute(
            _FOLLOW,
            {
                "corp_id": invitation.corp_id,
                "id": invitation.id,
                "after": after,
                "limit": CHUNK,
                "source": TASK_SOURCE,
                "tier": invitation.tier,
                "groups": invitation.group_ids,
                "since": invitation.created_at,
                "now": now,
                "span": timedelta(days=FOLLOWED_DAYS),
            },
        )
    ).one()
    return (row.last if row.seen == CHUNK else None), list(row.stale or ())


async def finish(session: AsyncSession, invitation: GroupInvitation, now: datetime) -> None:
    """End it when everybody came to an end; its codes go when nobody is looked for any more."""
    await session.flush()
    if invitation.state == "running" and invitation.chosen_at is not None:
        keys = {"corp_id": invitation.corp_id, "id": invitation.id}
        if not await session.scalar(_OPEN, keys):
            invitation.state, invitation.ended_at = "ended", now
    if invitation.followed_until is not None and invitation.followed_until >= now:
        return
    invitation.followed_until = None
    if invitation.state == "ended":
        await enqueue(
            session, DeleteJoinWays(corp_id=invitation.corp_id, invitation_id=invitation.id)
        )
