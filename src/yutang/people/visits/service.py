"""Keep visits, know again who added by one, count how far they came."""

import json
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any, Final

from sqlalchemy import TextClause
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.clock import day_bounds
from yutang.kernel.events import NewEvent, append
from yutang.kernel.runtime import Runtime
from yutang.people.corps import service as corps
from yutang.people.customers import service as customers
from yutang.people.staff import service as staff

from . import repository
from .events import VisitAdded
from .schemas import Came, DayOfSource, Funnel, Origin, Stepped, VisitFacts, new_token

__all__ = (
    "KEPT",
    "days_of_channel",
    "days_of_page",
    "facts_of",
    "forget_old",
    "funnels_of_channels",
    "funnels_of_pages",
    "is_of_page",
    "list_added",
    "open_visit",
    "record_adds",
    "record_steps",
    "tap",
)

KEPT: Final = timedelta(days=180)
"""As long as WeCom tells of a link's days."""


async def open_visit(
    session: AsyncSession,
    corp_id: int,
    channel: str,
    origin: Origin,
    now: datetime,
    *,
    page_id: int | None = None,
    short_link_id: int | None = None,
) -> str:
    """Keep that somebody opened a page or a short link; returns his token."""
    token = new_token()
    await session.execute(
        repository.OPEN,
        {
            "corp_id": corp_id,
            "token": token,
            "channel": channel,
            "page_id": page_id,
            "short_link_id": short_link_id,
            "at": now,
            "utm": json.dumps(dict(origin.utm)),
            "clicks": json.dumps(dict(origin.clicks)),
            "referrer": origin.referrer,
        },
    )
    return token


async def tap(
    session: AsyncSession, corp_id: int, page_id: int, token: str, now: datetime
) -> str | None:
    """Keep that the button was tapped, once; the visit's channel, None for a token of nobody."""
    asked = {"corp_id": corp_id, "token": token, "page_id": page_id, "now": now}
    channel: str | None = await session.scalar(repository.TAP, asked)
    return channel


async def is_of_page(session: AsyncSession, corp_id: int, page_id: int, token: str) -> bool:
    """Whether a token was given out by this page."""
    asked = {"corp_id": corp_id, "token": token, "page_id": page_id}
    return bool(await session.scalar(repository.OF_PAGE, asked))


async def record_adds(session: AsyncSession, corp_id: int, came: Sequence[Came]) -> int:
    """Join true adds with the visits whose tokens they brought; returns how many were new.

    A token joins once, and only an add through the channel it was made for. Needs the owner's
    session.
    """
    if not came:
        return 0
    known = await customers.find_refs(session, corp_id, {one.external_id for one in came})
    found = [one for one in came if one.external_id in known]
    members = await staff.identify(session, corp_id, {one.account for one in found})
    rows = await session.execute(
        repository.ADD,
        {
            "corp_id": corp_id,
            "tokens": [one.visit for one in found],
            "channels": [one.channel for one in found],
            "customers": [known[one.external_id].id for one in found],
            "members": [members[one.account] for one in found],
            "times": [one.at for one in found],
        },
    )
    news = [
        NewEvent(
            customer_id=row.customer_id,
            at=row.added_at,
            actor="customer",
            source="visit",
            event=VisitAdded(staff_id=row.staff_id, channel=row.channel, visit=row.token),
        )
        for row in rows
    ]
    await append(session, corp_id, news)
    return len(news)


async def record_steps(session: AsyncSession, corp_id: int, steps: Sequence[Stepped]) -> None:
    """Keep how far visits came before anybody was a customer."""
    if not steps:
        return
    await session.execute(
        repository.STEP,
        {
            "corp_id": corp_id,
            "tokens": [one.visit for one in steps],
            "channels": [one.channel for one in steps],
            "steps": [one.step for one in steps],
            "times": [one.at for one in steps],
        },
    )


async def list_added(
    session: AsyncSession, corp_id: int, channel: str, limit: int
) -> list[VisitFacts]:
    """The newest customers of a channel whose visit is known."""
    asked = {"corp_id": corp_id, "channel": channel, "limit": limit}
    return await _facts(session, repository.OF_CHANNEL, asked)


async def facts_of(
    session: AsyncSession, corp_id: int, tokens: Sequence[str]
) -> dict[str, VisitFacts]:
    """Visits that became customers, by token."""
    asked = {"corp_id": corp_id, "tokens": list(tokens), "limit": len(tokens)}
    return {one.visit: one for one in await _facts(session, repository.OF_TOKENS, asked)}


async def _facts(
    session: AsyncSession, statement: TextClause, asked: dict[str, Any]
) -> list[VisitFacts]:
    return [
        VisitFacts(
            visit=row.token,
            channel=row.channel,
            at=row.at,
            added_at=row.added_at,
            customer_id=row.customer_id,
            staff_id=row.staff_id,
            utm=row.utm,
            clicks=row.clicks,
            referrer=row.referrer,
        )
        for row in await session.execute(statement, asked)
    ]


async def funnels_of_channels(
    session: AsyncSession, corp_id: int, channels: Sequence[str], now: datetime
) -> dict[str, Funnel]:
    """How far the visits of each channel came, of as long as visits are kept."""
    return await _funnels(session, repository.BY_CHANNEL, corp_id, list(channels), now)


async def funnels_of_pages(
    session: AsyncSession, corp_id: int, page_ids: Sequence[int], now: datetime
) -> dict[int, Funnel]:
    """As above, of landing pages."""
    return await _funnels(session, repository.BY_PAGE, corp_id, list(page_ids), now)


async def _funnels(
    session: AsyncSession, statement: TextClause, corp_id: int, keys: list[Any], now: datetime
) -> dict[Any, Funnel]:
    if not keys:
        return {}
    asked = {"corp_id": corp_id, "keys": keys, "since": now - KEPT}
    rows = await session.execute(statement, asked)
    return {row.key: Funnel(row.visits, row.taps, row.adds) for row in rows}


async def days_of_page(
    session: AsyncSession, corp_id: int, page_id: int, first: date, last: date, zone: str
) -> list[DayOfSource]:
    """Visits of a page by day and source, both days included."""
    return await _days(session, repository.DAYS_OF_PAGE, corp_id, page_id, (first, last), zone)


async def days_of_channel(
    session: AsyncSession, corp_id: int, channel: str, first: date, last: date, zone: str
) -> list[DayOfSource]:
    """As above, of a channel."""
    span = (first, last)
    return await _days(session, repository.DAYS_OF_CHANNEL, corp_id, channel, span, zone)


async def _days(
    session: AsyncSession,
    statement: TextClause,
    corp_id: int,
    key: str | int,
    span: tuple[date, date],
    zone: str,
) -> list[DayOfSource]:
    start, stop = day_bounds(span[0], zone)[0], day_bounds(span[1], zone)[1]
    rows = await session.execute(
        statement, {"corp_id": corp_id, "key": key, "start": start, "stop": stop, "zone": zone}
    )
    return [DayOfSource(r.day, r.source, r.visits, r.taps, r.adds) for r in rows]


async def forget_old(runtime: Runtime) -> int:
    """Delete visits that are older than they are kept, a batch at a time; returns how many."""
    before = runtime.clock() - KEPT
    async with runtime.database.owner() as session:
        corp_ids = await corps.every_corp(session)
    total = 0
    for corp_id in corp_ids:
        gone = repository.FORGET_ROWS
        while gone == repository.FORGET_ROWS:
            async with runtime.database.owner() as session:
                rows = await session.scalars(
                    repository.FORGET,
                    {"corp_id": corp_id, "before": before, "rows": repository.FORGET_ROWS},
                )
                gone = len(rows.all())
            total += gone
    return total
