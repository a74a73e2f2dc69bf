"""Word to leaders and to who set targets: how far they are, once a day."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

import structlog
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.clock import today
from yutang.kernel.notices import service as notices
from yutang.kernel.notices.schemas import Kind, NewNotice, Words
from yutang.kernel.runtime import Runtime
from yutang.people.corps import service as corps

from . import repository
from .models import TargetRules
from .setting import USUAL_HOUR

log = structlog.get_logger(__name__)

KIND: Final = notices.register_kind(Kind("targets", Words("加好友目标进度", "Progress of targets")))
NAMED: Final = 3


async def tell_progress(runtime: Runtime, corp_id: int) -> int:
    """Tell a corp's leaders once a day from its hour on; returns how many notices were written."""
    now = runtime.clock()
    async with runtime.database.owner() as session:
        zone = (await corps.describe(session, corp_id)).timezone
        on = today(now, zone)
        rules = await session.get(TargetRules, corp_id, with_for_update=True)
        hour = rules.hour if rules is not None else USUAL_HOUR
        if rules is not None and (not rules.digest or rules.told_on == on):
            return 0
        if now.astimezone(ZoneInfo(zone)).hour < hour:
            return 0
        await session.execute(repository.DUE, {"corp_id": corp_id, "on": on})
        found = await _notices(session, corp_id, on, now)
        told = await notices.tell(session, corp_id, *found, now=now)
    if told:
        log.info("targets.told", corp_id=corp_id, people=told)
    return told


async def _notices(session: AsyncSession, corp_id: int, on: date, now: datetime) -> list[NewNotice]:
    asked = {"corp_id": corp_id, "on": on, "now": now, "kind": None}
    rows = {row.id: row for row in await session.execute(repository.PROGRESS, asked)}
    if not rows:
        return []
    found = []
    told_members: dict[tuple[int, ...], list[int]] = {}
    for leader in await session.execute(repository.LEADERS, {"corp_id": corp_id, "on": on}):
        told_members.setdefault(tuple(leader.ids), []).append(leader.leader)
    for ids, staff_ids in sorted(told_members.items()):
        found.append(_notice(on, f"led:{ids[0]}:{len(ids)}", [rows[i] for i in ids], staff_ids))
    setters: dict[int, list[Any]] = {}
    for row in rows.values():
        kind, _, number = row.set_by.partition(":")
        if kind == "user" and number.isdigit():
            setters.setdefault(int(number), []).append(row)
    for user_id, own in sorted(setters.items()):
        found.append(_notice(on, f"set:{user_id}", own, user_ids=[user_id]))
    return found


def _notice(
    on: date,
    key: str,
    rows: Sequence[Any],
    staff_ids: Sequence[int] = (),
    user_ids: Sequence[int] = (),
) -> NewNotice:
    reached = sum(row.kept >= row.aim for row in rows)
    kept, aim = sum(row.kept for row in rows), sum(row.aim for row in rows)
    best = sorted(rows, key=lambda row: -row.kept / row.aim)[:NAMED]
    listed = [f"{row.name} {row.kept}/{row.aim}" for row in best]
    return NewNotice(
        kind=KIND.name,
        key=f"targets:{on:%Y%m%d}:{key}",
        title=Words(
            f"加好友目标：{len(rows)} 个里 {reached} 个已达成",
            f"Targets: {reached} of {len(rows)} reached",
        ),
        body=Words(
            f"留存客户合计 {kept} / {aim}。走在前面：{'、'.join(listed)}。",
            f"Kept customers {kept} of {aim}. Ahead: {', '.join(listed)}.",
        ),
        staff_ids=staff_ids,
        user_ids=user_ids,
        link="/targets",
    )
