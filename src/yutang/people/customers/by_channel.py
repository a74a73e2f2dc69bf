"""What became of the relations that began with a channel code."""

from datetime import date, datetime

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

_LOSSES = text(
    """
    select (changed_at at time zone :zone)::date as day, count(*) as lost
    from follows
    where corp_id = :corp_id and channel = :channel
      and state in ('deleted_by_staff', 'deleted_by_customer')
      and changed_at >= :start and changed_at < :stop
    group by 1
    """
)
_RELATIONS = text(
    """
    select count(*) filter (where state = 'friend') as friends,
           count(*) filter (where state in ('deleted_by_staff', 'deleted_by_customer')) as lost
    from follows where corp_id = :corp_id and channel = :channel
    """
)


async def count_losses_of_channel(
    session: AsyncSession, corp_id: int, channel: str, start: datetime, stop: datetime, zone: str
) -> dict[date, int]:
    """Relations of a channel state that ended in the span and are ended still, by day."""
    rows = await session.execute(
        _LOSSES,
        {"corp_id": corp_id, "channel": channel, "start": start, "stop": stop, "zone": zone},
    )
    return {row.day: row.lost for row in rows}


async def count_relations_of_channel(
    session: AsyncSession, corp_id: int, channel: str
) -> tuple[int, int]:
    """Relations of a channel state as they stand now: friends, and ended by either side."""
    row = (await session.execute(_RELATIONS, {"corp_id": corp_id, "channel": channel})).one()
    return row.friends, row.lost
