"""When each corp is compared: once in its own night, and not all of them at once."""

from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

BEGINS_HOUR: Final = 2
SPREAD_MINUTES: Final = 120
"""Corps begin one after the other within so long."""
PRIME: Final = 37
"""Neighbours in number lie far apart in the night."""


def next_night(corp_id: int, timezone: str, after: datetime) -> datetime:
    """The first moment after `after` at which the corp's comparison begins."""
    zone = ZoneInfo(timezone)
    local = after.astimezone(zone)
    offset = timedelta(hours=BEGINS_HOUR, minutes=corp_id * PRIME % SPREAD_MINUTES)
    midnight = local.replace(hour=0, minute=0, second=0, microsecond=0, tzinfo=None)
    for days in range(3):
        moment = (midnight + timedelta(days=days) + offset).replace(tzinfo=zone)
        if moment > after:
            return moment
    message = f"no night of {timezone} follows {after}"
    raise AssertionError(message)
