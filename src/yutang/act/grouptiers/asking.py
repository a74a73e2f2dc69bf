"""Give members the tasks of the day: each invitation is sent by somebody the customer knows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import Row, text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import audit
from yutang.kernel.access import service as access
from yutang.kernel.clock import day_bounds, today
from yutang.kernel.notices import service as notices
from yutang.kernel.notices.schemas import Kind, NewNotice, Words
from yutang.kernel.runtime import Runtime
from yutang.people.corps import service as corps
from yutang.people.privacy import service as privacy
from yutang.people.stores import service as stores
from yutang.people.tasks import service as tasks
from yutang.people.tasks.schemas import NewTask, TaskWords

from . import following
from .models import GroupInvitation
from .schemas import FOLLOWED_DAYS, INVITE, INVITING, TASK_SOURCE, Skipped
from .ways import WITH_ROOM

CHUNK: Final = 500
PAGE: Final = "/m/invite"
"""Of the staff app: what to send, with the code."""
SHORT: Final = timedelta(hours=2)
"""Who is asked later than that before midnight has until the end of the next day."""
FULL: Final = notices.register_kind(
    Kind(
        "group_invitation_full", Words("邀请的群都满了", "No room in the groups people are invited")
    )
)

# A member's list is cut where his day is full. The sum is there so that the planner, who knows
# nothing yet of today's rows, does not look through all of them for each member.
_NEXT = text(
    """
    select w.customer_id, s.id as staff_id, s.status = 'left' as has_left
    from staff s
    cross join lateral (
      select i.customer_id from group_invitees i
      where i.corp_id = s.corp_id and i.invitation_id = :id and i.staff_id = s.id
        and i.state = 'waiting'
      order by i.customer_id
      limit greatest(0, :cap - (
        select count(*) from group_invitees d
        where d.corp_id = s.corp_id and d.invitation_id = :id and d.staff_id = s.id
          and d.asked_at is not null and d.asked_at + interval '0 s' >= :day))
    ) w
    where s.corp_id = :corp_id and s.id >= :from_staff
    order by s.id, w.customer_id
    limit :limit
    """
)
_STANDING = text(
    """
    select v.customer_id,
           exists (select from follows f
                   where f.corp_id = :corp_id and f.customer_id = v.customer_id
                     and f.staff_id = v.staff_id and f.state = 'friend') as is_friend,
           exists (select from group_members m
                   join group_chats g on g.corp_id = m.corp_id and g.id = m.group_id
                   where m.corp_id = :corp_id and m.customer_id = v.customer_id
                     and m.left_at is null
                     and (g.tier = cast(:tier as text)
                          or g.id = any(cast(:groups as bigint[])))) as is_seated,
           exists (select from group_invitees o
                   where o.corp_id = :corp_id and o.customer_id = v.customer_id
                     and o.invitation_id <> :id and o.asked_at > :since) as is_invited
    from unnest(cast(:customers as bigint[]), cast(:members as bigint[]))
      as v(customer_id, staff_id)
    """
)
_NAMES = text(
    """
    select c.id, c.name,
           (select i.value from customer_identities i
            where i.corp_id = c.corp_id and i.customer_id = c.id and i.kind = 'external'
            limit 1) as external_id
    from customers c
    where c.corp_id = :corp_id and c.id = any(cast(:ids as bigint[]))
    """
)
_WRITE = text(
    """
    update group_invitees i
    set state = case when v.reason is null then 'asked' else 'skipped' end, reason = v.reason,
        part = v.part, asked_at = case when v.reason is null then cast(:now as timestamptz) end
    from unnest(cast(:customers as bigint[]), cast(:reasons as text[]), cast(:parts as int[]))
      as v(customer_id, reason, part)
    where i.corp_id = :corp_id and i.invitation_id = :id and i.customer_id = v.customer_id
    """
)


async def ask(runtime: Runtime, corp_id: int, invitation_id: int) -> None:
    """Ask every member for what today still allows; the rest waits for tomorrow."""
    from_staff, skipped = 0, False
    while True:
        async with runtime.database.owner() as session:
            invitation = await session.get(
                GroupInvitation, (corp_id, invitation_id), with_for_update=True
            )
            if invitation is None or invitation.state != "running":
                return
            step = await _ask_some(session, invitation, from_staff, runtime.clock())
            if step is None:
                break
            if step.last is None and not skipped:
                await following.finish(session, invitation, runtime.clock())
                break
        # Who was skipped takes nothing of a member's day: another takes his place.
        skipped = step.skipped or (skipped and step.last is not None)
        from_staff = step.last or 0
        tasks.forget_sums(runtime, corp_id)


@dataclass(frozen=True, slots=True)
class _Step:
    """How far one transaction came: `last` is the member to go on with, None behind the last."""

    last: int | None
    skipped: bool


async def _ask_some(
    session: AsyncSession, invitation: GroupInvitation, from_staff: int, now: datetime
) -> _Step | None:
    """Ask some; None where it cannot go on."""
    corp_id = invitation.corp_id
    zone = (await corps.describe(session, corp_id)).timezone
    day, night = day_bounds(today(now, zone), zone)
    asked = {"corp_id": corp_id, "id": invitation.id}
    rows = (
        await session.execute(
            _NEXT,
            asked
            | {
                "cap": invitation.day_cap,
                "day": day,
                "limit": CHUNK,
                "from_staff": from_staff,
            },
        )
    ).all()
    if not rows:
        return _Step(None, skipped=False)
    open_ways = (await session.execute(WITH_ROOM, asked | {"full_at": invitation.full_at})).all()
    if not open_ways:
        await _tell_full(session, invitation, now)
        return None
    reasons = await _reasons(session, invitation, rows, now)
    parts = await _parts(session, invitation, rows, open_ways)
    await session.execute(
        _WRITE,
        asked
        | {
            "now": now,
            "customers": [row.customer_id for row in rows],
            "reasons": [reasons[row.customer_id] for row in rows],
            "parts": [None if reasons[row.customer_id] else parts[row.staff_id] for row in rows],
        },
    )
    chosen = [row for row in rows if reasons[row.customer_id] is None]
    if night - now < SHORT:
        night += timedelta(days=1)
    await _give(session, invitation, chosen, night - timedelta(minutes=1), now)
    if chosen:
        invitation.followed_until = now + timedelta(days=FOLLOWED_DAYS)
    return _Step(rows[-1].staff_id, skipped=len(chosen) < len(rows))


async def _reasons(
    session: AsyncSession, invitation: GroupInvitation, rows: Sequence[Row[Any]], now: datetime
) -> dict[int, Skipped | None]:
    """Why each is not invited after all: things have changed since people were chosen."""
    ids = [row.customer_id for row in rows]
    barred = await privacy.barred(session, invitation.corp_id, ids, now)
    left = {row.customer_id for row in rows if row.has_left}
    standing = await session.execute(
        _STANDING,
        {
            "corp_id": invitation.corp_id,
            "id": invitation.id,
            "tier": invitation.tier,
            "groups": invitation.group_ids,
            "since": now - timedelta(days=invitation.again_days),
            "customers": ids,
            "members": [row.staff_id for row in rows],
        },
    )
    found: dict[int, Skipped | None] = {}
    for row in standing:
        reason: Skipped | None = None
        if not row.is_friend or row.customer_id in left or row.customer_id not in barred:
            reason = "no_friend"
        elif barred[row.customer_id] is not None:
            reason = barred[row.customer_id]
        elif row.is_seated:
            reason = "seated"
        elif row.is_invited:
            reason = "invited"
        found[row.customer_id] = reason
    return found


async def _parts(
    session: AsyncSession,
    invitation: GroupInvitation,
    rows: Sequence[Row[Any]],
    open_ways: Sequence[Row[Any]],
) -> dict[int, int]:
    """By member: the first code with room, of his store where it has one, else of none."""
    members = {row.staff_id for row in rows}
    places = (
        await stores.stores_of(session, invitation.corp_id, members)
        if invitation.same_store
        else {}
    )
    first: dict[int | None, int] = {}
    for way in open_ways:
        first.setdefault(way.store_id, way.part)
    anywhere = first.get(None, open_ways[0].part)
    return {one: first.get(places.get(one), anywhere) for one in members}


async def _give(
    session: AsyncSession,
    invitation: GroupInvitation,
    chosen: Sequence[Row[Any]],
    due_at: datetime,
    now: datetime,
) -> None:
    asked = {"corp_id": invitation.corp_id, "ids": [row.customer_id for row in chosen]}
    known = {row.id: row for row in await session.execute(_NAMES, asked)}
    await tasks.add_tasks(
        session,
        invitation.corp_id,
        [
            NewTask(
                kind=INVITING.key,
                staff_id=row.staff_id,
                customer_id=row.customer_id,
                title=TaskWords(
                    INVITE,
                    {"person": known[row.customer_id].name, "round": invitation.name},
                ),
                due_at=due_at,
                link=f"{PAGE}?customer={known[row.customer_id].external_id}",
                source=TASK_SOURCE,
                source_key=f"{invitation.id}:{row.customer_id}",
            )
            for row in chosen
            if row.customer_id in known
        ],
        "system",
        now,
    )


async def _tell_full(session: AsyncSession, invitation: GroupInvitation, now: datetime) -> None:
    invitation.state, invitation.problem = "stopped", "full"
    invitation.version += 1
    await audit.record(
        session,
        invitation.corp_id,
        actor="system",
        action="group_invitation.filled",
        target=f"group_invitation:{invitation.id}",
        before={"state": "running"},
        after={"state": "stopped"},
    )
    notice = NewNotice(
        kind=FULL.name,
        key=f"{FULL.name}:{invitation.id}:{invitation.version}",
        title=Words(
            f"「{invitation.name}」停了：群都满了",
            f"{invitation.name} stopped: its groups are full",
        ),
        body=Words(
            "还有人没邀请。换几个群另发一轮。",
            "People are still waiting. Start another round with other groups.",
        ),
        user_ids=await access.users_who_may(session, invitation.corp_id, "groupcare.write"),
        link=f"/groups/tiers?tab=invitations&open={invitation.id}",
    )
    await notices.tell(session, invitation.corp_id, notice, now=now)
