"""What is told of people who were erased: left out, unless it began after that."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Protocol, TypeVar

from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.vault import Vault
from yutang.people.suppressions import service as suppressions

from .repository import EXTERNAL, CustomerRepository
from .schemas import Arrival
from .sightings import Sighting


class Told(Protocol):
    """Something that happened with a person."""

    @property
    def external_id(self) -> str:
        """WeCom's id of the person."""

    @property
    def at(self) -> datetime:
        """When it happened."""


T = TypeVar("T", bound=Told)


async def drop_seen(
    session: AsyncSession, vault: Vault, corp_id: int, seen: Collection[Sighting]
) -> list[Sighting]:
    """Relations but for those that began before their person was erased."""
    ids = (one.external_id for one in seen)
    since = await suppressions.since_of(session, vault, corp_id, EXTERNAL, ids)
    if not since:
        return list(seen)
    return [
        one
        for one in seen
        if one.external_id not in since or one.added_at > since[one.external_id].timestamp()
    ]


async def drop_arrivals(
    session: AsyncSession, vault: Vault, corp_id: int, arrivals: Sequence[Arrival]
) -> Sequence[Arrival]:
    """The same of what callbacks tell."""
    ids = (one.external_id for one in arrivals)
    since = await suppressions.since_of(session, vault, corp_id, EXTERNAL, ids)
    if not since:
        return arrivals
    return [
        one for one in arrivals if one.external_id not in since or one.at > since[one.external_id]
    ]


async def drop_unknown(
    session: AsyncSession, vault: Vault, corp_id: int, told: Sequence[T]
) -> Sequence[T]:
    """What is told of relations that are here or were never erased.

    The end of a relation says nothing of when it began: who was erased and did not come anew has
    none here.
    """
    ids = (one.external_id for one in told)
    since = await suppressions.since_of(session, vault, corp_id, EXTERNAL, ids)
    if not since:
        return told
    known = await CustomerRepository(session, corp_id).ids(list(since))
    return [one for one in told if one.external_id not in since or one.external_id in known]
