"""Who takes a code's customers now, and when that changes by itself."""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncSession

from yutang.people.corps import service as corps
from yutang.people.corps.schemas import Preferences

from . import statements
from .hours import first_minute
from .judging import judge
from .schemas import DAY_MINUTES, WEEK_MINUTES, Fact, Roster, Span

USUAL_STAFF_LIMIT = Preferences().staff_customer_limit


async def who_is_on(
    session: AsyncSession, corp_id: int, channel_ids: Collection[int], now: datetime
) -> dict[int, Roster]:
    """The roster of each of these codes, in one statement; unknown and deleted codes are left out.

    Adds of the corp's day are counted from what callbacks brought, each person once. The session
    must see the whole corp: under a scope the adds and absences of others would be missing.
    """
    if not channel_ids:
        return {}
    rows = await session.execute(
        statements.WHO_IS_ON,
        {
            "corp_id": corp_id,
            "channels": list(channel_ids),
            "now": now,
            "staff_limit": USUAL_STAFF_LIMIT,
        },
    )
    facts: dict[int, list[Fact]] = {}
    for row in rows:
        of_code = facts.setdefault(row.channel_id, [])
        if row.staff_id is not None:
            of_code.append(_fact(row))
    return {channel_id: judge(channel_id, found) for channel_id, found in facts.items()}


def _fact(row: Any) -> Fact:
    return Fact(
        staff_id=row.staff_id,
        name=row.name,
        account=row.account,
        status=row.status,
        place=row.place,
        off_duty=row.off_duty,
        off_until=row.off_until,
        in_hours=row.in_hours,
        day_cap=row.day_cap,
        adds_today=row.adds_today,
        room_left=row.room_left,
    )


async def spans_of_codes(
    session: AsyncSession, corp_id: int, channel_ids: Collection[int]
) -> dict[int, list[Span]]:
    """The hours of each code that has some."""
    rows = await session.execute(
        statements.SPANS, {"corp_id": corp_id, "channels": list(channel_ids)}
    )
    found: dict[int, list[Span]] = {}
    for row in rows:
        found.setdefault(row.channel_id, []).append(
            Span(staff_id=row.staff_id, weekday=row.weekday, start=row.start, stop=row.stop)
        )
    return found


async def next_change(
    session: AsyncSession, corp_id: int, channel_ids: Collection[int], now: datetime
) -> dict[int, datetime | None]:
    """When each code's roster changes next without anybody doing anything; None: it does not.

    Hours begin or end, the day's caps begin anew, somebody's time off is over.
    """
    if not channel_ids:
        return {}
    zone = (await corps.describe(session, corp_id)).timezone
    spans = await spans_of_codes(session, corp_id, channel_ids)
    rows = await session.execute(
        statements.TURNS, {"corp_id": corp_id, "channels": list(channel_ids), "now": now}
    )
    midnight = _at_minute(now, zone, DAY_MINUTES * now.astimezone(ZoneInfo(zone)).isoweekday())
    found: dict[int, datetime | None] = {}
    for row in rows:
        moments = [_at_minute(now, zone, minute) for minute in _ends(spans.get(row.channel_id, ()))]
        if row.capped:
            moments.append(midnight)
        if row.back_at is not None:
            moments.append(row.back_at)
        found[row.channel_id] = min(moments, default=None)
    return found


def _ends(spans: Sequence[Span]) -> Iterable[int]:
    """Minutes of the week at which a span begins or ends."""
    found = set()
    for span in spans:
        start = first_minute(span)
        found |= {start, (start + span.stop - span.start) % WEEK_MINUTES}
    return found


def minute_of_week(now: datetime, zone: str) -> int:
    """The minute of the corp's week; Monday begins with 0."""
    here = now.astimezone(ZoneInfo(zone))
    return (here.isoweekday() - 1) * DAY_MINUTES + here.hour * 60 + here.minute


def _at_minute(now: datetime, zone: str, minute: int) -> datetime:
    """The next moment after `now` at which the corp's week comes to this minute."""
    here = now.astimezone(ZoneInfo(zone))
    ahead = (minute - minute_of_week(now, zone)) % WEEK_MINUTES or WEEK_MINUTES
    # By the clock on the wall: a day with a change of time is not 24 hours long.
    wall = here.replace(second=0, microsecond=0, tzinfo=None) + timedelta(minutes=ahead)
    return wall.replace(tzinfo=ZoneInfo(zone))
