"""The one gate before anything that advertises: who may be written to, and why not the others."""

from collections.abc import Iterable
from datetime import datetime
from typing import Final

from sqlalchemy import delete, text
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import audit
from yutang.people.customers import service as customers

from .models import Minor
from .schemas import Barred

CHILD_YEARS: Final = 14

# A birthday on 29 February counts from the 28th: a day early is the careful side.
_BARRED: Final = """
    case when c.marketing_refused_at is not null then 'refused'
         when m.customer_id is not null then 'minor'
         when c.birthday > (cast(:now as timestamptz) at time zone p.timezone)::date
                           - make_interval(years => :years) then 'minor' end
"""
_MAY = text(
    f"""
    select c.id, {_BARRED} as barred
    from unnest(cast(:ids as bigint[])) as v(id)
    join corps p on p.id = :corp_id
    join customers c on c.corp_id = :corp_id and c.id = v.id
    left join minors m on m.corp_id = :corp_id and m.customer_id = c.id
    """  # noqa: S608 - its part is a constant
)


async def barred(
    session: AsyncSession, corp_id: int, customer_ids: Iterable[int], now: datetime
) -> dict[int, Barred | None]:
    """For each of these people that the corp knows: why he is not written to, or None.

    One statement however many are asked for. Who is not in the answer is not known here.
    """
    ids = sorted(set(customer_ids))
    if not ids:
        return {}
    asked = {"corp_id": corp_id, "ids": ids, "now": now, "years": CHILD_YEARS}
    return {row.id: row.barred for row in await session.execute(_MAY, asked)}


async def may_market(
    session: AsyncSession, corp_id: int, customer_ids: Iterable[int], now: datetime
) -> list[int]:
    """Those of these people to whom marketing may go, ascending.

    Every sender asks it in the transaction in which it hands a message on, not when the message
    is planned: a refusal meanwhile stops it. Who refused, who is younger than 14, by his birthday
    or marked by hand, and who is not known (any more) is left out.
    """
    found = await barred(session, corp_id, customer_ids, now)
    return sorted(one for one, why in found.items() if why is None)


async def minor_mark(session: AsyncSession, corp_id: int, customer_id: int) -> Minor | None:
    """The mark by hand, if there is one."""
    return await session.get(Minor, (corp_id, customer_id))


async def mark_minor(
    session: AsyncSession, corp_id: int, customer_id: int, *, minor: bool, by: str, now: datetime
) -> bool:
    """Mark a person as younger than 14, or take the mark away; false where it is so already.

    Raises UnknownCustomerError.
    """
    await customers.demand_known(session, corp_id, customer_id)
    if minor:
        write = insert(Minor).values(
            corp_id=corp_id, customer_id=customer_id, marked_by=by, marked_at=now
        )
        changed = await session.scalar(write.on_conflict_do_nothing().returning(Minor.customer_id))
    else:
        changed = await session.scalar(
            delete(Minor)
            .where(Minor.corp_id == corp_id, Minor.customer_id == customer_id)
            .returning(Minor.customer_id)
        )
    if changed is None:
        return False
    await audit.record(
        session,
        corp_id,
        actor=by,
        action="customer.marked_minor" if minor else "customer.unmarked_minor",
        target=f"customer:{customer_id}",
    )
    return True
