"""Reads and small writes of imports; the staged rows are `staging`'s."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import delete, func, select, text, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from .errors import UnknownImportError
from .models import Import, ImportMapping, RowError
from .schemas import EVENT_PROBLEMS

COMPARING = (
    "row.conflict", "row.same_person", "row.erased", "order.row", "order.no_time", "order.totals",
    "order.no_amount", "order.items", "order.refund", "order.refused", "order.large",
    *EVENT_PROBLEMS,
)  # fmt: skip
"""What only comparing with the known people shows; the rest shows while the file is read."""

_FORGET_ERRORS = text(
    """
    delete from import_errors where ctid = any(array(
      select ctid from import_errors where corp_id = :corp_id and import_id = :import_id
        and not (code = any(:kept))
      limit :limit))
    """
)

# Of whoever stands in its first rows; only choosing what the columns mean needs them.
_DROP_SAMPLES = text(
    """
    update imports set shape = jsonb_set(shape, '{columns}', coalesce(
      (select jsonb_agg(c.value || '{"samples": []}' order by c.place)
       from jsonb_array_elements(shape->'columns') with ordinality as c(value, place)), '[]'))
    where corp_id = :corp_id and id = :import_id
    """
)


class ImportRepository:
    """Imports of one corp."""

    def __init__(self, session: AsyncSession, corp_id: int) -> None:
        self.session = session
        self.corp_id = corp_id

    async def find(self, import_id: int, *, lock: bool = False) -> Import:
        """The import; raises UnknownImportError."""
        found = await self.session.get(
            Import, (self.corp_id, import_id), with_for_update=lock or None, populate_existing=lock
        )
        if found is None:
            raise UnknownImportError(import_id)
        return found

    async def page(self, before: int | None, limit: int) -> Sequence[Import]:
        """Newest first."""
        asked = select(Import).where(Import.corp_id == self.corp_id)
        if before is not None:
            asked = asked.where(Import.id < before)
        return (await self.session.scalars(asked.order_by(Import.id.desc()).limit(limit))).all()

    async def update(self, import_id: int, **values: Any) -> None:
        """Set columns and the time of the last change."""
        await self.session.execute(
            update(Import)
            .where(Import.corp_id == self.corp_id, Import.id == import_id)
            .values(updated_at=func.now(), **values)
        )

    async def remember(self, signature: str, mapping: dict[str, Any], actor: str) -> None:
        """Keep what the columns mean, for the next file with the same headers."""
        statement = insert(ImportMapping).values(
            corp_id=self.corp_id, signature=signature, mapping=mapping, used_by=actor
        )
        await self.session.execute(
            statement.on_conflict_do_update(
                index_elements=["corp_id", "signature"],
                set_={"mapping": mapping, "used_by": actor, "used_at": func.now()},
            )
        )

    async def remembered(self, signature: str) -> dict[str, Any] | None:
        """What such columns meant last time."""
        return await self.session.scalar(
            select(ImportMapping.mapping).where(
                ImportMapping.corp_id == self.corp_id, ImportMapping.signature == signature
            )
        )

    async def errors(
        self, import_id: int, after: tuple[int, str], limit: int
    ) -> Sequence[RowError]:
        """What is wrong, by row, behind (row, field)."""
        found = await self.session.scalars(
            select(RowError)
            .where(
                RowError.corp_id == self.corp_id,
                RowError.import_id == import_id,
                (RowError.row > after[0])
                | ((RowError.row == after[0]) & (RowError.field > after[1])),
                RowError.row >= after[0],
            )
            .order_by(RowError.row, RowError.field)
            .limit(limit)
        )
        return found.all()

    async def forget_errors(self, import_id: int, limit: int, *, all_kinds: bool = True) -> int:
        """Delete some; returns how many. Not `all_kinds`: what comparing found stays."""
        gone = await self.session.execute(
            _FORGET_ERRORS,
            {
                "corp_id": self.corp_id,
                "import_id": import_id,
                "limit": limit,
                "kept": [] if all_kinds else list(COMPARING),
            },
        )
        return int(getattr(gone, "rowcount", 0))

    async def drop_samples(self, import_id: int) -> None:
        """Forget the values that its columns showed."""
        await self.session.execute(_DROP_SAMPLES, {"corp_id": self.corp_id, "import_id": import_id})

    async def with_rows(self) -> list[tuple[int, int, str]]:
        """Corp, id and token of imports that are not forgotten and not under way."""
        rows = await self.session.execute(
            select(Import.id, Import.token).where(
                Import.corp_id == self.corp_id,
                ~Import.forgotten,
                Import.state.not_in(["checking", "running"]),
            )
        )
        return [(self.corp_id, row.id, row.token) for row in rows]

    async def is_under_way(self) -> bool:
        """Whether a file is being read or taken in."""
        found = await self.session.scalar(
            select(Import.id)
            .where(Import.corp_id == self.corp_id, Import.state.in_(["checking", "running"]))
            .limit(1)
        )
        return found is not None

    async def count_compared(self, import_id: int) -> int:
        """How many rows were refused because of whom they name."""
        found = await self.session.scalar(
            select(func.count()).where(
                RowError.corp_id == self.corp_id,
                RowError.import_id == import_id,
                RowError.code.in_(COMPARING),
            )
        )
        return found or 0

    @staticmethod
    async def expired(session: AsyncSession, now: datetime) -> list[tuple[int, int, str]]:
        """Corp, id and token of imports whose time is over, of all corps; none under way."""
        rows = await session.execute(
            select(Import.corp_id, Import.id, Import.token).where(
                ~Import.forgotten,
                Import.expires_at < now,
                Import.state.not_in(["checking", "running"]),
            )
        )
        return [(row.corp_id, row.id, row.token) for row in rows]

    async def forget_compared(self, import_id: int) -> int:
        """Delete what a dry run found of whom rows name: taking in looks again. How many."""
        gone = await self.session.execute(
            delete(RowError).where(
                RowError.corp_id == self.corp_id,
                RowError.import_id == import_id,
                RowError.code.in_(COMPARING),
            )
        )
        return int(getattr(gone, "rowcount", 0))
