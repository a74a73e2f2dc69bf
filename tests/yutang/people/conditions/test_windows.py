"""Windows end where the corp's clock and calendar say."""

from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from yutang.people.conditions import service as language
from yutang.people.conditions.bounding import first_day_from
from yutang.people.conditions.schemas import Did, Scene


def ends(window: dict[str, Any], now: str, zone: str) -> tuple[str | None, str | None]:
    leaf = language.parse({"leaf": "event", "kind": "order.placed", "window": window})
    assert isinstance(leaf, Did)
    scene = Scene(1, datetime.fromisoformat(now), ZoneInfo(zone))
    found = language.bounds(leaf.window, scene)
    told = [None if one is None else f"{one:%Y-%m-%dT%H:%M}" for one in (found.since, found.until)]
    return told[0], told[1]


def calendar(unit: str, back: int = 0) -> dict[str, Any]:
    return {"kind": "calendar", "unit": unit, "back": back}


@pytest.mark.parametrize(
    ("window", "now", "zone", "since", "until"),
    [
        # 24 hours, not a day: the clock was moved in the night.
        (
            {"kind": "sliding", "days": 1},
            "2025-03-31T10:00Z",
            "Europe/Berlin",
            "2025-03-30T10:00",
            None,
        ),
        (
            {"kind": "before", "days": 2},
            "2024-03-01T00:00Z",
            "Asia/Shanghai",
            None,
            "2024-02-28T00:00",
        ),
        # Days of 23 and of 25 hours.
        (
            calendar("day"),
            "2025-03-30T10:00Z",
            "Europe/Berlin",
            "2025-03-29T23:00",
            "2025-03-30T22:00",
        ),
        (
            calendar("day"),
            "2025-10-26T10:00Z",
            "Europe/Berlin",
            "2025-10-25T22:00",
            "2025-10-26T23:00",
        ),
        # The clock skips midnight; the day begins an hour later on it.
        (
            calendar("day"),
            "2024-10-06T15:00Z",
            "America/Asuncion",
            "2024-10-06T04:00",
            "2024-10-07T03:00",
        ),
        # It is the next day there already.
        (
            calendar("day"),
            "2026-11-26T16:30Z",
            "Asia/Shanghai",
            "2026-11-26T16:00",
            "2026-11-27T16:00",
        ),
        (calendar("week", 1), "2025-01-01T00:00Z", "UTC", "2024-12-23T00:00", "2024-12-30T00:00"),
        (calendar("month", 1), "2024-03-31T23:59Z", "UTC", "2024-02-01T00:00", "2024-03-01T00:00"),
        (
            calendar("month"),
            "2024-02-29T15:59Z",
            "Asia/Shanghai",
            "2024-01-31T16:00",
            "2024-02-29T16:00",
        ),
        (
            calendar("quarter", 1),
            "2025-01-15T00:00Z",
            "UTC",
            "2024-10-01T00:00",
            "2025-01-01T00:00",
        ),
        (
            calendar("year", 1),
            "2024-12-31T16:00Z",
            "Asia/Shanghai",
            "2023-12-31T16:00",
            "2024-12-31T16:00",
        ),
        # Without a zone it is the corp's; a day is its beginning.
        (
            {"kind": "absolute", "from": "2024-02-29", "to": "2024-03-01T00:00:00Z"},
            "2026-01-01T00:00Z",
            "Asia/Shanghai",
            "2024-02-28T16:00",
            "2024-03-01T00:00",
        ),
    ],
)
def test_a_window_ends_where_the_clock_says(
    window: dict[str, Any], now: str, zone: str, since: str | None, until: str | None
) -> None:
    assert ends(window, now, zone) == (since, until)


def test_a_day_that_is_skipped_has_no_time() -> None:
    apia = ZoneInfo("Pacific/Apia")
    begin, end = (language.start_of(date(2011, 12, day), apia) for day in (30, 31))
    assert begin == end == datetime(2011, 12, 30, 10, 0, tzinfo=UTC)
    assert first_day_from(datetime(2024, 2, 28, 16, 0, tzinfo=UTC), ZoneInfo("Asia/Shanghai")) == (
        date(2024, 2, 29)
    )
