"""Adds of channel codes by day of the corp's zone; a half add counts once with its whole one."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

_DAYS = text(
    """
    select channel, (received_at at time zone :zone)::date as day, count(*) as adds
    from welcomes
    where corp_id = :corp_id and channel = any(:channels)
      and received_at >= :start and received_at < :stop
      and outcome <> 'superseded' and not owner_change
    group by 1, 2
    """
)
_OUTCOMES = text(
    """
    select (received_at at time zone :zone)::date as day,
           count(*) as adds,
           count(*) filter (where half) as half,
           count(*) filter (where outcome in ('due', 'sending')) as due,
           count(*) filter (where outcome = 'sent') as sent,
           count(*) filter (where outcome = 'late') as late,
           count(*) filter (where outcome = 'impossible') as impossible,
           count(*) filter (where outcome = 'failed') as failed
    from welcomes
    where corp_id = :corp_id and channel = :channel
      and received_at >= :start and received_at < :stop
      and outcome <> 'superseded' and not owner_change
    group by 1
    """
)


async def count_by_channel_day(
    session: AsyncSession,
    corp_id: int,
    channels: Sequence[str],
    start: datetime,
    stop: datetime,
    zone: str,
) -> dict[tuple[str, date], int]:
    """Adds of the span by channel state and day; what had none is left out."""
    rows = await session.execute(
        _DAYS,
        {
            "corp_id": corp_id,
            "channels": list(channels),
            "start": start,
            "stop": stop,
            "zone": zone,
        },
    )
    return {(row.channel, row.day): row.adds for row in rows}


async def outcomes_by_day(
    session: AsyncSession, corp_id: int, channel: str, start: datetime, stop: datetime, zone: str
) -> list[dict[str, Any]]:
    """Adds, halves and outcomes of one channel state by `day`; days without adds are left out."""
    rows = await session.execute(
        _OUTCOMES,
        {"corp_id": corp_id, "channel": channel, "start": start, "stop": stop, "zone": zone},
    )
    return [dict(row) for row in rows.mappings()]
