"""Time, in one place so that tests can hold it."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from .errors import DomainError

Clock = Callable[[], datetime]
MOST_DAYS = 366
USUAL_DAYS = 30


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


def asked_days(
    start: date | None, stop: date | None, last: date, refuse: type[DomainError]
) -> list[date]:
    """Each day from `start` to `stop`, both included; by default the 30 days to `last`.

    Raises `refuse` for days that make no span, or more than a year.
    """
    stop = stop or last
    start = start or stop - timedelta(days=USUAL_DAYS - 1)
    length = (stop - start).days + 1
    if not 1 <= length <= MOST_DAYS:
        message = f"from {start} to {stop} are {length} days; ask for 1 to {MOST_DAYS}"
        raise refuse(message)
    return [start + timedelta(days=n) for n in range(length)]
