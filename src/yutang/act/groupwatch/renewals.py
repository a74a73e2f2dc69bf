"""Renewal of groups: an old one lives one more week beside the new one that its owner made.

WeCom lets no app make a group or carry anybody over: the owner gets a name, a notice and a list,
and what comes of it is read from the stays of both groups.
"""

from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import audit
from yutang.kernel.db import staff_in_scope
from yutang.kernel.events import NewEvent, append
from yutang.kernel.runtime import Runtime
from yutang.people.groups import service as groups
from yutang.people.tasks import service as tasks
from yutang.people.tasks.schemas import ERRAND, NewTask, TaskWords

from . import wording
from .errors import (
    ClosedError,
    ForeignOwnerError,
    NobodyToAskError,
    RenewingError,
    UnfitGroupError,
    UnknownRenewalError,
)
from .events import GroupRenewalChanged
from .models import GroupRenewal
from .renewal_lists import FIT, RUNNING, SINCE
from .schemas import (
    RECENT_DAYS,
    RENEWAL_SOURCE,
    NewRenewal,
)

DUE: Final = timedelta(days=2)
_OWNER = text(
    """
    select g.owner_staff_id from group_chats g
    join staff s on s.corp_id = g.corp_id and s.id = g.owner_staff_id and s.status = 'active'
    where g.corp_id = :corp_id and g.id = :group_id and g.state <> 'dismissed'
    """
)
_CARRY = text(
    """
    insert into group_renewal_people (corp_id, renewal_id, customer_id, group_id, why)
    select :corp_id, :renewal_id, v.customer_id, :group_id, v.why
    from (
      select m.customer_id,
             case when bool_or(r.role is not null) then 'core'
                  when bool_or(f.customer_id is not null) then 'friend'
                  when bool_or(m.joined_at > :recent) then 'recent' end as why
      from group_members m
      left join group_roles r on r.corp_id = m.corp_id and r.group_id = m.group_id
        and r.member = m.member and r.role = 'core'
      left join follows f on f.corp_id = m.corp_id and f.customer_id = m.customer_id
        and f.staff_id = :staff_id and f.state = 'friend'
      where m.corp_id = :corp_id and m.group_id = :group_id and m.left_at is null
        and m.customer_id is not null
        and not exists (select from group_insiders i
                        where i.corp_id = m.corp_id and i.customer_id = m.customer_id)
      group by m.customer_id) v
    where v.why is not null
    """
)
_FITS = text(
    f"""
    select exists (select {FIT} and g.id = :group_id)
    from group_renewals r where r.corp_id = :corp_id and r.id = :id
    """  # noqa: S608 - constants
)
_FOUND = text(
    f"""
    select r.id, (select g.id {FIT} {SINCE} and g.name = r.name
                  order by g.created_at, g.id limit 1) as found
    from group_renewals r
    where r.corp_id = :corp_id and r.state = 'planned' order by r.id
    """  # noqa: S608 - constants
)
_STEPS = text(
    """
    select r.id, r.state, o.state = 'dismissed' as is_over,
           exists (select from group_renewal_people p
                   join group_members m on m.corp_id = p.corp_id and m.group_id = r.new_group_id
                     and m.customer_id = p.customer_id and m.left_at is null
                   where p.corp_id = r.corp_id and p.renewal_id = r.id) as moves,
           r.goodbye_at is null
             and r.made_at + make_interval(days => r.days) <= cast(:now as timestamptz) as is_time
    from group_renewals r
    join group_chats o on o.corp_id = r.corp_id and o.id = r.group_id
    where r.corp_id = :corp_id and r.state in ('planned', 'made', 'moving') order by r.id
    """
)
_STALE = text(
    """
    select t.id, r.state = 'stopped' as is_stopped
    from group_renewals r
    join tasks t on t.corp_id = r.corp_id and t.source = :source
      and t.source_key in (r.id || '\\:make', r.id || '\\:goodbye')
    where r.corp_id = :corp_id and t.state = 'open'
      and (r.state in ('done', 'stopped')
           or (t.source_key = r.id || '\\:make' and r.state <> 'planned'))
    order by t.id
    """
)


async def plan_renewal(
    session: AsyncSession, corp_id: int, group_id: int, new: NewRenewal, actor: str, now: datetime
) -> int:
    """Begin: the owner is asked to make a group; who shall come is listed. Returns its id.

    Raises UnknownGroupError, NobodyToAskError, ForeignOwnerError, RenewingError.
    """
    await groups.demand_group(session, corp_id, group_id)
    asked = {"corp_id": corp_id, "group_id": group_id}
    await session.execute(
        text("select from group_chats where corp_id = :corp_id and id = :group_id for update"),
        asked,
    )
    staff_id = await session.scalar(_OWNER, asked)
    if staff_id is None:
        raise NobodyToAskError
    scope = staff_in_scope(session)
    if scope is not None and staff_id not in scope:
        raise ForeignOwnerError
    running = select(GroupRenewal.id).where(
        GroupRenewal.corp_id == corp_id,
        GroupRenewal.group_id == group_id,
        GroupRenewal.state.in_(RUNNING),
    )
    if await session.scalar(running) is not None:
        raise RenewingError
    row = GroupRenewal(
        corp_id=corp_id,
        group_id=group_id,
        staff_id=staff_id,
        state="planned",
        created_by=actor,
        created_at=now,
        **new.model_dump(),
    )
    session.add(row)
    await session.flush()
    values = {"renewal_id": row.id, "staff_id": staff_id}
    recent = now - timedelta(days=RECENT_DAYS)
    await session.execute(_CARRY, asked | values | {"recent": recent})
    asked_for = TaskWords(wording.MAKE, {"name": row.name[: wording.NAME]})
    await _ask(session, row, "make", asked_for, actor, now)
    await audit.record(
        session,
        corp_id,
        actor=actor,
        action="groupwatch.renewal_planned",
        target=f"group_renewal:{row.id}",
        after={"group_id": group_id, "name": row.name, "days": row.days},
    )
    await _tell(session, row, actor, now)
    return row.id


async def pick_new_group(
    session: AsyncSession, corp_id: int, renewal_id: int, group_id: int, actor: str, now: datetime
) -> None:
    """Say which group the owner made; another one may be said while it runs.

    Raises UnknownRenewalError, ClosedError, UnknownGroupError, UnfitGroupError.
    """
    row = await _living(session, corp_id, renewal_id)
    await groups.demand_group(session, corp_id, group_id)
    asked = {"corp_id": corp_id, "id": renewal_id, "group_id": group_id}
    if not await session.scalar(_FITS, asked):
        raise UnfitGroupError
    await _made(session, row, group_id, actor, now)


async def stop_renewal(
    session: AsyncSession, corp_id: int, renewal_id: int, actor: str, now: datetime
) -> None:
    """Give it up; both groups stay as they are. Raises UnknownRenewalError, ClosedError."""
    row = await _living(session, corp_id, renewal_id)
    await _turn(session, row, "stopped", actor, now)


async def watch_renewals(runtime: Runtime, corp_id: int) -> int:
    """Find new groups by their names, follow who came, ask for the goodbye, end what is over.

    Returns how many went on. Safe to repeat.
    """
    now = runtime.clock()
    count = 0
    async with runtime.database.owner() as session:
        for found in (await session.execute(_FOUND, {"corp_id": corp_id})).all():
            if found.found is not None:
                row = await _living(session, corp_id, found.id)
                await _made(session, row, found.found, "system", now)
                count += 1
        for step in (await session.execute(_STEPS, {"corp_id": corp_id, "now": now})).all():
            row = await _living(session, corp_id, step.id)
            if step.is_over:
                await _turn(session, row, "done" if row.new_group_id else "stopped", "system", now)
            elif step.moves and row.state == "made":
                await _turn(session, row, "moving", "system", now)
            elif not step.is_time:
                continue
            if step.is_time and not step.is_over:
                await _say_goodbye(session, row, now)
            count += 1
        asked = {"corp_id": corp_id, "source": RENEWAL_SOURCE}
        stale = (await session.execute(_STALE, asked)).all()
    stopped = [row.id for row in stale if row.is_stopped]
    await tasks.end_tasks(runtime, corp_id, "drop", stopped, "换群已停止")
    done = [row.id for row in stale if not row.is_stopped]
    await tasks.end_tasks(runtime, corp_id, "done", done, "看到已经做完")
    return count


async def _say_goodbye(session: AsyncSession, row: GroupRenewal, now: datetime) -> None:
    row.goodbye_at = now
    await session.flush()
    title = TaskWords(wording.GOODBYE, {"days": row.days})
    await _ask(session, row, "goodbye", title, "system", now)


async def _ask(
    session: AsyncSession, row: GroupRenewal, what: str, title: TaskWords, actor: str, now: datetime
) -> None:
    new = NewTask(
        kind=ERRAND.key,
        staff_id=row.staff_id,
        title=title,
        due_at=now + DUE,
        link=f"/m/watch/renewal/{row.id}",
        source=RENEWAL_SOURCE,
        source_key=f"{row.id}:{what}",
    )
    await tasks.add_tasks(session, row.corp_id, [new], actor, now)


async def _made(
    session: AsyncSession, row: GroupRenewal, group_id: int, actor: str, now: datetime
) -> None:
    if row.new_group_id == group_id:
        return
    row.new_group_id = group_id
    if row.made_at is None:
        row.made_at = now
    await _turn(session, row, "made", actor, now)


async def _turn(
    session: AsyncSession, row: GroupRenewal, state: str, actor: str, now: datetime
) -> None:
    before = row.state
    row.state = state
    if state not in RUNNING:
        row.closed_at = now
    await session.flush()
    await audit.record(
        session,
        row.corp_id,
        actor=actor,
        action=f"groupwatch.renewal_{state}",
        target=f"group_renewal:{row.id}",
        before={"state": before},
        after={"state": state, "new_group_id": row.new_group_id},
    )
    await _tell(session, row, actor, now)


async def _tell(session: AsyncSession, row: GroupRenewal, actor: str, now: datetime) -> None:
    event = GroupRenewalChanged(group_id=row.group_id, renewal_id=row.id, state=row.state)
    told = NewEvent(customer_id=None, at=now, actor=actor, source="groupwatch", event=event)
    await append(session, row.corp_id, [told])


async def _living(session: AsyncSession, corp_id: int, renewal_id: int) -> GroupRenewal:
    row = await session.get(GroupRenewal, (corp_id, renewal_id), with_for_update=True)
    if row is None:
        raise UnknownRenewalError(renewal_id)
    if row.state not in RUNNING:
        raise ClosedError(row.state)
    return row
