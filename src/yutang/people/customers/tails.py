"""The last four digits of phone numbers, and who searched by them."""

from datetime import datetime, timedelta

from pyroaring import BitMap
from sqlalchemy import any_, delete, func, insert, select
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import audit
from yutang.kernel.access.schemas import Principal
from yutang.kernel.vault import Vault

from .describing import array_of
from .errors import TooManyPhoneSearchesError
from .models import CustomerIdentity
from .recording import PHONE_CONTEXT
from .tail_models import PhoneSearch, PhoneTail

DIGITS = 4
SEARCHES_AN_HOUR = 30
SAME_SEARCH = timedelta(minutes=10)
"""Pages and counts of one search are not further searches."""


async def ask_for_tail(
    session: AsyncSession, vault: Vault, principal: Principal, digits: str, now: datetime
) -> str:
    """The keyed hash of four digits, after writing down who asked.

    Raises TooManyPhoneSearchesError after 30 different searches in an hour: 10,000 would read a
    whole list of numbers off. The caller has checked the right to it.
    """
    tail = _hash(vault, digits)
    mine = (
        PhoneSearch.corp_id == principal.corp_id,
        PhoneSearch.user_id == principal.user_id,
        PhoneSearch.at > now - timedelta(hours=1),
    )
    latest = await session.scalar(
        select(func.max(PhoneSearch.at)).where(*mine, PhoneSearch.tail == tail)
    )
    if latest is not None and latest > now - SAME_SEARCH:
        return tail
    searched = await session.scalar(select(func.count()).select_from(PhoneSearch).where(*mine))
    if (searched or 0) >= SEARCHES_AN_HOUR:
        raise TooManyPhoneSearchesError(SEARCHES_AN_HOUR)
    await session.execute(
        insert(PhoneSearch).values(
            corp_id=principal.corp_id, user_id=principal.user_id, tail=tail, at=now
        )
    )
    await audit.record(
        session,
        principal.corp_id,
        actor=principal.actor,
        action="customers.phone_searched",
        target="customers",
        after={"last_digits": "\u2026", "searches_this_hour": (searched or 0) + 1},
    )
    return tail


async def keep_tails(session: AsyncSession, vault: Vault, corp_id: int, ids: BitMap) -> None:
    """Write the tails of these customers' numbers anew; for the owner's session."""
    rows = await session.execute(
        select(CustomerIdentity.customer_id, CustomerIdentity.sealed).where(
            CustomerIdentity.corp_id == corp_id,
            CustomerIdentity.customer_id == any_(array_of(ids)),
            CustomerIdentity.kind == "phone",
            CustomerIdentity.sealed.is_not(None),
        )
    )
    found = {
        (row.customer_id, _hash(vault, digits[-DIGITS:]))
        for row in rows
        if len(digits := _digits(vault.unseal(row.sealed, PHONE_CONTEXT))) >= DIGITS
    }
    await session.execute(
        delete(PhoneTail).where(
            PhoneTail.corp_id == corp_id, PhoneTail.customer_id == any_(array_of(ids))
        )
    )
    if found:
        await session.execute(
            upsert(PhoneTail).on_conflict_do_nothing(),
            [
                {"corp_id": corp_id, "customer_id": customer_id, "tail": tail}
                for customer_id, tail in sorted(found)
            ],
        )


async def forget_searches(session: AsyncSession, before: datetime) -> None:
    """The audit keeps that there were some; for the owner's session."""
    await session.execute(delete(PhoneSearch).where(PhoneSearch.at < before))


def _digits(number: str) -> str:
    return "".join(one for one in number if one.isdigit())


def _hash(vault: Vault, digits: str) -> str:
    # Begun by a word, so that no whole number has the same hash.
    return vault.fingerprint(f"tail:{digits}")
