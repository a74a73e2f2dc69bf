"""Landing pages and short links; by address over all corps, else of one."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import undefer

from .models import LandingPage, ShortLink

OPENED = text(
    """
    insert into short_link_days as d (corp_id, short_link_id, day, opens)
    values (:corp_id, :id, :day, 1)
    on conflict (corp_id, short_link_id, day) do update set opens = d.opens + 1
    """
)
OPENS = text(
    """
    select short_link_id, sum(opens) as opens, coalesce(sum(opens) filter (where day = :today), 0)
             as today
    from short_link_days where corp_id = :corp_id group by 1
    """
)


class LandingRepository:
    """Pages and short links."""

    def __init__(self, session: AsyncSession) -> None:
        self.session = session

    async def page(self, corp_id: int, page_id: int, *, lock: bool = False) -> LandingPage | None:
        """One of a corp that is not deleted."""
        row = await self.session.get(LandingPage, (corp_id, page_id), with_for_update=lock or None)
        return row if row is not None and row.deleted_at is None else None

    async def page_by_slug(self, slug: str, *, picture: bool = False) -> LandingPage | None:
        """One by its address, whosesoever it is. Needs the owner's session."""
        statement = select(LandingPage).where(
            LandingPage.slug == slug, LandingPage.deleted_at.is_(None)
        )
        if picture:
            statement = statement.options(undefer(LandingPage.picture))
        return (await self.session.scalars(statement)).one_or_none()

    async def pages(self, corp_id: int) -> Sequence[LandingPage]:
        """All of a corp, the newest first."""
        rows = await self.session.scalars(
            select(LandingPage)
            .where(LandingPage.corp_id == corp_id, LandingPage.deleted_at.is_(None))
            .order_by(LandingPage.id.desc())
        )
        return rows.all()

    async def short_link(self, corp_id: int, short_link_id: int) -> ShortLink | None:
        """One of a corp that is not deleted."""
        row = await self.session.get(ShortLink, (corp_id, short_link_id))
        return row if row is not None and row.deleted_at is None else None

    async def short_link_by_slug(self, slug: str) -> ShortLink | None:
        """One by its address. Needs the owner's session."""
        statement = select(ShortLink).where(ShortLink.slug == slug, ShortLink.deleted_at.is_(None))
        return (await self.session.scalars(statement)).one_or_none()

    async def short_links(self, corp_id: int) -> Sequence[ShortLink]:
        """All of a corp, the newest first."""
        rows = await self.session.scalars(
            select(ShortLink)
            .where(ShortLink.corp_id == corp_id, ShortLink.deleted_at.is_(None))
            .order_by(ShortLink.id.desc())
        )
        return rows.all()

    async def count_open(self, corp_id: int, short_link_id: int, day: date) -> None:
        """One more opening."""
        asked = {"corp_id": corp_id, "id": short_link_id, "day": day}
        await self.session.execute(OPENED, asked)

    async def opens(self, corp_id: int, today: date) -> dict[int, tuple[int, int]]:
        """Openings ever and today, by short link."""
        rows = await self.session.execute(OPENS, {"corp_id": corp_id, "today": today})
        return {row.short_link_id: (int(row.opens), int(row.today)) for row in rows}
