"""What quarantine seals, and who agreed to what."""

from collections.abc import Iterable
from typing import Final

from sqlalchemy.ext.asyncio import AsyncSession

from . import repository
from .sorting import Pending

CONTEXT: Final = "event_quarantine.sealed"


async def agreed_of(
    session: AsyncSession, corp_id: int, pending: Iterable[Pending]
) -> set[tuple[int, str]]:
    """The living consents of those whose events wait for one, by customer and purpose."""
    customers: set[int] = set()
    purposes: set[str] = set()
    for one in pending:
        if one.customer_id:
            customers.add(one.customer_id)
            purposes.update(purpose for purpose, _ in one.parts.values())
            if one.whole is not None:
                purposes.add(one.whole)
    if not customers:
        return set()
    rows = await session.execute(
        repository.AGREED,
        {"corp_id": corp_id, "customers": sorted(customers), "purposes": sorted(purposes)},
    )
    return {(row.customer_id, row.purpose) for row in rows}
