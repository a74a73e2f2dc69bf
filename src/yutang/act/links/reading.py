"""Read links with their numbers, the quota of all, and who came by which visit."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Final, cast

from sqlalchemy.ext.asyncio import AsyncSession

from yutang.act.acquisition import service as acquisition
from yutang.act.acquisition.errors import UnknownChannelError
from yutang.act.acquisition.schemas import SPARK_DAYS, ChannelRead, Narrow
from yutang.kernel.clock import day_bounds, today
from yutang.kernel.db import staff_in_scope
from yutang.people.corps import service as corps
from yutang.people.customers import service as customers
from yutang.people.room import service as room
from yutang.people.staff import service as staff
from yutang.people.staff.schemas import StaffRef
from yutang.people.visits import service as visits
from yutang.people.visits.schemas import Funnel, join_state
from yutang.people.welcomes import service as welcomes
from yutang.wecom.acquisition_links import channel_url

from . import repository
from .errors import UnknownLinkError
from .models import LinkFacts
from .repository import LinkRepository
from .schemas import (
    AttributedVisit,
    AttributedVisits,
    LinkCounts,
    LinkOverview,
    LinkPage,
    LinkRead,
    Priority,
    SourceDay,
    SourceDays,
    VisitCustomer,
)

STEP_DAYS: Final = 30
SHOWN: Final = 50


async def list_links(
    session: AsyncSession,
    corp_id: int,
    now: datetime,
    narrow: Narrow,
    after: int | None,
    limit: int,
) -> LinkPage:
    """Links, newest first."""
    own = Narrow(narrow.query, narrow.statuses, ("link",))
    page = await acquisition.list_channels(
        session, corp_id, now, narrow=own, after=after, limit=limit
    )
    items = await _describe(session, corp_id, page.items, now)
    return LinkPage(items=items, next=page.next, total=page.total, as_of=page.as_of)


async def read_link(
    session: AsyncSession, corp_id: int, channel_id: int, now: datetime
) -> LinkRead:
    """One. Raises UnknownLinkError."""
    try:
        channel = await acquisition.read_channel(session, corp_id, channel_id, now)
    except UnknownChannelError:
        raise UnknownLinkError(channel_id) from None
    if channel.kind != "link":
        raise UnknownLinkError(channel_id)
    return (await _describe(session, corp_id, [channel], now))[0]


async def _describe(
    session: AsyncSession, corp_id: int, channels: Sequence[ChannelRead], now: datetime
) -> list[LinkRead]:
    links = LinkRepository(session, corp_id)
    ids = [one.id for one in channels]
    facts = await links.find_many(ids)
    funnels = await visits.funnels_of_channels(
        session, corp_id, [one.state for one in channels], now
    )
    zone = (await corps.describe(session, corp_id)).timezone
    steps = await links.steps(ids, today(now, zone) - timedelta(days=STEP_DAYS - 1))
    price = await links.price()
    named = {one for row in facts.values() for one in row.priority_staff_ids}
    members = await _members(session, corp_id, named)
    own = await _adds_of_counts(session, corp_id, channels, facts, zone)
    found = []
    for channel in channels:
        row, funnel = facts[channel.id], funnels.get(channel.state, Funnel())
        step = steps.get(channel.id)
        found.append(
            LinkRead(
                **dict(channel),
                url=row.url,
                department_ids=row.department_ids,
                priority=cast("Priority", row.priority),
                priority_staff=[members[one] for one in row.priority_staff_ids if one in members],
                unavailable_at=row.unavailable_at,
                visits=funnel.visits,
                taps=funnel.taps,
                visit_adds=funnel.adds,
                profiles=step[0] if step is not None else None,
                requests=step[1] if step is not None else None,
                cost_cents=None if price is None else price * channel.adds_total,
                counts=LinkCounts(
                    opened=row.opened,
                    won=row.won,
                    adds=own.get(channel.id),
                    first=row.counted_from,
                    last=row.counted_to,
                    as_of=row.counted_at,
                    refused=row.count_refused,
                ),
            )
        )
    return found


async def _adds_of_counts(
    session: AsyncSession,
    corp_id: int,
    channels: Sequence[ChannelRead],
    facts: Mapping[int, LinkFacts],
    zone: str,
) -> dict[int, int]:
    """Our own adds of the days that WeCom counted, by link."""
    spans: dict[int, tuple[str, date, date]] = {}
    for one in channels:
        row = facts[one.id]
        if row.counted_from is not None and row.counted_to is not None:
            spans[one.id] = (one.state, row.counted_from, row.counted_to)
    # WeCom counts for all: the part of some members is nothing to hold beside it.
    if not spans or staff_in_scope(session) is not None:
        return {}
    states = [state for state, _, _ in spans.values()]
    first = min(begins for _, begins, _ in spans.values())
    last = max(ends for _, _, ends in spans.values())
    daily = await welcomes.count_by_channel_day(
        session, corp_id, states, day_bounds(first, zone)[0], day_bounds(last, zone)[1], zone
    )
    return {
        channel_id: sum(
            count for (of, day), count in daily.items() if of == state and begins <= day <= ends
        )
        for channel_id, (state, begins, ends) in spans.items()
    }


async def _members(session: AsyncSession, corp_id: int, ids: set[int]) -> dict[int, StaffRef]:
    return {
        one.id: StaffRef(id=one.id, name=one.name, account=one.account)
        for one in await staff.staff_by_ids(session, corp_id, ids)
    }


async def read_overview(session: AsyncSession, corp_id: int, now: datetime) -> LinkOverview:
    """The quota, and what went through all links together, deleted ones too."""
    rooms = await room.read_room(session, corp_id)
    zone = (await corps.describe(session, corp_id)).timezone
    last = today(now, zone)
    days = [last - timedelta(days=SPARK_DAYS - 1 - back) for back in range(SPARK_DAYS)]
    states = list(await session.scalars(repository.STATES, {"corp_id": corp_id}))
    daily = await welcomes.count_by_channel_day(
        session, corp_id, states, day_bounds(days[0], zone)[0], day_bounds(last, zone)[1], zone
    )
    by_day = dict.fromkeys(days, 0)
    for (_, day), count in daily.items():
        by_day[day] = by_day.get(day, 0) + count
    price = await LinkRepository(session, corp_id).price()
    adds = [by_day[day] for day in days]
    return LinkOverview(
        room=next(one for one in rooms.rooms if one.kind == "links"),
        warn_share=rooms.warn_share,
        ends=rooms.link_quota,
        won=rooms.link_customers,
        price_cents=price,
        adds_today=adds[-1],
        adds_by_day=adds,
        cost_cents_14_days=None if price is None else price * sum(adds),
        as_of=now,
    )


async def list_attributed(session: AsyncSession, corp_id: int, channel_id: int) -> AttributedVisits:
    """The newest customers of a channel whose visit is known. Raises UnknownChannelError."""
    channel = await acquisition.find_channel(session, corp_id, channel_id)
    found = await visits.list_added(session, corp_id, channel.state, SHOWN)
    names = await customers.names_of(session, corp_id, [one.customer_id for one in found])
    members = await _members(session, corp_id, {one.staff_id for one in found})
    return AttributedVisits(
        items=[
            AttributedVisit(
                at=one.at,
                added_at=one.added_at,
                customer=VisitCustomer(id=one.customer_id, name=names[one.customer_id])
                if one.customer_id in names
                else None,
                staff=members.get(one.staff_id),
                utm=one.utm,
                clicks=one.clicks,
                referrer=one.referrer,
            )
            for one in found
        ]
    )


async def list_days(
    session: AsyncSession, corp_id: int, channel_id: int, now: datetime
) -> SourceDays:
    """Visits that led to a channel in the last 30 days. Raises UnknownChannelError."""
    channel = await acquisition.find_channel(session, corp_id, channel_id)
    zone = (await corps.describe(session, corp_id)).timezone
    last: date = today(now, zone)
    first = last - timedelta(days=STEP_DAYS - 1)
    rows = await visits.days_of_channel(session, corp_id, channel.state, first, last, zone)
    return SourceDays(
        items=[
            SourceDay(
                day=one.day, source=one.source, visits=one.visits, taps=one.taps, adds=one.adds
            )
            for one in rows
        ]
    )


async def visit_address(
    session: AsyncSession, corp_id: int, channel_id: int, state: str, token: str | None
) -> str | None:
    """Where a visitor of ours is led: the link's address with his token; None while it is none."""
    link = await LinkRepository(session, corp_id).find(channel_id)
    if link is None or link.url is None:
        return None
    return channel_url(link.url, state if token is None else join_state(state, token))
