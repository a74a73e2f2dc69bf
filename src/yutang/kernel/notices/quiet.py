"""Quiet hours."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo


def quiet_until(now: datetime, zone: str, begin: time, end: time) -> datetime | None:
    """When the quiet hours end in which `now` lies; None outside of them, or where there are none.

    `begin` and `end` are the corp's own time; they may lie on both sides of midnight.
    """
    local = now.astimezone(ZoneInfo(zone))
    moment = local.time()
    if begin == end:
        return None
    late, early = moment >= begin, moment < end
    if not (late and early if begin < end else late or early):
        return None
    day = local.date() + timedelta(days=0 if moment < end else 1)
    return datetime.combine(day, end, ZoneInfo(zone))
