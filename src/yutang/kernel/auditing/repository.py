"""Questions to the audit, each answered from one index."""

from datetime import datetime
from typing import cast

from sqlalchemy import Select, func, select, tuple_
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.audit import AuditEntry

from .models import AuditAnchor, AuditChain
from .schemas import Search

WAITING_SHOWN = 1000
ANCHORS_SHOWN = 10


def _matching(corp_id: int, search: Search) -> Select[AuditEntry]:
    query = select(AuditEntry).where(AuditEntry.corp_id == corp_id)
    if search.actor is not None:
        query = query.where(AuditEntry.actor == search.actor)
    if search.families:
        query = query.where(AuditEntry.family.in_(search.families))
    if search.target is not None:
        _, colon, target_id = search.target.partition(":")
        query = query.where(AuditEntry.target_id == (target_id if colon else search.target))
        if colon:
            query = query.where(AuditEntry.target == search.target)
    if search.since is not None:
        query = query.where(AuditEntry.at >= search.since)
    if search.until is not None:
        query = query.where(AuditEntry.at < search.until)
    return query


async def find_entries(
    session: AsyncSession,
    corp_id: int,
    search: Search,
    after: tuple[datetime, int] | None,
    limit: int,
) -> list[AuditEntry]:
    """Newest first, behind `after` = (at, id)."""
    query = _matching(corp_id, search)
    if after is not None:
        query = query.where(tuple_(AuditEntry.at, AuditEntry.id) < after)
    query = query.order_by(AuditEntry.at.desc(), AuditEntry.id.desc()).limit(limit)
    return list(await session.scalars(query))


async def find_entry(session: AsyncSession, corp_id: int, entry_id: int) -> AuditEntry | None:
    """One entry by its number."""
    return await session.get(AuditEntry, (corp_id, entry_id))


async def find_chain(session: AsyncSession, corp_id: int) -> AuditChain | None:
    """Where the chain stands; None before the first sealing."""
    return await session.get(AuditChain, corp_id)


async def find_anchors(session: AsyncSession, corp_id: int) -> list[AuditAnchor]:
    """The newest ones."""
    found = await session.scalars(
        select(AuditAnchor)
        .where(AuditAnchor.corp_id == corp_id)
        .order_by(AuditAnchor.place.desc(), AuditAnchor.kind)
        .limit(ANCHORS_SHOWN)
    )
    return list(found)


async def count_waiting(session: AsyncSession, corp_id: int, chain: AuditChain | None) -> int:
    """Entries behind the chain's head, up to `WAITING_SHOWN`."""
    query = select(AuditEntry.id).where(AuditEntry.corp_id == corp_id)
    if chain is not None:
        query = query.where(
            tuple_(AuditEntry.era, AuditEntry.xid, AuditEntry.id)
            > tuple_(
                select(AuditChain.era).where(AuditChain.corp_id == corp_id).scalar_subquery(),
                select(AuditChain.xid).where(AuditChain.corp_id == corp_id).scalar_subquery(),
                select(AuditChain.entry_id).where(AuditChain.corp_id == corp_id).scalar_subquery(),
            )
        )
    counted = await session.scalar(
        select(func.count()).select_from(query.limit(WAITING_SHOWN).subquery())
    )
    return cast("int", counted)


async def find_actors(session: AsyncSession, corp_id: int, limit: int) -> list[str]:
    """Who of the company is in the audit at all: an index scan that leaps from one to the next.

    Customers, who act on their own pages, are too many to choose from.
    """
    chosen = (AuditEntry.corp_id == corp_id) & AuditEntry.actor.not_like("customer:%")
    first = (
        select(func.min(AuditEntry.actor).label("actor"))
        .where(chosen)
        .cte("actors", recursive=True)
    )
    following = (
        select(func.min(AuditEntry.actor))
        .where(chosen, AuditEntry.actor > first.c.actor)
        .scalar_subquery()
    )
    actors = first.union_all(select(following).where(first.c.actor.is_not(None)))
    found = await session.scalars(
        select(actors.c.actor).where(actors.c.actor.is_not(None)).limit(limit)
    )
    return list(found)
