"""Read channel codes with their numbers, and what came of one day by day."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import cast

from sqlalchemy.ext.asyncio import AsyncSession

from yutang.act.greetings import service as greetings
from yutang.kernel.clock import asked_days, day_bounds, today
from yutang.people.corps import service as corps
from yutang.people.customers import service as customers
from yutang.people.staff import service as staff
from yutang.people.tags import service as tags
from yutang.people.welcomes import service as welcomes

from .errors import BadSpanError, UnknownChannelError
from .models import Channel
from .repository import ChannelRepository
from .schemas import (
    EVERY,
    SPARK_DAYS,
    ChannelDay,
    ChannelMember,
    ChannelPage,
    ChannelRead,
    ChannelStatistics,
    Kind,
    Narrow,
    Status,
)


async def find_channel(session: AsyncSession, corp_id: int, channel_id: int) -> Channel:
    """The code; raises UnknownChannelError, for deleted ones too."""
    channel = await ChannelRepository(session).find(corp_id, channel_id)
    if channel is None or channel.status == "deleted":
        raise UnknownChannelError(channel_id)
    return channel


async def read_channel(
    session: AsyncSession, corp_id: int, channel_id: int, now: datetime
) -> ChannelRead:
    """One code with its numbers; raises UnknownChannelError."""
    channel = await find_channel(session, corp_id, channel_id)
    return (await _describe(session, corp_id, [channel], now))[0]


async def list_channels(
    session: AsyncSession,
    corp_id: int,
    now: datetime,
    *,
    narrow: Narrow = EVERY,
    after: int | None = None,
    before: int | None = None,
    limit: int = 50,
) -> ChannelPage:
    """Codes, newest first: those older than `after`, or the ones just newer than `before`."""
    repository = ChannelRepository(session)
    if before is None:
        rows = await repository.page(corp_id, narrow, after, limit + 1)
        older, newer = len(rows) > limit, after is not None
        rows = rows[:limit]
    else:
        found = await repository.page_back(corp_id, narrow, before, limit + 1)
        older, newer = True, len(found) > limit
        rows = found[:limit][::-1]
    return ChannelPage(
        items=await _describe(session, corp_id, rows, now),
        next=str(rows[-1].id) if rows and older else None,
        previous=str(rows[0].id) if rows and newer else None,
        total=await repository.count(corp_id, narrow),
        as_of=now,
    )


async def _describe(
    session: AsyncSession, corp_id: int, rows: Sequence[Channel], now: datetime
) -> list[ChannelRead]:
    repository = ChannelRepository(session)
    ids = [row.id for row in rows]
    staff_of = await repository.staff_of(corp_id, ids)
    tags_of = await repository.tags_of(corp_id, ids)
    members = {
        m.id: ChannelMember(id=m.id, name=m.name, account=m.account, left=m.status == "left")
        for m in await staff.staff_by_ids(
            session, corp_id, {i for ids in staff_of.values() for i in ids}
        )
    }
    known = await tags.tags_by_ids(session, corp_id, [i for ids in tags_of.values() for i in ids])
    greeted = await greetings.plain_of(session, corp_id, ids)
    zone = (await corps.describe(session, corp_id)).timezone
    last = today(now, zone)
    days = [last - timedelta(days=SPARK_DAYS - 1 - back) for back in range(SPARK_DAYS)]
    start, _ = day_bounds(days[0], zone)
    _, stop = day_bounds(last, zone)
    states = [row.state for row in rows]
    daily = await welcomes.count_by_channel_day(session, corp_id, states, start, stop, zone)
    totals = await welcomes.count_by_channel(session, corp_id, states)
    return [
        ChannelRead(
            id=row.id,
            kind=cast("Kind", row.kind),
            name=row.name,
            state=row.state,
            status=cast("Status", row.status),
            error=row.error,
            skip_verify=row.skip_verify,
            remark=row.remark,
            staff=[members[i] for i in staff_of.get(row.id, []) if i in members],
            tags=[known[i] for i in tags_of.get(row.id, []) if i in known],
            welcome=greeted.get(row.id),
            config_id=row.config_id,
            qr_content=row.qr_content,
            adds_today=daily.get((row.state, last), 0),
            adds_total=totals.get(row.state, 0),
            adds_by_day=[daily.get((row.state, day), 0) for day in days],
            created_at=row.created_at,
            version=row.version,
        )
        for row in rows
    ]


async def read_statistics(
    session: AsyncSession,
    corp_id: int,
    channel_id: int,
    now: datetime,
    *,
    start: date | None,
    stop: date | None,
) -> ChannelStatistics:
    """What came of a code from day `start` to day `stop`, both included.

    By default the 30 days to today. Raises UnknownChannelError, BadSpanError.
    """
    channel = await find_channel(session, corp_id, channel_id)
    zone = (await corps.describe(session, corp_id)).timezone
    asked = asked_days(start, stop, today(now, zone), BadSpanError)
    start, stop = asked[0], asked[-1]
    opening, closing = day_bounds(start, zone)[0], day_bounds(stop, zone)[1]
    days = {day: ChannelDay(day=day) for day in asked}
    for row in await welcomes.outcomes_by_day(
        session, corp_id, channel.state, opening, closing, zone
    ):
        days[row["day"]] = ChannelDay(**row)
    for day, lost in (
        await customers.count_losses_of_channel(
            session, corp_id, channel.state, opening, closing, zone
        )
    ).items():
        days[day].lost = lost
    friends, lost_ever = await customers.count_relations_of_channel(session, corp_id, channel.state)
    counted = ChannelDay.model_fields.keys() - {"day"}
    return ChannelStatistics(
        start=start,
        stop=stop,
        days=list(days.values()),
        totals=ChannelDay(
            day=stop, **{name: sum(getattr(d, name) for d in days.values()) for name in counted}
        ),
        friends=friends,
        lost_ever=lost_ever,
        as_of=now,
    )
