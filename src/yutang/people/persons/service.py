"""One person across all that he is recognised by: settle what messages claim, decide, merge."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.runtime import Runtime
from yutang.people.customers import service as customers

from . import asking
from .deciding import decide, merge, unmerge
from .listing import count_open, ids_of, list_conflicts, read_conflict
from .reopening import undecide
from .schemas import Claim
from .settling import recognise_claims, settle_claims
from .waiting import settle_waiting

__all__ = (
    "ask",
    "count_open",
    "current",
    "decide",
    "ids_of",
    "list_conflicts",
    "merge",
    "read_conflict",
    "recognise",
    "settle",
    "settle_waiting",
    "undecide",
    "unmerge",
)


async def settle(
    runtime: Runtime,
    session: AsyncSession,
    corp_id: int,
    claims: Sequence[Claim],
    now: datetime,
) -> list[int | None]:
    """The customer id of each claim in order; None where it shows no usable id.

    Ids of nobody known make a visitor, or a lead where a phone, a member number or WeCom's id is
    among them. Ties, conflicts and merges are written in the same transaction, which has to be
    the owner's; who makes people of the corp meanwhile waits for its end. At most 1,000 claims
    belong in one transaction.
    """
    return await settle_claims(session, runtime.vault, corp_id, claims, now)


async def recognise(
    runtime: Runtime,
    session: AsyncSession,
    corp_id: int,
    claims: Sequence[Claim],
    now: datetime,
) -> list[int | None]:
    """Whom `settle` would find, without a trace: `NEW` for somebody nobody knows yet."""
    return await recognise_claims(session, runtime.vault, corp_id, claims, now)


async def ask(
    runtime: Runtime,
    session: AsyncSession,
    corp_id: int,
    claims: Sequence[Claim],
    now: datetime,
) -> None:
    """Have operators decide about claims that name two people whom something tells apart.

    Joins nobody: two whom nothing tells apart stay two, without a question. Owner's session; at
    most 1,000 claims belong in one transaction.
    """
    await asking.ask(session, runtime.vault, corp_id, claims, now)


async def current(
    session: AsyncSession, corp_id: int, customer_ids: Collection[int]
) -> dict[int, int]:
    """Who these are now: the merged away by who they are a part of, all others by themselves."""
    return await customers.current_ids(session, corp_id, customer_ids)
