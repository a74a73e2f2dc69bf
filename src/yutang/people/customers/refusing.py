"""Refusal of marketing, by hand; and the phone numbers of a person, opened and on record."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import ARRAY, BigInteger, any_, delete, literal, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import audit
from yutang.kernel.events import NewEvent, append
from yutang.kernel.vault import Vault
from yutang.people.consents.events import MarketingAllowed, MarketingRefused

from .errors import UnknownCustomerError
from .models import Customer, CustomerIdentity
from .recording import PHONE_CONTEXT
from .tail_models import PhoneTail

_FORGET_LINKS = text(
    "delete from identity_links where corp_id = :corp_id"
    " and (a = any(cast(:keys as text[])) or b = any(cast(:keys as text[])))"
)


async def set_refusal(
    session: AsyncSession,
    corp_id: int,
    customer_id: int,
    *,
    refused: bool,
    reason: str,
    by: str,
    now: datetime,
    source: str = "hand",
) -> bool:
    """Write down that a person refuses marketing, or allows it again; false if he did already.

    The reason stands in the audit alone: it is in the person's own words. `by` is `customer` where
    he said so himself, or `customer:` with his number where he was signed in: in the audit only,
    for events outlive people. Raises UnknownCustomerError.
    """
    said_by = "customer" if by == f"customer:{customer_id}" else by
    customer = await session.get(Customer, (corp_id, customer_id), with_for_update=True)
    if customer is None:
        raise UnknownCustomerError(customer_id)
    if refused == (customer.marketing_refused_at is not None):
        return False
    before = {
        "refused_at": customer.marketing_refused_at.isoformat()
        if customer.marketing_refused_at
        else None,
        "through": customer.marketing_refused_through,
    }
    customer.marketing_refused_at = now if refused else None
    customer.marketing_refused_through = said_by if refused else None
    await session.flush()
    event = MarketingRefused(by=said_by) if refused else MarketingAllowed(by=said_by)
    new = NewEvent(customer_id=customer_id, at=now, actor=said_by, source=source, event=event)
    await append(session, corp_id, [new])
    await audit.record(
        session,
        corp_id,
        actor=by,
        action="customer.refused_marketing" if refused else "customer.allowed_marketing",
        target=f"customer:{customer_id}",
        before=before,
        after={"reason": reason},
    )
    return True


async def open_phones(
    session: AsyncSession, vault: Vault, corp_id: int, customer_id: int, by: str
) -> list[str]:
    """A person's phone numbers in full; that they were opened is on record.

    Raises UnknownCustomerError.
    """
    if await session.get(Customer, (corp_id, customer_id)) is None:
        raise UnknownCustomerError(customer_id)
    sealed = await session.scalars(
        select(CustomerIdentity.sealed)
        .where(
            CustomerIdentity.corp_id == corp_id,
            CustomerIdentity.customer_id == customer_id,
            CustomerIdentity.kind == "phone",
            CustomerIdentity.sealed.is_not(None),
        )
        .order_by(CustomerIdentity.created_at, CustomerIdentity.value)
    )
    phones = [vault.unseal(one, PHONE_CONTEXT) for one in sealed if one is not None]
    await audit.record(
        session,
        corp_id,
        actor=by,
        action="customer.phones_opened",
        target=f"customer:{customer_id}",
        after={"numbers": len(phones)},
    )
    return phones


async def drop_phones(
    session: AsyncSession, corp_id: int, customer_ids: Collection[int]
) -> dict[str, int]:
    """Delete phone numbers and what they are found by; returns whose, by keyed hash."""
    ids = any_(literal(list(customer_ids), ARRAY(BigInteger)))
    gone = await session.execute(
        delete(CustomerIdentity)
        .where(
            CustomerIdentity.corp_id == corp_id,
            CustomerIdentity.customer_id == ids,
            CustomerIdentity.kind == "phone",
        )
        .returning(CustomerIdentity.value, CustomerIdentity.customer_id)
    )
    owners = {row.value: row.customer_id for row in gone}
    if owners:
        # What was said of the numbers would bring them back with the next news of the person.
        keys = [f"phone:{value}" for value in owners]
        await session.execute(_FORGET_LINKS, {"corp_id": corp_id, "keys": keys})
    await session.execute(
        delete(PhoneTail).where(PhoneTail.corp_id == corp_id, PhoneTail.customer_id == ids)
    )
    return owners
