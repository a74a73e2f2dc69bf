"""Who of a code is on duty, and who stands in: what its rota says."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy.ext.asyncio import AsyncSession

from yutang.act.rota import service as rota
from yutang.kernel.clock import today

HOURS: Final = 24
_NO_REASON: Final = frozenset({None, "capped", "full"})
"""What holds because of who came so far says nothing of another hour."""


@dataclass(frozen=True, slots=True)
class Duty:
    """Who is off now, and who takes over when nobody is free, the first first."""

    off: frozenset[int] = frozenset()
    stand_ins: tuple[int, ...] = ()


async def read_duty(session: AsyncSession, corp_id: int, channel_id: int, now: datetime) -> Duty:
    """The duty of a code at a moment."""
    rosters = await rota.who_is_on(session, corp_id, [channel_id], now)
    roster = rosters.get(channel_id)
    if roster is None:
        return Duty()
    return Duty(
        off=frozenset(one.fact.staff_id for one in roster.members if one.reason is not None),
        stand_ins=tuple(one.fact.staff_id for one in roster.members if one.fact.place is not None),
    )


async def off_by_hour(
    session: AsyncSession, corp_id: int, channel_id: int, now: datetime, zone: str
) -> list[frozenset[int]]:
    """Who is off in the middle of each hour of the corp's day."""
    play = await rota.read_play(session, corp_id, channel_id, today(now, zone), now)
    return [
        frozenset(
            fact.staff_id
            for fact in rota.facts_at(play, (hour + 0.5) * 3600, {})
            if rota.reason_of(fact) not in _NO_REASON
        )
        for hour in range(HOURS)
    ]
