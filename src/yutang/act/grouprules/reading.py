"""Rules as pages show them: what they ask for, and how the groups stand."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Row, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.act.groupcare import service as groupcare
from yutang.act.groupcare.schemas import ReachNamed
from yutang.people.groups.schemas import GroupOwner

from . import patterns, sets
from .asking import KEY
from .errors import UnknownRulesError
from .models import GroupRuleSet
from .schemas import (
    SETS,
    TASK_SOURCE,
    GroupRulesList,
    GroupRulesRead,
    NameCounts,
    NicknameCounts,
    NoticeCounts,
    RulesOwner,
    RulesOwners,
    RulesTaskCounts,
)
from .statements import STANDING, UNDONE

_LAST: Final = f"""
    last as materialized (
      select o.set_id, o.staff_id, o.asked_at, t.id as task_id, t.state, t.due_at, t.done_at,
             case when t.staff_id <> o.staff_id then h.name end as with_staff
      from group_rule_owners o
      join group_rule_sets w on w.corp_id = o.corp_id and w.id = o.set_id
       and w.ask_version = o.ask_version
      left join tasks t on t.corp_id = o.corp_id and t.source = :source and t.source_key = {KEY}
      left join staff h on h.corp_id = t.corp_id and h.id = t.staff_id
      where o.corp_id = :corp_id
        and not exists (select from group_rule_owners later
                        where later.corp_id = o.corp_id and later.set_id = o.set_id
                          and later.ask_version = o.ask_version
                          and later.staff_id = o.staff_id and later.round > o.round))"""  # noqa: S608 - constants
_SUMS = text(
    f"""
    with {STANDING},{_LAST},
    sums as (
      select g.set_id, count(*) as groups, count(*) filter (where not g.owned) as ownerless,
             count(*) filter (where notice_state = 'same') as same,
             count(*) filter (where notice_state = 'differs') as differs,
             count(*) filter (where notice_state = 'empty') as empty,
             count(*) filter (where notice_state = 'unknown') as unknown,
             count(*) filter (where name_state = 'right') as right_names,
             count(*) filter (where name_state = 'wrong') as wrong_names,
             count(*) filter (where name_state in ('unknown', 'no_number')) as unknown_names,
             count(*) filter (where name_state = 'no_store') as no_store,
             count(*) filter (where nickname_match <> '' and counted_at is null) as uncounted,
             count(counted_at) as counted, min(counted_at) as counted_at,
             coalesce(sum(fits), 0) as fits, coalesce(sum(g.differs), 0) as misfits,
             coalesce(sum(nameless), 0) as nameless
      from standing g group by 1),
    asked as (
      select set_id, count(*) filter (where state = 'open') as open,
             count(*) filter (where state = 'done') as done,
             count(*) filter (where state = 'dropped') as dropped
      from last group by 1),
    reached as (select set_id, count(*) as groups from reaching group by 1)
    select w.id, s.*, coalesce(a.open, 0) as open, coalesce(a.done, 0) as done,
           coalesce(a.dropped, 0) as dropped, coalesce(r.groups, 0) as reached
    from group_rule_sets w
    left join sums s on s.set_id = w.id
    left join asked a on a.set_id = w.id
    left join reached r on r.set_id = w.id
    where w.corp_id = :corp_id and w.deleted_at is null
    """  # noqa: S608 - constants
)
_UNRULED = text(
    f"""
    with {STANDING}
    select count(*) from groups g where not exists (select from ruled r where r.id = g.id)
    """  # noqa: S608 - constants
)
_OWNERS = text(
    f"""
    with {STANDING},{_LAST},
    owners as (
      select g.owner_staff_id as staff_id, min(g.owner_name) as name,
             bool_or(g.owner_left) as gone, count(*) as groups,
             count(*) filter (where g.notice_state in ('differs', 'empty')) as notices,
             count(*) filter (where g.name_state = 'wrong') as names,
             count(*) filter (where {UNDONE}) as todo
      from standing g where g.set_id = :set_id and g.owner_name is not null group by 1)
    select o.*, l.asked_at, l.task_id, l.state, l.due_at, l.done_at, l.with_staff
    from owners o
    left join last l on l.staff_id = o.staff_id and l.set_id = :set_id
    order by o.todo desc, o.groups desc, o.staff_id
    limit 1000
    """  # noqa: S608 - constants
)


async def list_rules(session: AsyncSession, corp_id: int, now: datetime) -> GroupRulesList:
    """All rules, the newest first."""
    found = await session.scalars(
        select(GroupRuleSet)
        .where(GroupRuleSet.corp_id == corp_id, GroupRuleSet.deleted_at.is_(None))
        .order_by(GroupRuleSet.id.desc())
    )
    rows = found.all()
    asked = {"corp_id": corp_id, "group_id": None}
    return GroupRulesList(
        items=await _describe(session, corp_id, rows) if rows else [],
        unruled=await session.scalar(_UNRULED, asked) or 0,
        most=SETS,
        as_of=now,
    )


async def read_rules(session: AsyncSession, corp_id: int, set_id: int) -> GroupRulesRead:
    """One set; raises UnknownRulesError."""
    row = await sets.find_rules(session, corp_id, set_id)
    told = await _describe(session, corp_id, [row])
    if not told:
        raise UnknownRulesError(set_id)
    return told[0]


async def list_owners(session: AsyncSession, corp_id: int, set_id: int) -> RulesOwners:
    """Owners of its groups and what is left for each; raises UnknownRulesError."""
    await sets.find_rules(session, corp_id, set_id)
    asked = {"corp_id": corp_id, "group_id": None, "set_id": set_id, "source": TASK_SOURCE}
    rows = await session.execute(_OWNERS, asked)
    return RulesOwners(
        items=[
            RulesOwner(
                owner=GroupOwner(id=row.staff_id, name=row.name, left=row.gone),
                groups=row.groups,
                notices=row.notices,
                names=row.names,
                task_id=row.task_id,
                task_state=row.state,
                with_staff=row.with_staff,
                asked_at=row.asked_at,
                due_at=row.due_at,
                done_at=row.done_at,
            )
            for row in rows
        ]
    )


async def _describe(
    session: AsyncSession, corp_id: int, rows: Sequence[GroupRuleSet]
) -> list[GroupRulesRead]:
    asked = {"corp_id": corp_id, "group_id": None, "source": TASK_SOURCE}
    sums = {row.id: row for row in await session.execute(_SUMS, asked)}
    reaches = await groupcare.name_reaches(session, corp_id, rows)
    # Rules that were deleted after `rows` had been read are not counted any more.
    return [_told(row, sums[row.id], reaches[row.id]) for row in rows if row.id in sums]


def _told(row: GroupRuleSet, sums: Row[Any], reach: ReachNamed) -> GroupRulesRead:
    form = sets.form_of(row.nickname_form)
    counted = form is not None and bool(sums.counted)
    return GroupRulesRead(
        id=row.id,
        name=row.name,
        reach=reach,
        rules=row.rules,
        notice=row.notice,
        nickname_form=form,
        **patterns.told(form),
        name_pattern=row.name_pattern,
        groups=sums.groups or 0,
        reached=sums.reached,
        ownerless=sums.ownerless or 0,
        notices=NoticeCounts(
            same=sums.same or 0,
            differs=sums.differs or 0,
            empty=sums.empty or 0,
            unknown=sums.unknown or 0,
        ),
        names=NameCounts(
            right=sums.right_names or 0,
            wrong=sums.wrong_names or 0,
            unknown=sums.unknown_names or 0,
            no_store=sums.no_store or 0,
        ),
        nicknames=NicknameCounts(fits=sums.fits, differs=sums.misfits, nameless=sums.nameless)
        if counted
        else None,
        nicknames_as_of=sums.counted_at if counted else None,
        uncounted=sums.uncounted or 0,
        tasks=RulesTaskCounts(open=sums.open, done=sums.done, dropped=sums.dropped),
        version=row.version,
        created_at=row.created_at,
        changed_at=row.changed_at,
    )
