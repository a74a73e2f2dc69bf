"""When rules by the clock are due, in the corp's zone; and what is forgotten."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.runtime import Runtime
from yutang.people.corps import service as corps

from . import running
from .models import TagRule

KEPT: Final = timedelta(days=30)
"""So long a run can be taken back."""
HISTORY: Final = timedelta(days=180)
_SCHEDULED = text(
    """
    select corp_id, id, trigger, slot_at from tag_rules
    where enabled and deleted_at is null and trigger ->> 'on' = 'schedule'
    order by corp_id, id
    """
)
_FORGET = text(
    """
    delete from tag_rule_changes c where (c.corp_id, c.id) in (
      select h.corp_id, h.id from tag_rule_changes h
      join tag_rule_runs r on r.corp_id = h.corp_id and r.id = h.run_id
      where r.updated_at < :before and r.state not in ('waiting', 'running') limit :most)
    """
)
_FORGET_RUNS = text(
    """
    delete from tag_rule_runs r
    where r.updated_at < :before and r.state not in ('waiting', 'running')
      and not exists (select from tag_rule_changes c
                      where c.corp_id = r.corp_id and c.run_id = r.id)
    """
)
_CLOSE = text(
    """
    update tag_rule_runs set state = 'ended', ended_at = updated_at
    where cause = 'event' and state = 'running' and began_at < :before
    """
)
AT_ONCE: Final = 5_000


def latest(trigger: Mapping[str, Any], now: datetime, zone: ZoneInfo) -> datetime:
    """The last moment of a schedule up to `now`."""
    moment = _on(now.astimezone(zone), trigger, 0)
    if moment > now:
        moment = _on(now.astimezone(zone), trigger, -1)
    return moment


def following(trigger: Mapping[str, Any], now: datetime, zone: ZoneInfo) -> datetime:
    """The first moment of a schedule after `now`."""
    moment = _on(now.astimezone(zone), trigger, 0)
    return moment if moment > now else _on(now.astimezone(zone), trigger, 1)


def _on(local: datetime, trigger: Mapping[str, Any], turns: int) -> datetime:
    """Its hour of this day or week, or so many before or behind; days begin by the zone."""
    days = turns
    if trigger["every"] == "week":
        days = trigger["weekday"] - local.weekday() + 7 * turns
    day = local.date() + timedelta(days=days)
    moment = datetime(day.year, day.month, day.day, trigger["hour"], tzinfo=local.tzinfo)
    # Where clocks jump over it, the moment exists in no zone but this.
    return moment.astimezone(UTC)


async def look(runtime: Runtime) -> int:
    """Ask for the runs that are due; how many. A moment that was missed is made up for once."""
    asked = 0
    now = runtime.clock()
    async with runtime.database.owner() as session:
        rules = list(await session.execute(_SCHEDULED))
    zones: dict[int, ZoneInfo] = {}
    for rule in rules:
        if rule.corp_id not in zones:
            async with runtime.database.corp(rule.corp_id) as session:
                told = await corps.describe(session, rule.corp_id)
            zones[rule.corp_id] = ZoneInfo(told.timezone)
        slot = latest(rule.trigger, now, zones[rule.corp_id])
        if rule.slot_at is None or rule.slot_at < slot:
            async with runtime.database.corp(rule.corp_id) as session:
                asked += await _ask(session, rule.corp_id, rule.id, now, zones[rule.corp_id])
    return asked


async def _ask(
    session: AsyncSession, corp_id: int, rule_id: int, now: datetime, zone: ZoneInfo
) -> int:
    rule: TagRule | None = await session.scalar(
        select(TagRule)
        .where(
            TagRule.corp_id == corp_id,
            TagRule.id == rule_id,
            TagRule.enabled,
            TagRule.deleted_at.is_(None),
        )
        .with_for_update()
    )
    if rule is None or rule.trigger["on"] != "schedule":
        return 0
    slot = latest(rule.trigger, now, zone)
    if rule.slot_at is not None and rule.slot_at >= slot:
        return 0
    if await running.ask(session, rule, "schedule", "system", now) is None:
        # The last one is still at it: this one comes when that is through.
        return 0
    rule.slot_at = slot
    return 1


async def tidy(runtime: Runtime) -> None:
    """Close what the hour is over for; forget what can no longer be taken back."""
    now = runtime.clock()
    async with runtime.database.owner() as session:
        await session.execute(_CLOSE, {"before": now - timedelta(hours=2)})
    while True:
        async with runtime.database.owner() as session:
            gone = await session.execute(_FORGET, {"before": now - KEPT, "most": AT_ONCE})
            if gone.rowcount < AT_ONCE:  # type: ignore[attr-defined]
                await session.execute(_FORGET_RUNS, {"before": now - HISTORY})
                return
