"""Reads of fields and values."""

from collections.abc import Iterable, Sequence

from sqlalchemy import and_, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from .models import Field, FieldValue


class FieldRepository:
    """Fields of one corp."""

    def __init__(self, session: AsyncSession, corp_id: int) -> None:
        self.session = session
        self.corp_id = corp_id

    async def every(self, *, archived: bool) -> Sequence[Field]:
        """Fields in their order, archived ones last where they are asked for."""
        statement = select(Field).where(Field.corp_id == self.corp_id)
        if not archived:
            statement = statement.where(Field.archived_at.is_(None))
        rows = await self.session.scalars(
            statement.order_by(Field.archived_at.desc().nulls_first(), Field.position, Field.id)
        )
        return rows.all()

    async def find(self, field_id: int) -> Field | None:
        """One field, archived or not, locked."""
        return await self.session.get(Field, (self.corp_id, field_id), with_for_update=True)

    async def count_living(self) -> int:
        """How many count against the limit."""
        total = await self.session.scalar(
            select(func.count()).where(Field.corp_id == self.corp_id, Field.archived_at.is_(None))
        )
        return total or 0

    async def is_taken(self, name: str, besides: int | None) -> bool:
        """Whether another living field has this name."""
        statement = select(Field.id).where(
            Field.corp_id == self.corp_id, Field.name == name, Field.archived_at.is_(None)
        )
        if besides is not None:
            statement = statement.where(Field.id != besides)
        return await self.session.scalar(statement.limit(1)) is not None

    async def values(self, customer_ids: Iterable[int]) -> Sequence[tuple[FieldValue, Field]]:
        """Values of these persons with their living fields."""
        rows = await self.session.execute(
            select(FieldValue, Field)
            .join(
                Field,
                (Field.corp_id == FieldValue.corp_id) & (Field.id == FieldValue.field_id),
            )
            .where(
                FieldValue.corp_id == self.corp_id,
                FieldValue.customer_id.in_(list(customer_ids)),
                Field.archived_at.is_(None),
            )
            .order_by(FieldValue.customer_id, Field.position, Field.id)
        )
        return [(value, field) for value, field in rows]

    async def sheet(self, customer_id: int) -> Sequence[tuple[Field, FieldValue | None]]:
        """Every living field with this person's value, in one statement."""
        rows = await self.session.execute(
            select(Field, FieldValue)
            .outerjoin(
                FieldValue,
                and_(
                    FieldValue.corp_id == self.corp_id,
                    FieldValue.customer_id == customer_id,
                    FieldValue.field_id == Field.id,
                ),
            )
            .where(Field.corp_id == self.corp_id, Field.archived_at.is_(None))
            .order_by(Field.position, Field.id)
        )
        return [(field, value) for field, value in rows]
