"""Record consents and their withdrawal; tell what a person agreed to."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from pydantic import TypeAdapter
from sqlalchemy import text, update
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import audit

from .errors import FutureConsentError
from .models import Consent
from .own import own_consents
from .purposes import (
    list_consenters,
    list_notices,
    list_purposes,
    months_of,
    notice_version,
    set_purpose,
)
from .schemas import ConsentRead, NewConsent

__all__ = (
    "LIVING_SQL",
    "expire",
    "list_consenters",
    "list_notices",
    "list_purposes",
    "living_of",
    "months_of",
    "notice_version",
    "own_consents",
    "read_column",
    "record_consents",
    "set_purpose",
    "withdraw",
)

_CLOCKS_APART = timedelta(minutes=10)

_RECORD = text(
    """
    with kept as (
      insert into consents (corp_id, customer_id, purpose, source, given_at, recorded_by,
                            notice_version)
      select :corp_id, c.id, :purpose, :source, :given_at, :by, cast(:version as bigint)
      from customers c where c.corp_id = :corp_id and c.id = any(cast(:ids as bigint[]))
      order by c.id
      on conflict (corp_id, customer_id, purpose) where withdrawn_at is null do nothing
      returning 1
    )
    select count(*) from kept
    """
)

_EXPIRE = text(
    """
    update consents w set withdrawn_at = :now, withdrawn_by = 'system'
    from (select customer_id, id from consents
          where corp_id = :corp_id and purpose = :purpose and withdrawn_at is null
            and given_at < cast(:now as timestamptz) - make_interval(months => :months)
          order by given_at limit :most for update skip locked) old
    where w.corp_id = :corp_id and w.customer_id = old.customer_id and w.id = old.id
    returning w.customer_id
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
    where many are told at once. Raises FutureConsentError, UnknownPurposeError.
    """
    if consent.given_at > now + _CLOCKS_APART:
        raise FutureConsentError
    version = await notice_version(session, corp_id, consent.purpose)
    recorded = await session.scalar(
        _RECORD,
        {
            "corp_id": corp_id,
            "ids": sorted(set(customer_ids)),
            "purpose": consent.purpose,
            "source": consent.source,
            "given_at": consent.given_at,
            "by": by,
            "version": version,
        },
    )
    return recorded or 0


async def expire(
    session: AsyncSession, corp_id: int, purpose: str, months: int, now: datetime, most: int
) -> list[int]:
    """End up to `most` consents older than they hold; returns whose. The caller ends the rest."""
    asked = {"corp_id": corp_id, "purpose": purpose, "months": months, "now": now, "most": most}
    return list(await session.scalars(_EXPIRE, asked))


async def withdraw(
    session: AsyncSession, corp_id: int, customer_id: int, purpose: str, by: str, now: datetime
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


LIVING_SQL = """
(select json_agg(json_build_object('purpose', purpose, 'source', source, 'given_at', given_at,
                                   'recorded_by', recorded_by,
                                   'notice_version', notice_version) order by purpose)
 from consents
 where corp_id = :corp_id and customer_id = :customer_id and withdrawn_at is null)::text
"""
"""What a person agrees to now, as one column of another query; see `read_column`."""
_LIVING = text("select " + LIVING_SQL)
_TOLD: TypeAdapter[list[ConsentRead]] = TypeAdapter(list[ConsentRead])


def read_column(told: str | None) -> list[ConsentRead]:
    """What `LIVING_SQL` gave."""
    return _TOLD.validate_json(told) if told is not None else []


async def living_of(session: AsyncSession, corp_id: int, customer_id: int) -> list[ConsentRead]:
    """What the person agrees to now."""
    asked = {"corp_id": corp_id, "customer_id": customer_id}
    return read_column(await session.scalar(_LIVING, asked))
