"""Relations that ended, by day of the corp's zone."""

from datetime import date, datetime

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

_ENDED = """
    from follow_history
    where corp_id = :corp_id and change in ('deleted_by_staff', 'deleted_by_customer')
      and not idle and at >= :start and at < :stop
"""
_COUNT = text(f"select count(*) {_ENDED}")
_BY_DAY = text(f"select (at at time zone :zone)::date as day, count(*) as lost {_ENDED} group by 1")


async def count_losses(session: AsyncSession, corp_id: int, start: datetime, stop: datetime) -> int:
    """Relations that either side ended in the span; a handover is none."""
    row = await session.execute(_COUNT, {"corp_id": corp_id, "start": start, "stop": stop})
    return int(row.scalar_one())


async def count_losses_by_day(
    session: AsyncSession, corp_id: int, start: datetime, stop: datetime, zone: str
) -> dict[date, int]:
    """The same by day; days without any are left out."""
    rows = await session.execute(
        _BY_DAY, {"corp_id": corp_id, "start": start, "stop": stop, "zone": zone}
    )
    return {row.day: row.lost for row in rows}
