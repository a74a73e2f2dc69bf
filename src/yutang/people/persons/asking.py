"""Ids that a file shows of one and that are two people's: a question, and never a merge."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.vault import Vault

from . import ids
from .ids import Batch, Told
from .loading import look_up
from .scene import Scene
from .schemas import ONLY_ONE, Claim
from .settling import settle_told

_ONLY = text(
    """
    select customer_id, array_agg(distinct kind) as kinds from customer_identities
    where corp_id = :corp_id and customer_id = any(:ids) and kind = any(:kinds)
    group by customer_id
    """
)


async def ask(
    session: AsyncSession, vault: Vault, corp_id: int, claims: Sequence[Claim], now: datetime
) -> None:
    """Make conflicts of these claims, where something tells the two people apart.

    Whom nothing tells apart would become one by being settled, and who only asks joins nobody:
    such a claim changes nothing. Owner's session.
    """
    batch = ids.read(vault, claims, now)
    await ids.keep_away(session, vault, corp_id, batch)
    found = await look_up(session, corp_id, {key for one in batch.told for key in one.keys})
    held = {key: row[0] for key, row in found.items()}
    only = await _only(session, corp_id, set(held.values()))
    told = [
        Told([first, key], one.at, one.said)
        for one in batch.told
        if (first := next((key for key in one.keys if key in held), None)) is not None
        for key in one.keys
        if key in held
        and held[key] != held[first]
        and not only.get(held[key], set()).isdisjoint(only.get(held[first], set()))
    ]
    if told:
        await settle_told(Scene(session, vault, corp_id, now), Batch(told))


async def _only(
    session: AsyncSession, corp_id: int, customers: Collection[int]
) -> dict[int, set[str]]:
    """Of which kinds that nobody has twice each of them has an id."""
    asked = {"corp_id": corp_id, "ids": sorted(customers), "kinds": sorted(ONLY_ONE)}
    return {row.customer_id: set(row.kinds) for row in await session.execute(_ONLY, asked)}
