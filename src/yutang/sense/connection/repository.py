"""Files that prove a domain."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from .models import VerifyFile


class VerifyFileRepository:
    """Reads run in one corp; a name is looked up over all, as a visitor of the site names none."""

    def __init__(self, session: AsyncSession) -> None:
        self.session = session

    async def of_corp(self, corp_id: int) -> Sequence[VerifyFile]:
        """A corp's files by name."""
        rows = await self.session.scalars(
            select(VerifyFile).where(VerifyFile.corp_id == corp_id).order_by(VerifyFile.name)
        )
        return rows.all()

    async def named(self, name: str) -> VerifyFile | None:
        """The one file of this name. Needs the owner's session."""
        return await self.session.scalar(select(VerifyFile).where(VerifyFile.name == name))
