"""Page codes: made and changed, shown to visitors, counted, played through."""

from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncSession

from yutang.act.acquisition.jobs import SettlePageCode
from yutang.kernel.jobs import enqueue

from . import repository
from .hearing import HEARING
from .reading import (
    list_assignments,
    prepare_simulation,
    read_page_code,
    read_results,
    run_simulation,
)
from .settling import settle
from .showing import Asking, OpenPage, Shown, find_page, show
from .visitors import COOKIE_DAYS, Visitor, by_chance, by_wecom, seal, unseal
from .writing import PATH, create_page_code, update_page_code

__all__ = (
    "COOKIE_DAYS",
    "HEARING",
    "PATH",
    "Asking",
    "OpenPage",
    "Shown",
    "Visitor",
    "by_chance",
    "by_wecom",
    "create_page_code",
    "find_page",
    "forget_visitors",
    "list_assignments",
    "prepare_simulation",
    "read_page_code",
    "read_results",
    "run_simulation",
    "seal",
    "settle",
    "settle_stuck",
    "show",
    "unseal",
    "update_page_code",
)

_MEMORY = timedelta(days=30)
"""Openings are remembered for so long at least, for the list of who was shown."""


async def forget_visitors(session: AsyncSession, corp_id: int, now: datetime) -> int:
    """Delete up to a thousand of each kind that no rule asks for any more; how many."""
    asked = {"corp_id": corp_id}
    days = await session.scalar(repository.LONGEST_MEMORY, asked) or 0
    before = now - max(_MEMORY, timedelta(days=days + 1))
    return await session.scalar(repository.FORGET, asked | {"before": before}) or 0


async def settle_stuck(session: AsyncSession) -> int:
    """Ask once more for what a lost job left half done, of all corps; how many codes."""
    rows = (await session.execute(repository.STUCK)).all()
    await enqueue(
        session,
        *(SettlePageCode(corp_id=row.corp_id, channel_id=row.channel_id) for row in rows),
    )
    return len(rows)
