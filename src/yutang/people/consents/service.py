"""Record consents and their withdrawal; tell what a person agreed to."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    ScalarSelect,
    func,
    literal,
    select,
    text,
    update,
)
from sqlalchemy.dialects.postgresql import aggregate_order_by
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import audit

from .errors import FutureConsentError
from .models import Consent
from .schemas import ConsentRead, NewConsent, Purpose

_CLOCKS_APART = timedelta(minutes=10)

_RECORD = text(
    """
    with kept as (
      insert into consents (corp_id, customer_id, purpose, source, given_at, recorded_by)
      select :corp_id, c.id, :purpose, :source, :given_at, :by
      from customers c where c.corp_id = :corp_id and c.id = any(cast(:ids as bigint[]))
      order by c.id
      on conflict (corp_id, customer_id, purpose) where withdrawn_at is null do nothing
      returning 1
    )
    select count(*) from kept
    """
)


async def record_consents(
    session: AsyncSession,
    corp_id: int,
    customer_ids: Iterable[int],
    consent: NewConsent,
    by: str,
    now: datetime,
) -> int:
    """Record that these persons agreed, in one statement; returns for how many it is new.

    Who agreed already keeps his older consent; unknown persons are left out. The caller audits
    where many are told at once. Raises FutureConsentError.
    """
    if consent.given_at > now + _CLOCKS_APART:
        raise FutureConsentError
    recorded = await session.scalar(
        _RECORD,
        {
            "corp_id": corp_id,
            "ids": sorted(set(customer_ids)),
            "purpose": consent.purpose,
            "source": consent.source,
            "given_at": consent.given_at,
            "by": by,
        },
    )
    return recorded or 0


async def withdraw(
    session: AsyncSession, corp_id: int, customer_id: int, purpose: Purpose, by: str, now: datetime
) -> bool:
    """End a person's consent; false where there was none. What it allowed the caller ends."""
    ended = await session.scalar(
        update(Consent)
        .where(
            Consent.corp_id == corp_id,
            Consent.customer_id == customer_id,
            Consent.purpose == purpose,
            Consent.withdrawn_at.is_(None),
        )
        .values(withdrawn_at=now, withdrawn_by=by)
        .returning(Consent.id)
    )
    if ended is None:
        return False
    await audit.record(
        session,
        corp_id,
        actor=by,
        action="consent.withdrawn",
        target=f"customer:{customer_id}",
        after={"purpose": purpose},
    )
    return True


def living_column(corp_id: int, customer_id: ColumnElement[int]) -> ScalarSelect[Any]:
    """What a person agrees to now, as one JSON column of another query; see `read_column`."""
    told = func.jsonb_build_object(
        "purpose",
        Consent.purpose,
        "source",
        Consent.source,
        "given_at",
        Consent.given_at,
        "recorded_by",
        Consent.recorded_by,
    )
    return (
        select(func.jsonb_agg(aggregate_order_by(told, Consent.purpose)))
        .where(
            Consent.corp_id == corp_id,
            Consent.customer_id == customer_id,
            Consent.withdrawn_at.is_(None),
        )
        .scalar_subquery()
    )


def read_column(told: object) -> list[ConsentRead]:
    """What `living_column` gave."""
    return [ConsentRead.model_validate(one) for one in told] if isinstance(told, list) else []


async def living_of(session: AsyncSession, corp_id: int, customer_id: int) -> list[ConsentRead]:
    """What the person agrees to now."""
    told = await session.scalar(select(living_column(corp_id, literal(customer_id, BigInteger))))
    return read_column(told)
