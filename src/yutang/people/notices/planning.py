"""Make messages of what waits: one for all that a member has, within WeCom's limits."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import groupby
from typing import Any, Final
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.notices import service as notices
from yutang.kernel.runtime import Runtime
from yutang.people.corps import service as corps
from yutang.wecom.app_messages import MAX_MEMBERS

from . import repository
from .wording import Places, Waiting, card_of, text_of

MEMBERS: Final = 2_000
ROWS: Final = 10_000
SOON: Final = timedelta(seconds=15)
"""What would be due by then goes along with what is."""
CARDS: Final = 3
A_MINUTE: Final = 30
AN_HOUR: Final = 1_000
"""WeCom's own limits of one app to one member; it drops the rest without a word (90236)."""
A_DAY: Final = 200
"""Person-times a day for each member of the corp (90236)."""
WECOM_ZONE: Final = ZoneInfo("Asia/Shanghai")


@dataclass(slots=True)
class _Plan:
    """What becomes of the waiting rows."""

    sends: list[dict[str, Any]] = field(default_factory=list)
    joined: list[tuple[int, UUID]] = field(default_factory=list)
    put_off: list[tuple[int, datetime, str]] = field(default_factory=list)
    refused: dict[str, list[int]] = field(default_factory=dict)
    used: int = 0


async def plan(runtime: Runtime, corp_id: int) -> int:
    """Make messages of a corp's due notices; returns how many rows were looked at."""
    now = runtime.clock()
    async with runtime.database.owner() as session:
        if not await session.scalar(repository.LOCK, {"corp_id": corp_id}):
            return 0
        corp = await corps.read_facts(session, corp_id)
        zone = (await corps.describe(session, corp_id)).timezone
        rules = await notices.read_rules(session, corp_id, zone)
        until = notices.quiet_until(now, zone, rules.quiet_from, rules.quiet_to)
        if until is not None:
            asked = {"corp_id": corp_id, "until": until}
            await session.execute(repository.PUT_OFF_QUIET, asked)
        found = await session.execute(
            repository.DUE,
            {
                "corp_id": corp_id,
                "now": now,
                "soon": now + SOON,
                "quiet": until is not None,
                "members": MEMBERS,
                "rows": ROWS,
            },
        )
        waiting = [Waiting(**row) for row in found.mappings()]
        if not waiting:
            return 0
        if not corp.agent_ids:
            await _refuse(session, corp_id, "no_app", [one.id for one in waiting])
            return len(waiting)
        places = Places(runtime.settings.address, corp.corpid, corp.agent_ids[0])
        await _write(session, corp_id, places, waiting, now)
    return len(waiting)


async def _write(
    session: AsyncSession, corp_id: int, places: Places, waiting: Sequence[Waiting], now: datetime
) -> None:
    day = now.astimezone(WECOM_ZONE).date()
    asked = {"corp_id": corp_id, "agent_id": places.agent_id, "day": day}
    members = {
        row.id: row
        for row in await session.execute(
            repository.MEMBERS,
            {"corp_id": corp_id, "now": now, "ids": list({one.staff_id for one in waiting})},
        )
    }
    today = (await session.execute(repository.USED, asked)).one()
    made = _made(waiting, members, places, A_DAY * today.members - today.used, now)
    if made.sends:
        await session.execute(
            repository.MAKE, {**asked, "now": now, "sends": json.dumps(made.sends)}
        )
        await session.execute(repository.COUNT, {**asked, "more": made.used})
        await session.execute(
            repository.JOIN,
            {
                "corp_id": corp_id,
                "ids": [one for one, _ in made.joined],
                "sends": [send for _, send in made.joined],
            },
        )
    if made.put_off:
        ids, moments, reasons = zip(*made.put_off, strict=True)
        await session.execute(
            repository.PUT_OFF,
            {
                "corp_id": corp_id,
                "ids": list(ids),
                "moments": list(moments),
                "reasons": list(reasons),
            },
        )
    for reason, ids_of in made.refused.items():
        await _refuse(session, corp_id, reason, ids_of)


async def _refuse(session: AsyncSession, corp_id: int, reason: str, ids: list[int]) -> None:
    asked = {"corp_id": corp_id, "reason": reason, "ids": ids}
    await session.execute(repository.REFUSE, asked)


def _made(
    waiting: Sequence[Waiting],
    members: dict[int, Any],
    places: Places,
    day_left: int,
    now: datetime,
) -> _Plan:
    """Who gets what: each member one text and a card for each notice with buttons.

    Members who get the very same words share a call.
    """
    made = _Plan()
    same: dict[str, list[tuple[int, list[int]]]] = {}
    for staff_id, rows in groupby(waiting, lambda one: one.staff_id):
        own = list(rows)
        member = members.get(staff_id)
        if member is None or member.status in {"left", "disabled"}:
            made.refused.setdefault("member_left", []).extend(one.id for one in own)
            continue
        free = min(A_MINUTE - member.minute, AN_HOUR - member.hour)
        why, until = _pause(member, now)
        for message, ids in _messages(own, places):
            if free <= 0:
                made.put_off += [(one, until, why) for one in ids]
            elif made.used >= day_left:
                made.put_off += [(one, _tomorrow(now), "corp_day") for one in ids]
            else:
                same.setdefault(json.dumps(message, sort_keys=True), []).append((staff_id, ids))
                made.used += 1
                free -= 1
    urgent = {one.id for one in waiting if one.urgent}
    for message_text, receivers in same.items():
        for start in range(0, len(receivers), MAX_MEMBERS):
            part = receivers[start : start + MAX_MEMBERS]
            send_id = uuid4()
            made.sends.append(
                {
                    "id": str(send_id),
                    "message": json.loads(message_text),
                    "urgent": any(one in urgent for _, ids in part for one in ids),
                    "staff_ids": [staff_id for staff_id, _ in part],
                    "accounts": [members[staff_id].account for staff_id, _ in part],
                }
            )
            made.joined += [(one, send_id) for _, ids in part for one in ids]
    return made


def _messages(own: Sequence[Waiting], places: Places) -> list[tuple[dict[str, Any], list[int]]]:
    """A member's messages with the notices in each; urgent ones first.

    Each notice with buttons is a card of its own, but not more than a few: else all are one text.
    """
    cards = [one for one in own if one.buttons]
    if len(cards) > CARDS:
        cards = []
    alone = {one.id for one in cards}
    texts = [one for one in own if one.id not in alone]
    found: list[tuple[bool, dict[str, Any], list[int]]] = [
        (one.urgent, card_of(one, places), [one.id]) for one in cards
    ]
    if texts:
        urgent = any(one.urgent for one in texts)
        found.append((urgent, text_of(texts, places), [one.id for one in texts]))
    found.sort(key=lambda one: not one[0])
    return [(message, ids) for _, message, ids in found]


def _pause(member: Any, now: datetime) -> tuple[str, datetime]:
    """Why a member who gets no more now waits, and how long."""
    if member.hour >= AN_HOUR:
        return "hour", now + timedelta(minutes=5)
    return "minute", now + timedelta(minutes=1, seconds=1)


def _tomorrow(now: datetime) -> datetime:
    """When WeCom's next day begins."""
    tomorrow: date = now.astimezone(WECOM_ZONE).date() + timedelta(days=1)
    return datetime(tomorrow.year, tomorrow.month, tomorrow.day, tzinfo=WECOM_ZONE)
