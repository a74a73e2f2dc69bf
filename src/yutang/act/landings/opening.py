"""What anybody may do: open a page, tap its button, open a short link."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlencode

from sqlalchemy.ext.asyncio import AsyncSession

from yutang.act.acquisition import service as acquisition
from yutang.act.acquisition.errors import UnknownChannelError
from yutang.act.links import service as links
from yutang.kernel.clock import today
from yutang.kernel.runtime import Runtime
from yutang.people.corps import service as corps
from yutang.people.visits import service as visits
from yutang.people.visits.schemas import origin_of
from yutang.wecom.acquisition_links import scheme_url

from .errors import NothingHereError, OverError
from .models import LandingPage
from .pages import CODE_PIXELS, ChannelFacts, channel_facts, shown_page
from .repository import LandingRepository
from .schemas import ShownPage

_OURS = ("lang", "v", "preview")


@dataclass(frozen=True, slots=True)
class Led:
    """Where somebody is led on to."""

    address: str


async def open_page(
    runtime: Runtime, slug: str, query: Mapping[str, str], referrer: str
) -> tuple[ShownPage, str | None]:
    """The page, and the visitor's token: a new one, or that of `v` where he only turned it over.

    A preview is nobody's visit. Raises NothingHereError.
    """
    async with runtime.database.owner() as session:
        row, facts = await _open(session, slug)
        shown = await shown_page(session, row, facts)
        if "preview" in query:
            return shown, None
        given = query.get("v", "")
        if given and await visits.is_of_page(session, row.corp_id, row.id, given):
            return shown, given
        token = await visits.open_visit(
            session,
            row.corp_id,
            facts.state,
            origin_of(query, referrer),
            runtime.clock(),
            page_id=row.id,
        )
        return shown, token


async def lead_on(runtime: Runtime, slug: str, token: str, *, in_wechat: bool) -> Led:
    """The button was tapped: the link with the visitor's token, bare where it is nobody's.

    Raises NothingHereError, also where there is no link yet.
    """
    async with runtime.database.owner() as session:
        row, facts = await _open(session, slug)
        known = await visits.tap(session, row.corp_id, row.id, token, runtime.clock())
        way = await way_of(session, row.corp_id, facts, token if known == facts.state else None)
    if way is None:
        raise NothingHereError
    is_link = facts.kind == "link"
    return Led(scheme_url(way) if row.opens == "scheme" and is_link and not in_wechat else way)


async def code_of(runtime: Runtime, slug: str, token: str) -> bytes:
    """The code on a page as PNG, with the visitor's token where the code is a link.

    Raises NothingHereError.
    """
    async with runtime.database.owner() as session:
        row, facts = await _open(session, slug)
        is_his = bool(token) and await visits.is_of_page(session, row.corp_id, row.id, token)
        way = await way_of(session, row.corp_id, facts, token if is_his else None)
    if way is None:
        raise NothingHereError
    return await asyncio.to_thread(_drawn, way)


@lru_cache(maxsize=64)
def _drawn(content: str) -> bytes:
    return acquisition.draw_png(content, CODE_PIXELS)


async def picture_of(runtime: Runtime, slug: str) -> bytes:
    """The picture of a page as WebP. Raises NothingHereError."""
    async with runtime.database.owner() as session:
        row = await LandingRepository(session).page_by_slug(slug, picture=True)
        if row is None or not row.is_open or row.picture is None:
            raise NothingHereError
        return row.picture


async def open_short_link(
    runtime: Runtime, slug: str, query: Mapping[str, str], referrer: str
) -> Led:
    """Count one opening and lead on. Raises NothingHereError, OverError."""
    now = runtime.clock()
    async with runtime.database.owner() as session:
        repository = LandingRepository(session)
        row = await repository.short_link_by_slug(slug)
        if row is None:
            raise NothingHereError
        if row.expires_at is not None and row.expires_at <= now:
            raise OverError
        corp = await corps.describe(session, row.corp_id)
        await repository.count_open(row.corp_id, row.id, today(now, corp.timezone))
        if row.url is not None:
            return Led(row.url)
        if row.page_id is not None:
            page = await repository.page(row.corp_id, row.page_id)
            if page is None or not page.is_open:
                raise NothingHereError
            told = {name: value for name, value in query.items() if name not in _OURS}
            return Led(f"/p/{page.slug}" + (f"?{urlencode(told)}" if told else ""))
        facts = await _channel(session, row.corp_id, row.channel_id or 0)
        token = await visits.open_visit(
            session,
            row.corp_id,
            facts.state,
            origin_of(query, referrer),
            now,
            short_link_id=row.id,
        )
        way = await way_of(session, row.corp_id, facts, token)
    if way is None:
        raise NothingHereError
    return Led(way)


async def way_of(
    session: AsyncSession, corp_id: int, facts: ChannelFacts, token: str | None
) -> str | None:
    """Where a channel is entered; only a link's address carries a visitor's token."""
    if facts.content is None:
        return None
    if facts.kind != "link":
        return facts.content
    return await links.visit_address(session, corp_id, facts.id, facts.state, token)


async def _open(session: AsyncSession, slug: str) -> tuple[LandingPage, ChannelFacts]:
    row = await LandingRepository(session).page_by_slug(slug)
    if row is None or not row.is_open:
        raise NothingHereError
    return row, await _channel(session, row.corp_id, row.channel_id)


async def _channel(session: AsyncSession, corp_id: int, channel_id: int) -> ChannelFacts:
    try:
        return await channel_facts(session, corp_id, channel_id)
    except UnknownChannelError:
        raise NothingHereError from None
