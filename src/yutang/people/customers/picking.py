"""Customers by id, many at once."""

from collections.abc import Collection

from sqlalchemy import ARRAY, BigInteger, any_, literal, select
from sqlalchemy.ext.asyncio import AsyncSession

from .models import Customer


async def names_of(
    session: AsyncSession, corp_id: int, customer_ids: Collection[int]
) -> dict[int, str]:
    """Their names by id; who is not of this corp is left out."""
    # One array, not a parameter for each of thousands.
    wanted = literal(list(customer_ids), ARRAY(BigInteger))
    rows = await session.execute(
        select(Customer.id, Customer.name).where(
            Customer.corp_id == corp_id, Customer.id == any_(wanted)
        )
    )
    return {row.id: row.name for row in rows}


async def stages_of(
    session: AsyncSession, corp_id: int, customer_ids: Collection[int]
) -> dict[int, str | None]:
    """Their stages by id, None for none; who is not of this corp is left out."""
    wanted = literal(list(customer_ids), ARRAY(BigInteger))
    rows = await session.execute(
        select(Customer.id, Customer.stage).where(
            Customer.corp_id == corp_id, Customer.id == any_(wanted)
        )
    )
    return {row.id: row.stage for row in rows}
