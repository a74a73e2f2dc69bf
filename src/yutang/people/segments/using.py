"""Who uses a segment, other segments and whoever of higher floors says so; what he may refuse."""

from collections import Counter
from collections.abc import Awaitable, Callable, Collection
from typing import Final

from sqlalchemy.ext.asyncio import AsyncSession

from .expanding import named_by
from .repository import SegmentRepository
from .schemas import Tree, Use

Finder = Callable[[AsyncSession, int, Collection[int]], Awaitable[list[tuple[int, Use]]]]
_FINDERS: Final[dict[str, Finder]] = {}
Check = Callable[[AsyncSession, int, int, Tree], Awaitable[None]]
_CHECKS: Final[dict[str, Check]] = {}


def register_use(name: str, finder: Finder) -> None:
    """Have a user of segments known: `finder` tells who of his own uses which of a corp's ids."""
    _FINDERS[name] = finder


def register_check(name: str, check: Check) -> None:
    """Have new conditions of (corp, segment) looked at before they are kept.

    `check` is given the ones before, and raises what is wrong for a user with those written now.
    """
    _CHECKS[name] = check


async def check_change(session: AsyncSession, corp_id: int, segment_id: int, before: Tree) -> None:
    """Raise what a user has against its new conditions."""
    for check in _CHECKS.values():
        await check(session, corp_id, segment_id, before)


async def uses_of(session: AsyncSession, corp_id: int, segment_id: int) -> list[Use]:
    """Everybody who would miss it."""
    return [use for _, use in await _uses(session, corp_id, {segment_id})]


async def count_uses(session: AsyncSession, corp_id: int, ids: Collection[int]) -> Counter[int]:
    """How many use each of these."""
    return Counter(one for one, _ in await _uses(session, corp_id, set(ids)))


async def _uses(session: AsyncSession, corp_id: int, ids: set[int]) -> list[tuple[int, Use]]:
    found = [
        (one, Use("segment", row.id, row.name))
        for row in await SegmentRepository(session, corp_id).every()
        for one in named_by(row.tree)
        if one in ids
    ]
    for finder in _FINDERS.values():
        found += await finder(session, corp_id, ids)
    return found
