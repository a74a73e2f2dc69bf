"""Who of a code is on duty, and who stands in."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncSession

HOURS: Final = 24


@dataclass(frozen=True, slots=True)
class Duty:
    """Who is off now, and who takes over when nobody is free, the first first."""

    off: frozenset[int] = frozenset()
    stand_ins: tuple[int, ...] = ()


async def read_duty(session: AsyncSession, corp_id: int, channel_id: int, now: datetime) -> Duty:
    """Everybody is on until codes have duty hours."""
    del session, corp_id, channel_id, now
    return Duty()


async def off_by_hour(
    session: AsyncSession, corp_id: int, channel_id: int, now: datetime, zone: str
) -> list[frozenset[int]]:
    """Who is off in the middle of each hour of the corp's day."""
    midnight = now.astimezone(ZoneInfo(zone)).replace(hour=0, minute=30, second=0, microsecond=0)
    return [
        (await read_duty(session, corp_id, channel_id, midnight + timedelta(hours=hour))).off
        for hour in range(HOURS)
    ]
