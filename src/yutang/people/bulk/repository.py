"""Rows of bulk acts."""

from collections.abc import Mapping, Sequence

from sqlalchemy import delete, insert, select, tuple_
from sqlalchemy.ext.asyncio import AsyncSession

from .errors import UnknownActError
from .models import BulkAct, BulkOutcome
from .schemas import Phase


class BulkRepository:
    """Acts of one corp."""

    def __init__(self, session: AsyncSession, corp_id: int) -> None:
        self.session = session
        self.corp_id = corp_id

    async def find(self, act_id: int) -> BulkAct:
        """The act as it stands. Raises UnknownActError."""
        act = await self.session.get(BulkAct, (self.corp_id, act_id))
        if act is None:
            raise UnknownActError(act_id)
        return act

    async def asked_by(self, act_id: int) -> str | None:
        """Who asked for it; None where there is no such act."""
        return await self.session.scalar(
            select(BulkAct.asked_by).where(BulkAct.corp_id == self.corp_id, BulkAct.id == act_id)
        )

    async def hold(self, act_id: int) -> BulkAct:
        """The act, nobody else's until this transaction ends. Raises UnknownActError."""
        act = await self.session.scalar(
            select(BulkAct)
            .where(BulkAct.corp_id == self.corp_id, BulkAct.id == act_id)
            .with_for_update()
        )
        if act is None:
            raise UnknownActError(act_id)
        return act

    async def newest(self, before: tuple[object, int] | None, limit: int) -> Sequence[BulkAct]:
        """Acts, newest first, below the given (asked_at, id)."""
        statement = select(BulkAct).where(BulkAct.corp_id == self.corp_id)
        if before is not None:
            statement = statement.where(tuple_(BulkAct.asked_at, BulkAct.id) < before)
        rows = await self.session.scalars(
            statement.order_by(BulkAct.asked_at.desc(), BulkAct.id.desc()).limit(limit)
        )
        return rows.all()

    async def write(
        self, act_id: int, phase: Phase, chunk: int, outcomes: Mapping[str, Sequence[int]]
    ) -> None:
        """Keep what came, or would come, of one chunk; empty outcomes are left out."""
        rows = [
            {
                "corp_id": self.corp_id,
                "act_id": act_id,
                "phase": phase,
                "chunk": chunk,
                "outcome": outcome,
                "ids": sorted(ids),
            }
            for outcome, ids in outcomes.items()
            if ids
        ]
        if rows:
            await self.session.execute(insert(BulkOutcome), rows)

    async def chunk(self, act_id: int, phase: Phase, chunk: int) -> dict[str, list[int]]:
        """The ids of one chunk by outcome."""
        rows = await self.session.execute(
            select(BulkOutcome.outcome, BulkOutcome.ids).where(
                BulkOutcome.corp_id == self.corp_id,
                BulkOutcome.act_id == act_id,
                BulkOutcome.phase == phase,
                BulkOutcome.chunk == chunk,
            )
        )
        return {row.outcome: list(row.ids) for row in rows}

    async def is_taken_back(self, act_id: int) -> bool:
        """Whether an act that undoes this one was asked for and not cancelled."""
        found = await self.session.scalar(
            select(BulkAct.id)
            .where(
                BulkAct.corp_id == self.corp_id,
                BulkAct.undone_id == act_id,
                BulkAct.state != "cancelled",
            )
            .limit(1)
        )
        return found is not None

    async def clear(self, act_id: int) -> None:
        """Forget all outcomes of an act."""
        await self.session.execute(
            delete(BulkOutcome).where(
                BulkOutcome.corp_id == self.corp_id, BulkOutcome.act_id == act_id
            )
        )
