"""Carry notices to members by WeCom, and what they press back."""

import asyncio
from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.notices import service as notices
from yutang.kernel.notices.schemas import RulesChange, RulesRead
from yutang.kernel.runtime import Runtime
from yutang.people.corps import service as corps

from . import repository
from .planning import WECOM_ZONE, plan
from .pressing import answer_press, record_presses
from .sending import send_due

__all__ = (
    "answer_press",
    "change_rules",
    "deliver",
    "forget_old",
    "read_rules",
    "record_presses",
)

CORPS_AT_ONCE = 8
DELIVERIES_KEPT = timedelta(days=2)


async def deliver(runtime: Runtime) -> int:
    """Make and send what is due in all corps; returns how many rows were worked on."""
    async with runtime.database.owner() as session:
        found = await session.scalars(repository.CORPS, {"now": runtime.clock()})
        corp_ids = sorted(found)
    worked = 0
    for start in range(0, len(corp_ids), CORPS_AT_ONCE):
        some = corp_ids[start : start + CORPS_AT_ONCE]
        worked += sum(await asyncio.gather(*(_deliver(runtime, corp_id) for corp_id in some)))
    return worked


async def _deliver(runtime: Runtime, corp_id: int) -> int:
    return await plan(runtime, corp_id) + await send_due(runtime, corp_id)


async def read_rules(session: AsyncSession, corp_id: int) -> RulesRead:
    """The corp's rules with its zone."""
    zone = (await corps.describe(session, corp_id)).timezone
    return await notices.read_rules(session, corp_id, zone)


async def change_rules(
    session: AsyncSession, corp_id: int, change: RulesChange, actor: str, now: datetime
) -> RulesRead:
    """Change the corp's rules.

    Raises BadQuietHoursError, UnknownKindError, RulesChangedError; then nothing was changed.
    """
    zone = (await corps.describe(session, corp_id)).timezone
    return await notices.change_rules(session, corp_id, change, timezone=zone, actor=actor, now=now)


async def forget_old(runtime: Runtime) -> None:
    """Delete what is too old to be asked about, in short transactions."""
    now: datetime = runtime.clock()
    async with runtime.database.owner() as session:
        corp_ids = await corps.every_corp(session)
    for corp_id in corp_ids:
        more = 1
        while more:
            async with runtime.database.owner() as session:
                more = await notices.forget_old(session, corp_id, now)
        before = now - DELIVERIES_KEPT
        asked = {
            "corp_id": corp_id,
            "before": before,
            "day": before.astimezone(WECOM_ZONE).date(),
            "long_before": now - timedelta(days=31),
        }
        for statement in repository.FORGET:
            async with runtime.database.owner() as session:
                await session.execute(statement, asked)
