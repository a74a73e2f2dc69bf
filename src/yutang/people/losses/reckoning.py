"""Make losses from histories: at each change of a person's relations, and of all by night."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Final

from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.readers import Reader, Recorded
from yutang.kernel.runtime import Runtime
from yutang.people.customers.events import (
    RelationAdded,
    RelationEnded,
    RelationHalfAdded,
    RelationHandedOver,
)

from . import repository

CHUNK: Final = 2_000
KINDS: Final = frozenset(
    one.kind for one in (RelationAdded, RelationEnded, RelationHalfAdded, RelationHandedOver)
)
_BEGINNING: Final = datetime(1970, 1, 1, tzinfo=UTC)


async def reckon(session: AsyncSession, corp_id: int, customer_ids: Sequence[int]) -> None:
    """Reckon all losses of these customers anew. Needs the owner's session."""
    # Whoever reckons a corp reads what the one before him wrote.
    await session.execute(repository.LOCK, {"corp_id": corp_id})
    await session.execute(repository.RECKON, {"corp_id": corp_id, "ids": list(customer_ids)})


async def follow_relations(session: AsyncSession, events: Sequence[Recorded]) -> None:
    """Reckon anew whose relations changed."""
    moved: dict[int, set[int]] = {}
    for event in events:
        if event.customer_id is not None:
            moved.setdefault(event.corp_id, set()).add(event.customer_id)
    for corp_id in sorted(moved):
        await reckon(session, corp_id, sorted(moved[corp_id]))


RECKONING = Reader("losses", KINDS, follow_relations)


async def reckon_all(runtime: Runtime, corp_id: int) -> int:
    """Read every history with an end through; returns how many endings were read.

    Finds what no event told of: a relation whose end a reading found. Safe to repeat.
    """
    began_at, read = runtime.clock(), 0
    for change in ("deleted_by_customer", "deleted_by_staff"):
        at, last_id = _BEGINNING, 0
        while True:
            async with runtime.database.owner() as session:
                rows = (
                    await session.execute(
                        repository.ENDED,
                        {
                            "corp_id": corp_id,
                            "change": change,
                            "at": at,
                            "id": last_id,
                            "limit": CHUNK,
                        },
                    )
                ).all()
                if rows:
                    await reckon(session, corp_id, sorted({row.customer_id for row in rows}))
            read += len(rows)
            if len(rows) < CHUNK:
                break
            at, last_id = rows[-1].at, rows[-1].id
    async with runtime.database.owner() as session:
        await session.execute(repository.REACHED, {"corp_id": corp_id, "now": began_at})
    return read
