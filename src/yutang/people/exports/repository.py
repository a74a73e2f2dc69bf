"""Reads and writes of the register."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from .errors import UnknownExportError
from .models import Export


class ExportRepository:
    """Exports of one corp."""

    def __init__(self, session: AsyncSession, corp_id: int) -> None:
        self.session = session
        self.corp_id = corp_id

    async def find(self, export_id: int, *, lock: bool = False) -> Export:
        """The export; raises UnknownExportError."""
        found = await self.session.get(
            Export, (self.corp_id, export_id), with_for_update=lock or None, populate_existing=lock
        )
        if found is None:
            raise UnknownExportError(export_id)
        return found

    async def page(self, before: int | None, limit: int) -> Sequence[Export]:
        """Newest first."""
        asked = select(Export).where(Export.corp_id == self.corp_id)
        if before is not None:
            asked = asked.where(Export.id < before)
        return (await self.session.scalars(asked.order_by(Export.id.desc()).limit(limit))).all()

    async def update(self, export_id: int, **values: Any) -> None:
        """Set columns and the time of the last change."""
        await self.session.execute(
            update(Export)
            .where(Export.corp_id == self.corp_id, Export.id == export_id)
            .values(updated_at=func.now(), **values)
        )

    async def with_files(self) -> list[tuple[int, str]]:
        """Id and token of exports whose file is there or may be."""
        rows = await self.session.execute(
            select(Export.id, Export.token).where(
                Export.corp_id == self.corp_id, ~Export.forgotten, Export.state != "running"
            )
        )
        return [(row.id, row.token) for row in rows]

    async def is_running(self) -> bool:
        """Whether a file is being written."""
        found = await self.session.scalar(
            select(Export.id)
            .where(Export.corp_id == self.corp_id, Export.state == "running")
            .limit(1)
        )
        return found is not None

    @staticmethod
    async def expired(session: AsyncSession, now: datetime) -> list[tuple[int, int, str]]:
        """Corp, id and token of exports whose file's time is over, of all corps."""
        rows = await session.execute(
            select(Export.corp_id, Export.id, Export.token).where(
                ~Export.forgotten, Export.expires_at < now, Export.state != "running"
            )
        )
        return [(row.corp_id, row.id, row.token) for row in rows]
