"""Phases of groups, reckoned of all at once from who came and left and what the owner's days say.

Only moves of the last 28 days are read: who was there in a window is who is there and who left in
it. WeCom tells of talk by owner and day, so that a group surely was silent where none of his talked
all the time, and surely talked where all of his did on some day; else nothing is known of it.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, Final

import structlog
from sqlalchemy import Row, text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.clock import today
from yutang.kernel.events import NewEvent, append
from yutang.kernel.runtime import Runtime

from .days import WECOM_ZONE
from .events import GroupPhaseChanged
from .phase_rules import RULES, PhaseRules

log = structlog.get_logger(__name__)

CHUNK: Final = 5_000
_BOUNDS = text(
    """
    select max(id) as last from (
      select g.id from group_chats g where g.corp_id = :corp_id and g.id > :after
      order by g.id limit :limit) page
    """
)
# Leaves are known from the first reading on: since the oldest that a callback or a second reading
# told. It is kept, for readings move on.
_SEED = text(
    """
    insert into group_phases as p (corp_id, group_id, known_from)
    select g.corp_id, g.id, least(
      g.read_at,
      (select min(h.at) from group_happenings h
       where h.corp_id = g.corp_id and h.group_id = g.id
         and h.kind not in ('created', 'profile_changed', 'phase_changed')),
      (select min(m.left_at) from group_members m
       where m.corp_id = g.corp_id and m.group_id = g.id and m.left_how <> 'dismissed'))
    from group_chats g
    where g.corp_id = :corp_id and g.id > :low and g.id <= :high and g.read_at is not null
      and g.id not in (select k.group_id from group_phases k
                       where k.corp_id = :corp_id and k.known_from is not null)
    on conflict (corp_id, group_id) do update
    set known_from = excluded.known_from where p.known_from is null
    """
)
_MOVES: Final = """
    moves as (
      select m.group_id,
             count(*) filter (where m.joined_at > :week and m.left_at is distinct from m.joined_at)
               as joined_7,
             count(*) filter (where m.left_at > :week) as left_7,
             count(*) filter (where m.joined_at > :month and m.left_at is distinct from m.joined_at)
               as joined_28,
             count(*) filter (where m.left_at > :month) as left_28
      from group_members m
      where m.corp_id = :corp_id and m.customer_id is not null
        and m.group_id > :low and m.group_id <= :high
        and (m.joined_at > :month or m.left_at > :month)
      group by m.group_id
    )"""
TALK: Final = """
    talk as (
      select d.staff_id, count(*) as days, sum(d.groups_talking) = 0 as silent,
             bool_or(d.groups > 0 and d.groups_talking >= d.groups) as talking
      from group_days d
      where d.corp_id = :corp_id and d.day >= :first_day and d.day < :this_day
      group by d.staff_id
    )"""
"""What WeCom told of the groups of each owner in some days."""
KEPT_OWNER: Final = """
      not exists (select from group_happenings h
                  where h.corp_id = g.corp_id and h.group_id = g.id and h.at >= :owned_from
                    and h.kind in ('owner_changed', 'handed_over'))"""
"""It was the same owner's on all these days."""
_RECKON = text(
    f"""
    with {_MOVES}, {TALK}, facts as (
      select g.id, p.phase as was, g.read_at is not null as is_read, g.people,
             g.created_at > cast(:now as timestamptz) - make_interval(days => :new_days) as is_new,
             floor(extract(epoch from :now - g.created_at) / 86400)::int as age,
             p.known_from, floor(extract(epoch from :now - p.known_from) / 86400)::int as known,
             floor(extract(epoch from :now - greatest(
               g.last_joined_at, g.last_left_at, g.created_at, p.known_from)) / 86400)::int
               as still,
             coalesce(m.joined_7, 0) as joined_7, coalesce(m.left_7, 0) as left_7,
             coalesce(m.joined_28, 0) as joined_28, coalesce(m.left_28, 0) as left_28,
             k.days as talk_days, coalesce(k.silent and k.days >= :talk_known, false) as silent,
             coalesce(k.talking, false) as talking
      from group_chats g
      left join group_phases p on p.corp_id = g.corp_id and p.group_id = g.id
      left join moves m on m.group_id = g.id
      left join talk k on k.staff_id = g.owner_staff_id and {KEPT_OWNER}
      where g.corp_id = :corp_id and g.state <> 'dismissed' and g.id > :low and g.id <= :high
    ), judged as (
      select f.*,
             f.people = 0 as empty,
             f.known >= :month_days and f.left_28 > f.joined_28 as shrinks,
             f.left_28 * 100 >= :last_percent * (f.people + f.left_28) as last_28,
             f.left_28 * 100 >= :sinking_percent * (f.people + f.left_28) as sinking_28,
             f.left_28 * 100 >= :month_percent * (f.people + f.left_28) as falling_28,
             f.left_7 > f.joined_7 and f.left_7 >= :least
               and f.left_7 * 100 >= :week_percent * (f.people + f.left_7) as falling_7,
             case when f.talking then -1 else f.still end as dead
      from facts f
    ), decided as (
      select j.*,
             case when not j.is_read then null
                  when j.is_new then 'new'
                  when j.known < :known_days then null
                  when j.empty or (j.shrinks and j.last_28) or j.dead >= :last_still
                    then 'last_push'
                  when (j.shrinks and j.sinking_28) or j.dead >= :sinking_still then 'sinking'
                  when j.falling_7 or (j.shrinks and j.falling_28) or j.dead >= :falling_still
                       or j.silent then 'falling'
                  else 'active' end as phase
      from judged j
    ), told as (
      select d.id, d.was, d.phase,
             case when not d.is_read then 'not_read'
                  when d.phase is null then 'known_shortly' end as why_null,
             case when d.phase = 'new'
                  then jsonb_build_array(jsonb_build_object('code', 'made', 'days', d.age))
                  when d.phase = 'active'
                  then jsonb_build_array(jsonb_build_object(
                    'code', 'moves', 'joined', d.joined_7, 'left', d.left_7))
                  else '[]' end
             || case when d.phase = 'last_push' and d.empty
                     then jsonb_build_array(jsonb_build_object('code', 'empty')) else '[]' end
             || case when d.phase = 'falling' and d.falling_7
                     then jsonb_build_array(jsonb_build_object(
                       'code', 'left_7', 'left', d.left_7, 'joined', d.joined_7,
                       'of', d.people + d.left_7)) else '[]' end
             || case when d.shrinks and (d.phase = 'last_push' and d.last_28
                                         or d.phase = 'sinking' and d.sinking_28
                                         or d.phase = 'falling' and d.falling_28)
                     then jsonb_build_array(jsonb_build_object(
                       'code', 'left_28', 'left', d.left_28, 'joined', d.joined_28,
                       'of', d.people + d.left_28)) else '[]' end
             || case when d.phase = 'last_push' and d.dead >= :last_still
                          or d.phase = 'sinking' and d.dead >= :sinking_still
                          or d.phase = 'falling' and d.dead >= :falling_still
                     then jsonb_build_array(jsonb_build_object('code', 'still', 'days', d.still))
                     else '[]' end
             || case when d.phase in ('falling', 'sinking', 'last_push') and d.silent
                     then jsonb_build_array(jsonb_build_object(
                       'code', 'owner_silent', 'days', d.talk_days)) else '[]' end
             || case when d.phase = 'active' and d.talking
                     then jsonb_build_array(jsonb_build_object(
                       'code', 'talks', 'days', d.talk_days)) else '[]' end as reasons
      from decided d
    ), written as (
      insert into group_phases as p
        (corp_id, group_id, phase, why_null, since, reasons, reckoned_at)
      select :corp_id, t.id, t.phase, t.why_null,
             case when t.phase is not null then cast(:now as timestamptz) end, t.reasons, :now
      from told t
      on conflict (corp_id, group_id) do update
      set phase = excluded.phase, why_null = excluded.why_null, reasons = excluded.reasons,
          reckoned_at = excluded.reckoned_at,
          since = case when p.phase is distinct from excluded.phase then excluded.since
                       else p.since end
    ), turned as (
      select t.id, t.was, t.phase, t.reasons from told t
      where t.was is not null and t.phase is not null and t.was <> t.phase
    ), remembered as (
      insert into group_happenings (corp_id, group_id, at, kind, actor, props)
      select :corp_id, t.id, :now, 'phase_changed', 'system',
             jsonb_build_object('before', t.was, 'after',
                                jsonb_build_object('phase', t.phase, 'reasons', t.reasons))
      from turned t order by t.id
    )
    select t.id, t.was, t.phase from turned t order by t.id
    """  # noqa: S608 - of this file's own texts
)


async def reckon_phases(runtime: Runtime, corp_id: int, rules: PhaseRules = RULES) -> int:
    """Reckon all living groups of a corp; returns how many came into another phase.

    5,000 groups a transaction; safe to repeat. What is reckoned for the first time, or was unknown
    before, has not changed.
    """
    now = runtime.clock()
    changed = after = 0
    while True:
        async with runtime.database.owner() as session:
            asked = {"corp_id": corp_id, "after": after, "limit": CHUNK}
            last = await session.scalar(_BOUNDS, asked)
            if last is None:
                break
            changed += await _reckon(session, corp_id, (after, last), now, rules)
        after = last
    log.info("groups.phases", corp_id=corp_id, changed=changed)
    return changed


async def _reckon(
    session: AsyncSession, corp_id: int, bounds: tuple[int, int], now: datetime, rules: PhaseRules
) -> int:
    asked: dict[str, Any] = {"corp_id": corp_id, "low": bounds[0], "high": bounds[1]}
    await session.execute(_SEED, asked)
    rows = (await session.execute(_RECKON, {**asked, **_values(now, rules)})).all()
    await append(session, corp_id, _events(rows, now))
    return len(rows)


def talk_window(now: datetime, days: int) -> dict[str, Any]:
    """The days that TALK and KEPT_OWNER ask for: so many that are over."""
    this = today(now, WECOM_ZONE)
    return {
        "this_day": this,
        "first_day": this - timedelta(days=days),
        "owned_from": now - timedelta(days=days + 1),
    }


def _values(now: datetime, rules: PhaseRules) -> dict[str, Any]:
    return {
        "now": now,
        "week": now - timedelta(days=rules.week),
        "month": now - timedelta(days=rules.month),
        "month_days": rules.month,
        "new_days": rules.new_days,
        "known_days": rules.known_days,
        "last_percent": rules.last_percent,
        "sinking_percent": rules.sinking_percent,
        "month_percent": rules.falling_month_percent,
        "week_percent": rules.falling_percent,
        "least": rules.falling_least,
        "last_still": rules.last_still_days,
        "sinking_still": rules.sinking_still_days,
        "falling_still": rules.falling_still_days,
        "talk_known": rules.talk_known_days,
        **talk_window(now, rules.talk_days),
    }


def _events(rows: Sequence[Row[Any]], now: datetime) -> list[NewEvent]:
    return [
        NewEvent(
            customer_id=None,
            at=now,
            actor="system",
            source="job:groups.reckon_phases",
            event=GroupPhaseChanged(group_id=row.id, phase=row.phase, from_phase=row.was),
        )
        for row in rows
    ]
