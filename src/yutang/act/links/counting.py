"""What WeCom itself counts of links: who opened them and who became a customer."""

from datetime import date, datetime, timedelta
from typing import Any, Final

import structlog
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.clock import day_bounds, today
from yutang.kernel.jobs import enqueue
from yutang.kernel.runtime import Runtime
from yutang.people.corps import service as corps
from yutang.wecom.admission import Urgency
from yutang.wecom.errors import PASSING, RefusedError

from . import repository
from .jobs import CountLinks

log = structlog.get_logger(__name__)

DAYS: Final = 30
"""The longest span that WeCom counts at once."""
REASON_CHARACTERS: Final = 200


async def ask_count(session: AsyncSession, corp_id: int, channel_id: int) -> None:
    """Have one link counted soon."""
    await enqueue(session, CountLinks(corp_id=corp_id, channel_id=channel_id))


async def count_links(runtime: Runtime, corp_id: int, channel_id: int | None = None) -> int:
    """Read the last 30 days of one link, or of all that work; returns how many WeCom counted.

    A refusal is kept as the reason why nothing is known; other trouble is raised.
    """
    async with runtime.database.owner() as session:
        zone = (await corps.describe(session, corp_id)).timezone
        asked = {"corp_id": corp_id, "id": channel_id}
        links = (await session.execute(repository.COUNTED, asked)).all()
    now = runtime.clock()
    last = today(now, zone)
    first = last - timedelta(days=DAYS - 1)
    window = [int(day_bounds(day, zone)[0].timestamp()) for day in (first, last)]
    urgency = Urgency.BULK if channel_id is None else Urgency.INTERACTIVE
    counted = 0
    for link in links:
        client = await corps.connect(runtime, corp_id, link.agent_id, urgency=urgency)
        try:
            told = await client.acquisition_links.statistic(link.config_id, window[0], window[1])
        except PASSING:
            raise
        except RefusedError as error:
            reason = f"{error.errcode}: {error.errmsg}"[:REASON_CHARACTERS]
            log.info("link.not_counted", channel_id=link.id, errcode=error.errcode)
            await _keep(runtime, corp_id, link, {"reason": reason})
            continue
        numbers = (told.click_link_customer_cnt, told.new_customer_cnt)
        await _keep(runtime, corp_id, link, _found(numbers, first, last, now))
        counted += 1
    return counted


def _found(numbers: tuple[int, int], first: date, last: date, now: datetime) -> dict[str, Any]:
    return {"opened": numbers[0], "won": numbers[1], "first": first, "last": last, "now": now}


async def _keep(runtime: Runtime, corp_id: int, link: Any, found: dict[str, Any]) -> None:
    nothing = dict.fromkeys(("reason", "opened", "won", "first", "last", "now"))
    async with runtime.database.owner() as session:
        await session.execute(
            repository.KEEP_COUNT,
            {**nothing, **found, "corp_id": corp_id, "id": link.id, "link_id": link.config_id},
        )
