"""From a window to moments: the corp's days, weeks and months begin where its clock says so."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from .schemas import Absolute, Before, Calendar, Ever, Scene, Sliding, Window
from .schemas.windows import Unit

DECEMBER = 12
QUARTER = 3
WEEK = 7


@dataclass(frozen=True, slots=True)
class Bounds:
    """From `since` on and before `until`; null is open."""

    since: datetime | None = None
    until: datetime | None = None


def bounds(window: Window | None, scene: Scene) -> Bounds:
    """The moments of a window as seen at the scene's `now`, in UTC."""
    now = scene.now.astimezone(UTC)
    match window:
        case None | Ever():
            return Bounds()
        case Sliding():
            return Bounds(since=now - timedelta(days=window.days))
        case Before():
            return Bounds(until=now - timedelta(days=window.days))
        case Absolute():
            return Bounds(_at(window.from_, scene.zone), _at(window.to, scene.zone))
        case Calendar():
            today = scene.now.astimezone(scene.zone).date()
            first = _first_day(today, window.unit)
            begin = _shift(first, window.unit, -window.back)
            end = _shift(begin, window.unit, 1)
            return Bounds(start_of(begin, scene.zone), start_of(end, scene.zone))


def moves(window: Window | None) -> bool:
    """Whether time alone moves it."""
    return isinstance(window, Sliding | Before | Calendar)


def this_month(scene: Scene) -> int:
    """The month of the corp's day, from 1."""
    return scene.now.astimezone(scene.zone).month


def start_of(day: date, zone: ZoneInfo) -> datetime:
    """The first moment of a day in a zone, also where its clock skips or repeats midnight."""
    return datetime.combine(day, time(), zone).astimezone(UTC)


def first_day_from(moment: datetime, zone: ZoneInfo) -> date:
    """The first day that begins at or after a moment."""
    day = moment.astimezone(zone).date()
    return day if start_of(day, zone) >= moment else day + timedelta(days=1)


def _at(moment: datetime | None, zone: ZoneInfo) -> datetime | None:
    if moment is None:
        return None
    return (moment if moment.tzinfo else moment.replace(tzinfo=zone)).astimezone(UTC)


def _first_day(day: date, unit: Unit) -> date:
    match unit:
        case "day":
            return day
        case "week":
            return day - timedelta(days=day.weekday())
        case "month":
            return day.replace(day=1)
        case "quarter":
            return day.replace(month=day.month - (day.month - 1) % QUARTER, day=1)
        case "year":
            return day.replace(month=1, day=1)


def _shift(day: date, unit: Unit, by: int) -> date:
    """`day` is the first of its unit."""
    if unit == "day":
        return day + timedelta(days=by)
    if unit == "week":
        return day + timedelta(days=WEEK * by)
    months = {"month": 1, "quarter": QUARTER, "year": DECEMBER}[unit] * by
    years, month = divmod(day.year * DECEMBER + day.month - 1 + months, DECEMBER)
    return date(years, month + 1, 1)
