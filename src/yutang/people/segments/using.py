"""Who uses a segment: other segments, and whoever of higher floors says so."""

from collections.abc import Awaitable, Callable
from typing import Final

from sqlalchemy.ext.asyncio import AsyncSession

from .expanding import named_by
from .repository import SegmentRepository
from .schemas import Use

Finder = Callable[[AsyncSession, int, int], Awaitable[list[Use]]]
_FINDERS: Final[dict[str, Finder]] = {}


def register_use(name: str, finder: Finder) -> None:
    """Have a user of segments known: `finder` tells who of his own uses (corp, segment)."""
    _FINDERS[name] = finder


async def uses_of(session: AsyncSession, corp_id: int, segment_id: int) -> list[Use]:
    """Everybody who would miss it."""
    found = [
        Use("segment", row.id, row.name)
        for row in await SegmentRepository(session, corp_id).every()
        if segment_id in named_by(row.tree)
    ]
    for finder in _FINDERS.values():
        found += await finder(session, corp_id, segment_id)
    return found


async def count_uses(session: AsyncSession, corp_id: int, ids: list[int]) -> dict[int, int]:
    """How many use each of these."""
    counts = dict.fromkeys(ids, 0)
    for row in await SegmentRepository(session, corp_id).every():
        for one in named_by(row.tree):
            if one in counts:
                counts[one] += 1
    for finder in _FINDERS.values():
        for one in ids:
            counts[one] += len(await finder(session, corp_id, one))
    return counts
