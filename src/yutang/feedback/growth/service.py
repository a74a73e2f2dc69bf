"""Tell who was added, through what, by whom, and who stayed."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import audit

from .attribution import list_unknown, read_attribution
from .costs import list_costs, set_costs
from .reckoning import RECKONING, reckon, reckon_all, sum_welcomes, unreckoned
from .reports import export_rows, read_report
from .schemas import By, GrowthFilter, Language
from .sheets import write_csv

__all__ = (
    "RECKONING",
    "adds_by_day",
    "adds_of_channels",
    "export_report",
    "list_costs",
    "list_unknown",
    "read_attribution",
    "read_report",
    "reckon",
    "reckon_all",
    "set_costs",
    "sum_welcomes",
    "unreckoned",
)

_BY_DAY = text(
    """
    select day, nullif(channel, '') as channel, sum(adds + halves) as adds
    from growth_days
    where corp_id = :corp_id and day >= :first and day < :stop
    group by 1, 2
    """
)
_OF_CHANNELS = text(
    """
    select channel, day, sum(adds) as adds, sum(stayed) as stayed
    from growth_days
    where corp_id = :corp_id and channel = any(cast(:channels as text[]))
    group by channel, day order by day
    """
)


async def export_report(
    session: AsyncSession,
    corp_id: int,
    wanted: GrowthFilter,
    by: By,
    language: Language,
    actor: str,
    now: datetime,
) -> str:
    """All rows of a report as a CSV; on record. Raises BadSpanError."""
    rows = await export_rows(session, corp_id, wanted, by, now)
    await audit.record(
        session,
        corp_id,
        actor=actor,
        action="growth.exported",
        target="growth",
        after={"by": by, "rows": len(rows), **wanted.model_dump(mode="json", exclude_none=True)},
    )
    return write_csv(rows, by, language)


async def adds_of_channels(
    session: AsyncSession, corp_id: int, channels: Sequence[str]
) -> dict[str, list[tuple[date, int, int]]]:
    """By channel state: day, adds, and how many of them stayed; the oldest first."""
    found: dict[str, list[tuple[date, int, int]]] = {}
    asked = {"corp_id": corp_id, "channels": list(channels)}
    for row in await session.execute(_OF_CHANNELS, asked):
        found.setdefault(row.channel, []).append((row.day, row.adds, row.stayed))
    return found


async def adds_by_day(
    session: AsyncSession, corp_id: int, first: date, stop: date
) -> dict[date, dict[str | None, int]]:
    """Adds, half ones too, of days before `stop`, by channel state (None: through none known)."""
    found: dict[date, dict[str | None, int]] = {}
    asked = {"corp_id": corp_id, "first": first, "stop": stop}
    for row in await session.execute(_BY_DAY, asked):
        if row.adds:
            found.setdefault(row.day, {})[row.channel] = int(row.adds)
    return found
