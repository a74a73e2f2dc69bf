"""Rows of saved views."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import func, or_, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from .models import SavedView, ViewStart


class ViewRepository:
    """Views of one corp."""

    def __init__(self, session: AsyncSession, corp_id: int) -> None:
        self.session = session
        self.corp_id = corp_id

    async def visible(self, name: str, user_id: int) -> Sequence[SavedView]:
        """Shared ones and the person's own, in their order."""
        rows = await self.session.scalars(
            select(SavedView)
            .where(
                SavedView.corp_id == self.corp_id,
                SavedView.page == name,
                or_(SavedView.owner_id.is_(None), SavedView.owner_id == user_id),
            )
            .order_by(SavedView.position, SavedView.id)
        )
        return rows.all()

    async def one(self, view_id: int, user_id: int) -> SavedView | None:
        """One that the person sees, locked."""
        view: SavedView | None = await self.session.scalar(
            select(SavedView)
            .where(
                SavedView.corp_id == self.corp_id,
                SavedView.id == view_id,
                or_(SavedView.owner_id.is_(None), SavedView.owner_id == user_id),
            )
            .with_for_update()
        )
        return view

    async def start(self, name: str) -> bool:
        """Whether this is the first time that the list is looked at."""
        started = await self.session.scalar(
            insert(ViewStart)
            .values(corp_id=self.corp_id, page=name)
            .on_conflict_do_nothing()
            .returning(ViewStart.corp_id)
        )
        return started is not None

    async def last_position(self, name: str) -> int:
        """Of all views of the list, everybody's."""
        return (
            await self.session.scalar(
                select(func.max(SavedView.position)).where(
                    SavedView.corp_id == self.corp_id, SavedView.page == name
                )
            )
            or 0
        )

    async def add(self, **values: Any) -> SavedView:
        """One more."""
        view = SavedView(corp_id=self.corp_id, **values)
        self.session.add(view)
        await self.session.flush()
        await self.session.refresh(view)
        return view

    async def no_default(self, name: str, owner_id: int | None, but: int) -> None:
        """One default among the shared, one among a person's own."""
        mine = SavedView.owner_id.is_(None) if owner_id is None else SavedView.owner_id == owner_id
        await self.session.execute(
            update(SavedView)
            .where(
                SavedView.corp_id == self.corp_id,
                SavedView.page == name,
                SavedView.id != but,
                SavedView.is_default,
                mine,
            )
            .values(is_default=False)
        )
