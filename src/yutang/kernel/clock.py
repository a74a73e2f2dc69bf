"""Time, in one place so that tests can hold it."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """The present moment, with zone."""
    return datetime.now(UTC)


def day_bounds(day: date, zone: str) -> tuple[datetime, datetime]:
    """First moment of `day` and of the next day in the corp's `zone`."""
    start = datetime(day.year, day.month, day.day, tzinfo=ZoneInfo(zone))
    following = day + timedelta(days=1)
    return start, datetime(following.year, following.month, following.day, tzinfo=ZoneInfo(zone))


def today(now: datetime, zone: str) -> date:
    """The corp's calendar day at `now`."""
    return now.astimezone(ZoneInfo(zone)).date()
