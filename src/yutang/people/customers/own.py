"""Whose a customer is: which of them a member may see."""

from sqlalchemy import and_, select
from sqlalchemy.ext.asyncio import AsyncSession

from .errors import NotYoursError
from .models import CustomerIdentity, Follow
from .repository import EXTERNAL

SEEN = ("half", "friend", "deleted_by_customer")
"""Who was deleted or handed over by the member is his no more; who deleted him still is."""


async def find_own(session: AsyncSession, corp_id: int, external_id: str, staff_id: int) -> int:
    """The id of a customer of the member; raises NotYoursError, for one of nobody's too."""
    found = await session.scalar(
        select(CustomerIdentity.customer_id)
        .join(
            Follow,
            and_(
                Follow.corp_id == CustomerIdentity.corp_id,
                Follow.customer_id == CustomerIdentity.customer_id,
            ),
        )
        .where(
            CustomerIdentity.corp_id == corp_id,
            CustomerIdentity.kind == EXTERNAL,
            CustomerIdentity.value == external_id,
            Follow.staff_id == staff_id,
            Follow.state.in_(SEEN),
        )
    )
    if found is None:
        raise NotYoursError
    return found
