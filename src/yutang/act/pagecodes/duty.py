"""Who of a code is on duty, and who stands in: what its rota says."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncSession

from yutang.act.rota import service as rota

HOURS: Final = 24
_SO_FAR: Final = frozenset({"capped", "full"})
"""What holds now because of who came today, and says nothing of another hour."""


@dataclass(frozen=True, slots=True)
class Duty:
    """Who is off now, and who takes over when nobody is free, the first first."""

    off: frozenset[int] = frozenset()
    stand_ins: tuple[int, ...] = ()


async def read_duty(
    session: AsyncSession,
    corp_id: int,
    channel_id: int,
    now: datetime,
    *,
    despite: frozenset[str] = frozenset(),
) -> Duty:
    """The duty of a code at a moment; reasons in `despite` keep nobody off."""
    rosters = await rota.who_is_on(session, corp_id, [channel_id], now)
    roster = rosters.get(channel_id)
    if roster is None:
        return Duty()
    return Duty(
        off=frozenset(
            one.fact.staff_id
            for one in roster.members
            if one.reason is not None and one.reason not in despite
        ),
        stand_ins=tuple(one.fact.staff_id for one in roster.members if one.fact.place is not None),
    )


async def off_by_hour(
    session: AsyncSession, corp_id: int, channel_id: int, now: datetime, zone: str
) -> list[frozenset[int]]:
    """Who is off in the middle of each hour of the corp's day."""
    midnight = now.astimezone(ZoneInfo(zone)).replace(hour=0, minute=30, second=0, microsecond=0)
    moments = [midnight + timedelta(hours=hour) for hour in range(HOURS)]
    return [
        (await read_duty(session, corp_id, channel_id, moment, despite=_SO_FAR)).off
        for moment in moments
    ]
