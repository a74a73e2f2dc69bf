"""Customers who are members, their families or test accounts: no gift is theirs."""

from sqlalchemy import delete, text
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import audit
from yutang.people.customers import service as customers
from yutang.people.customers.errors import UnknownCustomerError

from .errors import UnknownPersonError
from .models import GiftOutsider
from .schemas import OutsiderList, OutsiderRead

_OUTSIDERS = text(
    """
    select o.*, c.name from gift_outsiders o
    join customers c on c.corp_id = o.corp_id and c.id = o.customer_id
    where o.corp_id = :corp_id order by o.marked_at desc, o.customer_id desc limit 2000
    """
)


async def list_outsiders(session: AsyncSession, corp_id: int) -> OutsiderList:
    """All of them, the newest first."""
    rows = await session.execute(_OUTSIDERS, {"corp_id": corp_id})
    return OutsiderList(
        items=[
            OutsiderRead(
                customer_id=row.customer_id,
                customer_name=row.name,
                why=row.why,
                marked_by=row.marked_by,
                marked_at=row.marked_at,
            )
            for row in rows
        ]
    )


async def mark_outsider(
    session: AsyncSession, corp_id: int, customer_id: int, why: str, actor: str
) -> None:
    """From now on he can claim nothing; what he has stays his. Raises UnknownPersonError."""
    try:
        await customers.demand_known(session, corp_id, customer_id)
    except UnknownCustomerError as error:
        raise UnknownPersonError(customer_id) from error
    values = {"why": why, "marked_by": actor}
    await session.execute(
        insert(GiftOutsider)
        .values(corp_id=corp_id, customer_id=customer_id, **values)
        .on_conflict_do_update(index_elements=["corp_id", "customer_id"], set_=values)
    )
    await audit.record(
        session,
        corp_id,
        actor=actor,
        action="gift.outsider_marked",
        target=f"customer:{customer_id}",
    )


async def clear_outsider(session: AsyncSession, corp_id: int, customer_id: int, actor: str) -> None:
    """He is a customer like others. Raises UnknownPersonError."""
    gone = await session.scalar(
        delete(GiftOutsider)
        .where(GiftOutsider.corp_id == corp_id, GiftOutsider.customer_id == customer_id)
        .returning(GiftOutsider.customer_id)
    )
    if gone is None:
        raise UnknownPersonError(customer_id)
    await audit.record(
        session,
        corp_id,
        actor=actor,
        action="gift.outsider_cleared",
        target=f"customer:{customer_id}",
    )
