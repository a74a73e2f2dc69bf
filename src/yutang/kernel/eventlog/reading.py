"""The log as its page shows it, for one company."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.runtime import Runtime

from . import holding, months, repository, retaining
from .models import LogCount, LogErased, LogMonth
from .retaining import DEFAULTS, Keeping
from .schemas import FamilyRead, LogMonthRead, LogRead, MonthState, Where


async def read_log(session: AsyncSession, runtime: Runtime, corp_id: int) -> LogRead:
    """All of it. Owner's session that has written nothing."""
    keeping = await retaining.read_keeping(runtime)
    counts = list(
        await session.scalars(
            select(LogCount).where(LogCount.corp_id == corp_id).order_by(LogCount.month.desc())
        )
    )
    known = {row.month: row for row in await session.scalars(select(LogMonth))}
    waiting = await session.scalar(
        select(func.count())
        .select_from(LogErased)
        .where(LogErased.corp_id == corp_id, LogErased.done_at.is_(None))
    )
    return LogRead(
        at=runtime.clock(),
        months=list(_months(counts, known)),
        families=list(_families(corp_id, counts, keeping)),
        reading=await holding.read_reading(session),
        months_ahead=await holding.months_ahead(session),
        beside=await holding.beside(session),
        cold_after_months=runtime.settings.cold_months,
        erased_waiting=waiting or 0,
    )


async def read_states(session: AsyncSession) -> list[MonthState]:
    """Every month that is in the database or in a file, the newest first. Owner's session."""
    hot = {one.month: one for one in await months.find_months(session)}
    known = {row.month: row for row in await session.scalars(select(LogMonth))}
    found = []
    for month in sorted({*hot, *(key for key, row in known.items() if row.file)}, reverse=True):
        row = known.get(month)
        place = hot.get(month)
        where: Where = "cold"
        if place is not None:
            where = "both" if row is not None and row.file is not None else "hot"
        found.append(
            MonthState(
                month=month,
                where=where,
                rows=0 if place is None else row.rows if row is not None else None,
                bytes=0 if place is None else await repository.size_of(session, place.place),
                file=row.file if row is not None else None,
                file_rows=row.file_rows if row is not None else 0,
                file_bytes=row.file_bytes if row is not None else 0,
            )
        )
    return found


def _months(counts: Iterable[LogCount], known: dict[date, LogMonth]) -> Iterable[LogMonthRead]:
    grouped: dict[date, list[LogCount]] = {}
    for row in counts:
        grouped.setdefault(row.month, []).append(row)
    for month, rows in grouped.items():
        whole = known.get(month)
        hot, cold = sum(row.rows for row in rows), sum(row.cold for row in rows)
        dropped = sum(row.dropped for row in rows)
        if whole is None or not hot + cold + dropped:
            continue
        size = _share(whole.bytes, hot, whole.rows) + _share(
            whole.file_bytes, cold, whole.file_rows
        )
        where: Where = "hot" if not cold else "cold" if not hot else "both"
        yield LogMonthRead(
            month=whole.month,
            where=where,
            rows=hot,
            cold_rows=cold,
            bytes=size,
            dropped=dropped,
            counted_at=whole.counted_at,
            frozen_at=whole.frozen_at,
        )


def _share(size: int, rows: int, of: int) -> int:
    return size * rows // of if of else 0


def _families(corp_id: int, counts: Iterable[LogCount], keeping: Keeping) -> Iterable[FamilyRead]:
    """The families there are, and the kinds somebody or a default speaks of by themselves."""
    spoken = {name for corp, name in keeping.chosen if corp == corp_id} | set(DEFAULTS)
    rows: dict[str, int] = dict.fromkeys(spoken, 0)
    over: dict[str, int] = {}
    for row in counts:
        # A kind that is spoken of stands in its own line, not in its family's.
        name = row.kind if row.kind in spoken else row.kind.partition(".")[0]
        many = row.rows + row.cold
        rows[name] = rows.get(name, 0) + many
        if keeping.is_over(corp_id, row.kind, row.month):
            over[name] = over.get(name, 0) + many
    for name in sorted(rows):
        family = name.partition(".")[0]
        yield FamilyRead(
            family=name,
            months=keeping.months_of(corp_id, name),
            default_months=DEFAULTS.get(name, DEFAULTS.get(family)),
            chosen=(corp_id, name) in keeping.chosen,
            rows=rows[name],
            over=over.get(name, 0),
        )
