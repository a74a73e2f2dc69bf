"""What a person agrees to, in the words that he was shown."""

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from .purposes import BUILT_IN
from .schemas import OwnConsent

# The same months as those by which consents expire; a notice is that of the version he agreed to.
_OWN = text(
    """
    select w.purpose, w.given_at, p.name_zh, p.name_en, n.notice_zh, n.notice_en,
           w.given_at + make_interval(months => p.months::int) as until
    from consents w
    left join purposes p on p.corp_id = w.corp_id and p.key = w.purpose
    left join purpose_notices n on n.corp_id = w.corp_id and n.key = w.purpose
                               and n.version = w.notice_version
    where w.corp_id = :corp_id and w.customer_id = :customer_id and w.withdrawn_at is null
    order by w.given_at, w.purpose
    """
)


async def own_consents(session: AsyncSession, corp_id: int, customer_id: int) -> list[OwnConsent]:
    """His living consents, the oldest first."""
    rows = await session.execute(_OWN, {"corp_id": corp_id, "customer_id": customer_id})
    found = []
    for row in rows:
        built_in = BUILT_IN.get(row.purpose)
        found.append(
            OwnConsent(
                purpose=row.purpose,
                name_zh=row.name_zh or (built_in.name_zh if built_in else row.purpose),
                name_en=row.name_en or (built_in.name_en if built_in else row.purpose),
                notice_zh=row.notice_zh or "",
                notice_en=row.notice_en or "",
                given_at=row.given_at,
                until=row.until,
            )
        )
    return found
