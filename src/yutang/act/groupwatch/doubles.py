"""Persons who sit in several groups: who is to be taken out of which, asked of the owners.

Of each set of groups (of one kind, of one tier, or all) a person keeps exactly one, and one plan
runs at a time: so nobody is taken out of all of them. Who leaves the group in which he was to stay
is asked for no more. Who was seen to leave is ticked off, for that is read from the stays.
"""

from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import Row, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import audit
from yutang.kernel.events import NewEvent, append
from yutang.kernel.runtime import Runtime
from yutang.people.groups.schemas import GroupStaffRef
from yutang.people.tasks import service as tasks
from yutang.people.tasks.schemas import ERRAND, NewTask, TaskWords

from . import wording
from .errors import (
    ClosedError,
    NothingDoubledError,
    PlanRunningError,
    TooManyRemovalsError,
    UnknownPlanError,
)
from .events import DoublePlanChanged
from .models import DoublePlan
from .schemas import (
    DOUBLES_SOURCE,
    REMOVALS,
    DoubleOwner,
    DoubleOwners,
    DoublePlanRead,
    DoublePlans,
    DoublePreview,
    DoubleRules,
)

DUE: Final = timedelta(days=7)
KEPT: Final = 20
OWNERS: Final = 500
AT_ONCE: Final = 1_000
_RANKED: Final = """
    seats as materialized (
      select m.customer_id, m.group_id, min(m.joined_at) as joined_at, g.owner_staff_id as staff_id,
             case :rule when 'kind' then g.kind when 'tier' then g.tier else 'any' end as class,
             case :keep when 'tier' then case g.tier when 'core' then 0 when 'transit' then 1
                                                     when 'pond' then 2 else 3 end
                        else 0 end as rank,
             coalesce(s.status = 'active', false) as asked
      from group_members m
      join group_chats g on g.corp_id = m.corp_id and g.id = m.group_id and g.state <> 'dismissed'
      left join staff s on s.corp_id = g.corp_id and s.id = g.owner_staff_id
      where m.corp_id = :corp_id and m.customer_id is not null and m.left_at is null
      group by m.customer_id, m.group_id, g.owner_staff_id, g.kind, g.tier, s.status
    ), ranked as (
      select e.*, count(*) over (partition by e.customer_id, e.class) as groups,
             first_value(e.group_id) over w as keep_group_id, row_number() over w as place
      from seats e
      where e.class is not null
      window w as (partition by e.customer_id, e.class order by e.rank, e.joined_at, e.group_id)
    ), removals as (
      select * from ranked where groups >= :least and place > 1
    )"""
_COUNT = text(
    f"""
    with {_RANKED}
    select count(distinct customer_id) filter (where asked) as persons,
           count(*) filter (where asked) as removals,
           count(distinct staff_id) filter (where asked) as owners,
           count(*) filter (where not asked) as not_asked
    from removals
    """  # noqa: S608 - a constant
)
_PLAN = text(
    f"""
    with {_RANKED}
    insert into group_double_removals
      (corp_id, plan_id, customer_id, group_id, keep_group_id, staff_id)
    select :corp_id, :plan_id, customer_id, group_id, keep_group_id, staff_id
    from removals where asked
    """  # noqa: S608 - a constant
)
STATES: Final = """
      select r.*,
             case when not exists (select from group_members m
                                   where m.corp_id = r.corp_id and m.group_id = r.group_id
                                     and m.customer_id = r.customer_id and m.left_at is null)
                  then 'gone'
                  when exists (select from group_members m
                               where m.corp_id = r.corp_id and m.group_id = r.keep_group_id
                                 and m.customer_id = r.customer_id and m.left_at is null)
                  then 'waiting' else 'void' end as standing
      from group_double_removals r
      where r.corp_id = :corp_id"""
"""Removals with how each stands by now."""
_OWNERS = text(
    f"""
    with r as ({STATES} and r.plan_id = :plan_id)
    select r.staff_id, s.name, count(*) as removals,
           count(*) filter (where r.standing = 'gone') as gone,
           count(*) filter (where r.standing = 'waiting') as waiting,
           count(distinct r.group_id) as groups, count(distinct r.customer_id) as persons,
           (select t.id from tasks t where t.corp_id = :corp_id and t.source = :source
              and t.source_key = :plan_id || ':' || r.staff_id and t.state = 'open') as task_id
    from r join staff s on s.corp_id = :corp_id and s.id = r.staff_id
    group by r.staff_id, s.name
    order by waiting desc, removals desc, r.staff_id
    limit :limit
    """  # noqa: S608 - a constant
)
_READ = text(
    f"""
    with r as ({STATES} and r.plan_id = any(cast(:ids as bigint[]))), owners as (
      select r.plan_id, r.staff_id, count(*) filter (where r.standing = 'waiting') = 0 as done
      from r group by 1, 2
    )
    select p.*, coalesce(c.persons, 0) as persons, coalesce(c.removals, 0) as removals,
           coalesce(c.gone, 0) as gone, coalesce(c.waiting, 0) as waiting,
           coalesce(c.void, 0) as void, coalesce(o.owners, 0) as owners,
           coalesce(o.owners_done, 0) as owners_done
    from group_double_plans p
    left join (
      select plan_id, count(distinct customer_id) as persons, count(*) as removals,
             count(*) filter (where standing = 'gone') as gone,
             count(*) filter (where standing = 'waiting') as waiting,
             count(*) filter (where standing = 'void') as void
      from r group by plan_id) c on c.plan_id = p.id
    left join (
      select plan_id, count(*) as owners, count(*) filter (where done) as owners_done
      from owners group by plan_id) o on o.plan_id = p.id
    where p.corp_id = :corp_id and p.id = any(cast(:ids as bigint[]))
    order by p.id desc
    """  # noqa: S608 - a constant
)
_STALE = text(
    """
    select t.id from group_double_plans p
    join (select distinct corp_id, plan_id, staff_id from group_double_removals
          where corp_id = :corp_id) r on r.corp_id = p.corp_id and r.plan_id = p.id
    join tasks t on t.corp_id = p.corp_id and t.source = :source
      and t.source_key = p.id || ':' || r.staff_id
    where p.corp_id = :corp_id and p.id = :plan_id and t.state = 'open' order by t.id
    """
)


async def preview(session: AsyncSession, corp_id: int, rules: DoubleRules) -> DoublePreview:
    """What a plan by these rules would ask for; nothing is kept."""
    row = (await session.execute(_COUNT, {"corp_id": corp_id, **rules.model_dump()})).one()
    return DoublePreview.model_validate(row._mapping)  # noqa: SLF001 - its public name


async def start_plan(
    session: AsyncSession, corp_id: int, rules: DoubleRules, actor: str, now: datetime
) -> int:
    """Ask each owner with one task; returns the plan's id.

    Raises PlanRunningError, NothingDoubledError, TooManyRemovalsError.
    """
    await session.execute(
        text("select pg_advisory_xact_lock(hashtext('doubles'), cast(:corp_id as integer))"),
        {"corp_id": corp_id},
    )
    running = await session.scalar(
        select(DoublePlan.id).where(DoublePlan.corp_id == corp_id, DoublePlan.state == "running")
    )
    if running is not None:
        raise PlanRunningError(running)
    told = await preview(session, corp_id, rules)
    if told.removals == 0:
        raise NothingDoubledError
    if told.removals > REMOVALS:
        raise TooManyRemovalsError(told.removals, REMOVALS)
    plan = DoublePlan(corp_id=corp_id, created_by=actor, created_at=now, **rules.model_dump())
    session.add(plan)
    await session.flush()
    asked = {"corp_id": corp_id, "plan_id": plan.id}
    await session.execute(_PLAN, asked | rules.model_dump())
    rows = (
        await session.execute(_OWNERS, asked | {"source": DOUBLES_SOURCE, "limit": REMOVALS})
    ).all()
    new = [
        NewTask(
            kind=ERRAND.key,
            staff_id=row.staff_id,
            title=TaskWords(wording.DOUBLES, {"persons": row.persons, "groups": row.groups}),
            due_at=now + DUE,
            link=f"/m/watch/doubles/{plan.id}",
            source=DOUBLES_SOURCE,
            source_key=f"{plan.id}:{row.staff_id}",
        )
        for row in rows
    ]
    for start in range(0, len(new), AT_ONCE):
        await tasks.add_tasks(session, corp_id, new[start : start + AT_ONCE], actor, now)
    await audit.record(
        session,
        corp_id,
        actor=actor,
        action="groupwatch.doubles_started",
        target=f"group_double_plan:{plan.id}",
        after={**rules.model_dump(), **told.model_dump()},
    )
    await _tell(session, corp_id, plan, actor, now)
    return plan.id


async def list_plans(session: AsyncSession, corp_id: int) -> DoublePlans:
    """The newest plans with how far they are."""
    found = await session.scalars(
        select(DoublePlan.id)
        .where(DoublePlan.corp_id == corp_id)
        .order_by(DoublePlan.id.desc())
        .limit(KEPT)
    )
    rows = await session.execute(_READ, {"corp_id": corp_id, "ids": list(found)})
    return DoublePlans(items=[DoublePlanRead.model_validate(dict(row)) for row in rows.mappings()])


async def read_plan(session: AsyncSession, corp_id: int, plan_id: int) -> DoublePlanRead:
    """One plan. Raises UnknownPlanError."""
    rows = await session.execute(_READ, {"corp_id": corp_id, "ids": [plan_id]})
    row = rows.mappings().one_or_none()
    if row is None:
        raise UnknownPlanError(plan_id)
    return DoublePlanRead.model_validate(dict(row))


async def list_plan_owners(session: AsyncSession, corp_id: int, plan_id: int) -> DoubleOwners:
    """How far each owner is. Raises UnknownPlanError."""
    if await session.get(DoublePlan, (corp_id, plan_id)) is None:
        raise UnknownPlanError(plan_id)
    rows = await _owners(session, corp_id, plan_id, OWNERS)
    return DoubleOwners(
        items=[
            DoubleOwner(
                owner=GroupStaffRef(id=row.staff_id, name=row.name),
                removals=row.removals,
                gone=row.gone,
                waiting=row.waiting,
                task_id=row.task_id,
            )
            for row in rows
        ]
    )


async def stop_plan(
    session: AsyncSession, corp_id: int, plan_id: int, actor: str, now: datetime
) -> None:
    """Ask nobody any more; `watch_doubles` takes the tasks back.

    Raises UnknownPlanError, ClosedError.
    """
    plan = await session.get(DoublePlan, (corp_id, plan_id), with_for_update=True)
    if plan is None:
        raise UnknownPlanError(plan_id)
    if plan.state != "running":
        raise ClosedError(plan.state)
    await _close(session, plan, "stopped", actor, now)


async def watch_doubles(runtime: Runtime, corp_id: int) -> int:
    """End tasks with nothing left to do, and the plan with the last; returns how many.

    Tasks of a stopped plan are taken back. Safe to repeat.
    """
    now = runtime.clock()
    async with runtime.database.owner() as session:
        newest = await session.scalar(
            select(DoublePlan)
            .where(DoublePlan.corp_id == corp_id)
            .order_by(DoublePlan.id.desc())
            .limit(1)
        )
        if newest is None:
            return 0
        if newest.state == "running":
            rows = await _owners(session, corp_id, newest.id, REMOVALS)
            done = [row.task_id for row in rows if row.waiting == 0 and row.task_id is not None]
            if not any(row.waiting for row in rows):
                await _close(session, newest, "done", "system", now)
        else:
            asked = {"corp_id": corp_id, "plan_id": newest.id, "source": DOUBLES_SOURCE}
            done = list(await session.scalars(_STALE, asked))
        stopped = newest.state == "stopped"
    if stopped:
        await tasks.end_tasks(runtime, corp_id, "drop", done, "不再需要移出重复的客户")
    else:
        await tasks.end_tasks(runtime, corp_id, "done", done, "名单上的客户都已离开重复的群")
    return len(done)


async def _owners(session: AsyncSession, corp_id: int, plan_id: int, limit: int) -> list[Row[Any]]:
    asked = {"corp_id": corp_id, "plan_id": plan_id, "source": DOUBLES_SOURCE, "limit": limit}
    return list((await session.execute(_OWNERS, asked)).all())


async def _close(
    session: AsyncSession, plan: DoublePlan, state: str, actor: str, now: datetime
) -> None:
    plan.state, plan.closed_at = state, now
    await session.flush()
    await audit.record(
        session,
        plan.corp_id,
        actor=actor,
        action=f"groupwatch.doubles_{state}",
        target=f"group_double_plan:{plan.id}",
        before={"state": "running"},
        after={"state": state},
    )
    await _tell(session, plan.corp_id, plan, actor, now)


async def _tell(
    session: AsyncSession, corp_id: int, plan: DoublePlan, actor: str, now: datetime
) -> None:
    event = DoublePlanChanged(plan_id=plan.id, state=plan.state or "running")
    told = NewEvent(customer_id=None, at=now, actor=actor, source="groupwatch", event=event)
    await append(session, corp_id, [told])
