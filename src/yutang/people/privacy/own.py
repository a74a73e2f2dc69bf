"""What a person sees and decides on his own page; each act is his, and obeyed at once."""

from datetime import datetime

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.people.consents import service as consents
from yutang.people.customers import service as customers
from yutang.people.customers.errors import UnknownCustomerError

from .requests import own_requests
from .schemas import OwnPage

ON_HIS_PAGE = "on his own page"
_OWN = text(
    """
    select p.name as corp, p.timezone, c.name, c.marketing_refused_at as refused_at,
           coalesce(c.first_added_at, c.created_at) as known_since
    from customers c join corps p on p.id = c.corp_id
    where c.corp_id = :corp_id and c.id = :customer_id
    """
)


async def own_page(session: AsyncSession, corp_id: int, customer_id: int) -> OwnPage:
    """All that his page tells. Raises UnknownCustomerError."""
    asked = {"corp_id": corp_id, "customer_id": customer_id}
    row = (await session.execute(_OWN, asked)).mappings().one_or_none()
    if row is None:
        raise UnknownCustomerError(customer_id)
    return OwnPage(
        **row,
        consents=await consents.own_consents(session, corp_id, customer_id),
        requests=await own_requests(session, corp_id, customer_id),
    )


async def set_own_refusal(
    session: AsyncSession, corp_id: int, customer_id: int, *, refused: bool, now: datetime
) -> bool:
    """He refuses marketing, or allows it again; false where it stands so already.

    Raises UnknownCustomerError.
    """
    return await customers.set_refusal(
        session,
        corp_id,
        customer_id,
        refused=refused,
        reason=ON_HIS_PAGE,
        by=f"customer:{customer_id}",
        now=now,
        source="page",
    )
