"""Make, list and delete short links."""

from datetime import datetime

import yarl
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.act.acquisition import service as acquisition
from yutang.kernel import audit
from yutang.kernel.clock import today
from yutang.people.corps import service as corps

from .errors import AlreadyOverError, BadTargetError, UnknownPageError, UnknownShortLinkError
from .models import ShortLink
from .pages import new_slug
from .repository import LandingRepository
from .schemas import ShortLinkList, ShortLinkRead, ShortLinkWish


async def create_short_link(
    session: AsyncSession, corp_id: int, wish: ShortLinkWish, actor: str, now: datetime
) -> int:
    """Make one; returns its id.

    Raises UnknownPageError, UnknownChannelError, BadTargetError, AlreadyOverError.
    """
    if wish.expires_at is not None and wish.expires_at <= now:
        raise AlreadyOverError
    if wish.page_id is not None and (
        await LandingRepository(session).page(corp_id, wish.page_id) is None
    ):
        raise UnknownPageError(wish.page_id)
    if wish.channel_id is not None:
        await acquisition.find_channel(session, corp_id, wish.channel_id)
    row = ShortLink(
        corp_id=corp_id,
        slug=new_slug(),
        name=wish.name,
        page_id=wish.page_id,
        channel_id=wish.channel_id,
        url=None if wish.url is None else _checked(wish.url),
        expires_at=wish.expires_at,
        created_by=actor,
        created_at=now,
    )
    session.add(row)
    await session.flush()
    await audit.record(
        session,
        corp_id,
        actor=actor,
        action="short_link.created",
        target=f"short_link:{row.id}",
        after=wish.model_dump(mode="json"),
    )
    return row.id


def _checked(given: str) -> str:
    """A public https address as a browser understands it. Raises BadTargetError."""
    try:
        url = yarl.URL(given)
        host, authority = url.host or "", url.raw_authority
    except ValueError:
        host, authority, url = "", "", yarl.URL()
    typed = "\\" not in given and all(one.isprintable() and not one.isspace() for one in given)
    if url.scheme != "https" or "." not in host or "@" in authority or not typed:
        message = "a short link leads to an address that begins with https:// and a public host"
        raise BadTargetError(message)
    return str(url)


async def delete_short_link(
    session: AsyncSession, corp_id: int, short_link_id: int, actor: str, now: datetime
) -> None:
    """Take one off for good; its address is never given again. Raises UnknownShortLinkError."""
    row = await LandingRepository(session).short_link(corp_id, short_link_id)
    if row is None:
        raise UnknownShortLinkError(short_link_id)
    row.deleted_at = now
    await audit.record(
        session,
        corp_id,
        actor=actor,
        action="short_link.deleted",
        target=f"short_link:{short_link_id}",
        before={"name": row.name},
    )


async def short_address(
    session: AsyncSession, corp_id: int, short_link_id: int, address: str
) -> str:
    """The whole address of one. Raises UnknownShortLinkError."""
    row = await LandingRepository(session).short_link(corp_id, short_link_id)
    if row is None:
        raise UnknownShortLinkError(short_link_id)
    return f"{address}/s/{row.slug}"


async def list_short_links(
    session: AsyncSession, corp_id: int, address: str, now: datetime
) -> ShortLinkList:
    """All of a corp, the newest first, with how often each was opened."""
    repository = LandingRepository(session)
    rows = await repository.short_links(corp_id)
    pages = {row.id: row.name for row in await repository.pages(corp_id)}
    channels = await acquisition.channels_by_id(
        session, corp_id, {row.channel_id for row in rows if row.channel_id is not None}
    )
    zone = (await corps.describe(session, corp_id)).timezone
    opens = await repository.opens(corp_id, today(now, zone))
    items = []
    for row in rows:
        channel = channels.get(row.channel_id or 0)
        target = row.url or (channel.name if channel else "") or pages.get(row.page_id or 0, "")
        ever, today_ = opens.get(row.id, (0, 0))
        items.append(
            ShortLinkRead(
                id=row.id,
                name=row.name,
                address=f"{address}/s/{row.slug}",
                page_id=row.page_id,
                channel_id=row.channel_id,
                url=row.url,
                target=target,
                expires_at=row.expires_at,
                is_over=row.expires_at is not None and row.expires_at <= now,
                opens=ever,
                opens_today=today_,
                created_at=row.created_at,
            )
        )
    return ShortLinkList(items=items, as_of=now)
