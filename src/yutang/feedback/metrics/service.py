"""Count the day."""

from datetime import date, datetime

from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.clock import day_bounds, today
from yutang.people.corps import service as corps
from yutang.people.welcomes import service as welcomes
from yutang.sense.callbacks import service as callbacks

from .schemas import AddSummary


async def summarise_adds(
    session: AsyncSession, corp_id: int, on: date | None, now: datetime
) -> AddSummary:
    """A day's adds by outcome, and how the inbox stands now. Needs the owner's session."""
    corp = await corps.describe(session, corp_id)
    day = on or today(now, corp.timezone)
    start, stop = day_bounds(day, corp.timezone)
    counts = await welcomes.summarise(session, corp_id, start, stop)
    return AddSummary.model_validate(
        {
            "date": day,
            "as_of": now,
            "callbacks_waiting": await callbacks.count_callbacks(session, corp_id, "waiting"),
            "dead_letters": await callbacks.count_callbacks(session, corp_id, "dead"),
            **{name: _whole(value) for name, value in counts.items()},
        }
    )


def _whole(value: float | None) -> int | None:
    return None if value is None else round(value)
