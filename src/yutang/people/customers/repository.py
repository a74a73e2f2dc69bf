"""Reads of customers."""

from collections.abc import Iterable, Sequence

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from .models import Customer, CustomerIdentity
from .schemas import CustomerRef

EXTERNAL = "external"


class CustomerRepository:
    """Customers of one corp."""

    def __init__(self, session: AsyncSession, corp_id: int) -> None:
        self.session = session
        self.corp_id = corp_id

    async def ids(self, external_ids: Iterable[str]) -> dict[str, int]:
        """Customer ids by WeCom id."""
        rows = await self.session.execute(
            select(CustomerIdentity.value, CustomerIdentity.customer_id).where(
                CustomerIdentity.corp_id == self.corp_id,
                CustomerIdentity.kind == EXTERNAL,
                CustomerIdentity.value.in_(list(external_ids)),
            )
        )
        return {row.value: row.customer_id for row in rows}

    async def refs(self, external_ids: Iterable[str]) -> dict[str, CustomerRef]:
        """Customers by WeCom id."""
        rows = await self.session.execute(
            select(CustomerIdentity.value, Customer.id, Customer.name, Customer.state)
            .join(
                Customer,
                (Customer.corp_id == CustomerIdentity.corp_id)
                & (Customer.id == CustomerIdentity.customer_id),
            )
            .where(
                CustomerIdentity.corp_id == self.corp_id,
                CustomerIdentity.kind == EXTERNAL,
                CustomerIdentity.value.in_(list(external_ids)),
            )
        )
        return {
            value: CustomerRef(id=customer_id, name=name, state=state, external_id=value)
            for value, customer_id, name, state in rows
        }

    async def identities(self, customer_id: int) -> Sequence[CustomerIdentity]:
        """All ways he is recognised."""
        rows = await self.session.scalars(
            select(CustomerIdentity).where(
                CustomerIdentity.corp_id == self.corp_id,
                CustomerIdentity.customer_id == customer_id,
            )
        )
        return rows.all()
