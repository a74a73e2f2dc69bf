"""Windows by the calendar on the wall, told apart from `bounding` so that the two can disagree."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from .schemas import Absolute, Before, Calendar, Fact, Plain, Scene, Sliding, Window
from .schemas.windows import Unit


def inside(at: datetime, window: Window | None, scene: Scene) -> bool:
    """Whether a moment lies in a window."""
    if isinstance(window, Sliding):
        return at >= scene.now.astimezone(UTC) - timedelta(days=window.days)
    if isinstance(window, Before):
        return at < scene.now.astimezone(UTC) - timedelta(days=window.days)
    if isinstance(window, Calendar):
        there, here = local_day(at, scene.zone), local_day(scene.now, scene.zone)
        return _number(here, window.unit) - _number(there, window.unit) == window.back
    if isinstance(window, Absolute):
        return _not_before(at, window.from_, scene) and not (
            window.to is not None and _not_before(at, window.to, scene)
        )
    return True


def day_inside(day: date, window: Window | None, scene: Scene) -> bool:
    """Whether a day begins inside a window."""
    return inside(datetime.combine(day, time(), scene.zone).astimezone(UTC), window, scene)


def local_day(at: datetime, zone: ZoneInfo) -> date:
    """The day on the wall."""
    return at.astimezone(zone).date()


def _not_before(at: datetime, end: datetime | None, scene: Scene) -> bool:
    if end is None:
        return True
    aware = end if end.tzinfo else end.replace(tzinfo=scene.zone)
    return at.astimezone(UTC) >= aware.astimezone(UTC)


def _number(day: date, unit: Unit) -> int:
    """How many units lie before it, from some beginning."""
    match unit:
        case "day":
            return day.toordinal()
        case "week":
            return (day.toordinal() - 1) // 7
        case "month":
            return day.year * 12 + day.month - 1
        case "quarter":
            return (day.year * 12 + day.month - 1) // 3
        case "year":
            return day.year


def ago(key: str, at: datetime, scene: Scene, **values: Plain) -> Fact:
    """A reason with its day and how many days ago that was in the corp's zone."""
    day = local_day(at, scene.zone)
    days = (local_day(scene.now, scene.zone) - day).days
    return Fact(key=key, values={"day": day.isoformat(), "days": days, **values})
